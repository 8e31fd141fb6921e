package io.cupel.app.ground;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The database and the clock. */
@Configuration(proxyBeanMethods = false)
class GroundConfiguration {
    /** Whole milliseconds, as events are written. */
    @Bean
    Clock clock() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }

    @Bean
    @ConditionalOnProperty(name = "cupel.database-url", matchIfMissing = true, havingValue = "embedded")
    EmbeddedPostgres embeddedPostgres(Environment settings) throws IOException {
        Path data = Path.of(settings.getProperty("cupel.data", ".cupel/data"));
        Account account = Account.here(settings.getProperty("cupel.postgres-account", ""));
        return EmbeddedPostgres.start(data, data, account, List.of());
    }

    /** Handed out only when every schema is as this version needs it. */
    @Bean
    HikariDataSource database(Environment settings, ObjectProvider<EmbeddedPostgres> embedded) {
        HikariConfig pool = new HikariConfig();
        pool.setPoolName("database");
        EmbeddedPostgres own = embedded.getIfAvailable();
        if (own == null) {
            pool.setJdbcUrl(settings.getRequiredProperty("cupel.database-url"));
            pool.setUsername(settings.getProperty("cupel.database-user"));
            pool.setPassword(settings.getProperty("cupel.database-password"));
        } else {
            pool.setJdbcUrl(own.firstUrl());
            pool.setUsername(EmbeddedPostgres.USER);
            pool.setPassword(own.password());
        }
        HikariDataSource database = new HikariDataSource(pool);
        Schemas.migrate(database);
        return database;
    }
}
