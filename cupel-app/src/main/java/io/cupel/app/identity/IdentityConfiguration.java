package io.cupel.app.identity;

import io.cupel.app.intake.Arrivals;
import io.cupel.app.intake.EventLog;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The parts of this package. */
@Configuration(proxyBeanMethods = false)
class IdentityConfiguration {
    @Bean
    Erasures erasures(JdbcClient db) {
        return new Erasures(db);
    }

    @Bean
    Arrivals barring() {
        return new Barring();
    }

    @Bean
    Registers registers(JdbcClient db, JdbcOperations connections, EventLog log) {
        return new Registers(db, connections, log);
    }
}
