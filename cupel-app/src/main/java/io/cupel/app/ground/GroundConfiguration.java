package io.cupel.app.ground;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The database and the clock. */
@Configuration(proxyBeanMethods = false)
class GroundConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(GroundConfiguration.class);

    /** Kept open while nothing happens; each is a process of PostgreSQL. */
    private static final int CONNECTIONS_IDLE = 4;

    /** A request that gets no connection for so long is refused, and may be sent again. */
    private static final long CONNECTION_WAIT_MILLIS = 10_000;

    /** Whole milliseconds, as events are written. */
    @Bean
    Clock clock() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }

    @Bean
    DatabaseSource databaseSource(Settings settings) {
        try {
            return DatabaseSource.open(settings, LOG::info);
        } catch (IOException e) {
            throw new StartFault(
                    "The embedded database cannot be started: " + e.getClass().getSimpleName() + " " + e.getMessage()
                            + "; see that the folder of --data can be written and has room");
        }
    }

    /** Handed out only when every schema is as this version needs it. */
    @Bean
    HikariDataSource database(DatabaseSource source, Settings settings) {
        DatabaseAddress address = source.address();
        FirstContact.check(address);
        HikariConfig pool = new HikariConfig();
        pool.setPoolName("database");
        pool.setJdbcUrl(address.url());
        pool.setUsername(address.user());
        pool.setPassword(address.password());
        // such details quote rows, and rows are persons
        pool.addDataSourceProperty("logServerErrorDetail", "false");
        pool.setMaximumPoolSize(settings.get(GroundSettings.DATABASE_CONNECTIONS));
        pool.setMinimumIdle(CONNECTIONS_IDLE);
        pool.setConnectionTimeout(CONNECTION_WAIT_MILLIS);
        HikariDataSource database = new HikariDataSource(pool);
        try {
            LOG.info("Migrations   {}", Schemas.migrate(database));
            return database;
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    @Bean
    WebMvcConfigurer knownParameters() {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                // behind the check of who calls
                registry.addInterceptor(new KnownParameters()).order(Ordered.LOWEST_PRECEDENCE);
                registry.addInterceptor(new WrittenNumbers()).order(Ordered.LOWEST_PRECEDENCE);
            }
        };
    }

    @Bean
    HealthIndicator databaseHealthIndicator(DatabaseSource source, HikariDataSource database) {
        return new DatabaseHealth(source, database);
    }
}
