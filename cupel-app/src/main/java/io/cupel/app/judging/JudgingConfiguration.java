package io.cupel.app.judging;

import io.cupel.app.identity.Registers;
import io.cupel.app.intake.EventLog;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** The parts of this package and how they hang together. */
@Configuration(proxyBeanMethods = false)
class JudgingConfiguration {
    @Bean
    JudgingTables judgingTables(JdbcTemplate db) {
        return JudgingTables.of(db);
    }

    @Bean
    ContractInForce contractInForce() {
        return StarterContract.read();
    }

    @Bean
    LiveJudge liveJudge(
            TransactionTemplate transactions,
            EventLog log,
            Registers registers,
            JudgingTables tables,
            ContractInForce inForce) {
        return new LiveJudge(transactions, log, registers, tables, inForce);
    }

    @Bean
    JudgingLoop judgingLoop(LiveJudge judge, JudgingTables tables, EventLog log, MeterRegistry registry) {
        return new JudgingLoop(
                judge,
                new JudgingMetrics(
                        registry, () -> log.head() - tables.progress().position()));
    }

    @Bean
    Leads leads(JudgingTables tables, Registers registers, ContractInForce inForce) {
        return new Leads(tables, registers, inForce);
    }
}
