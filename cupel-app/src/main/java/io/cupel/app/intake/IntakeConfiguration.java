package io.cupel.app.intake;

import io.cupel.app.ground.Settings;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The parts of this package and how they hang together. */
@Configuration(proxyBeanMethods = false)
class IntakeConfiguration {
    private static final Duration BETWEEN_SWEEPS = Duration.ofMinutes(1);

    @Bean
    WriteKeyTable writeKeyTable(JdbcClient db) {
        return new WriteKeyTable(db);
    }

    @Bean
    RefusalTable refusalTable(JdbcClient db) {
        return new RefusalTable(db);
    }

    @Bean
    LogTable logTable(JdbcClient db) {
        return new LogTable(db);
    }

    @Bean
    WriteKeys writeKeys(WriteKeyTable table, TransactionTemplate transactions, Clock clock) {
        return new WriteKeys(table, transactions, clock);
    }

    @Bean
    Refusals refusals(RefusalTable table) {
        return new Refusals(table);
    }

    @Bean
    DifferingCopies differingCopies(JdbcClient db) {
        return new DifferingCopies(new CopyTable(db));
    }

    @Bean(destroyMethod = "close")
    LogAppender logAppender(
            DataSource database, ObjectProvider<Arrivals> people, MeterRegistry registry, Recent recent) {
        return new LogAppender(
                database, people.getIfAvailable(() -> Arrivals.NONE), new IntakeMetrics(registry), recent);
    }

    @Bean
    Recent recent() {
        return new Recent();
    }

    @Bean
    HealthIndicator intake(LogAppender appender) {
        return () -> appender.isAlive() ? Health.up().build() : Health.down().build();
    }

    @Bean
    EventLog eventLog(LogAppender appender, LogTable table, RefusalTable refusals, Recent recent) {
        return new EventLog(appender, table, refusals, recent);
    }

    @Bean
    LogExports logExports(LogTable table) {
        return new LogExports(table);
    }

    @Bean
    Doors doors(WriteKeys keys, EventLog log, Clock clock, Settings settings) {
        return new Doors(keys, new KeyRates(clock), log, clock, settings.get(IntakeSettings.RETURN_ADDRESSES));
    }

    @Bean
    Imports imports(EventLog log, JdbcClient db, Clock clock) {
        return new Imports(log, new MessageTable(db), clock);
    }

    @Bean
    SmartLifecycle sweeping(LogTable log, RefusalTable refusals, JdbcClient db, WriteKeyTable keys, Clock clock) {
        Sweeping sweeping = new Sweeping(log, refusals, new CopyTable(db), keys, clock);
        return new Recurring("intake-sweep", BETWEEN_SWEEPS, sweeping::sweep);
    }
}
