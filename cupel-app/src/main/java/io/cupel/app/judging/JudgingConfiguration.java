package io.cupel.app.judging;

import io.cupel.app.contracts.ContractsInForce;
import io.cupel.app.identity.Erasures;
import io.cupel.app.identity.Registers;
import io.cupel.app.intake.EventLog;
import io.cupel.app.people.Repeats;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The parts of this package and how they hang together. */
@Configuration(proxyBeanMethods = false)
class JudgingConfiguration {
    @Bean
    JudgingTables judgingTables(JdbcTemplate db) {
        return JudgingTables.of(db);
    }

    @Bean
    LiveJudge liveJudge(
            TransactionTemplate transactions,
            EventLog log,
            Registers registers,
            JudgingTables tables,
            ContractsInForce contracts,
            Clock clock) {
        return new LiveJudge(transactions, log, registers, tables, contracts, clock);
    }

    @Bean
    Erasing.Places erasingPlaces(Registers registers, EventLog log, Erasures erasures, Repeats repeats) {
        return new Erasing.Places(registers, log, erasures, repeats);
    }

    @Bean
    Erasing erasing(LiveJudge judge, JudgingTables tables, Erasing.Places places, Clock clock) {
        return new Erasing(judge, tables, places, clock);
    }

    @Bean
    JudgingLoop judging(LiveJudge judge, JudgingTables tables, EventLog log, MeterRegistry registry) {
        return new JudgingLoop(
                judge,
                new JudgingMetrics(
                        registry, () -> log.head() - tables.progress().position()));
    }

    @Bean
    Leads leads(
            JudgingTables tables,
            Registers registers,
            ContractsInForce contracts,
            EventLog log,
            Clock clock,
            PlatformTransactionManager transactions) {
        TransactionTemplate snapshot = new TransactionTemplate(transactions);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setReadOnly(true);
        return new Leads(tables, registers, contracts, log, clock, snapshot);
    }

    @Bean
    Rehearsals rehearsals(
            JudgingTables tables,
            ContractsInForce contracts,
            Registers registers,
            EventLog log,
            Clock clock,
            PlatformTransactionManager transactions) {
        TransactionTemplate snapshot = new TransactionTemplate(transactions);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setReadOnly(true);
        return new Rehearsals(tables, contracts, registers, log, clock, snapshot);
    }

    @Bean
    Turns turns(JudgingTables tables) {
        return new Turns(tables.turns());
    }

    @Bean
    Tray tray(JudgingTables tables, Registers registers, EventLog log, Clock clock) {
        return new Tray(tables.tray(), registers, log, clock);
    }

    @Bean
    JudgingStatus judgingStatus(JudgingTables tables, EventLog log, ContractsInForce contracts, Clock clock) {
        return new JudgingStatus(tables, log, contracts, clock);
    }

    @Bean
    LeadExports leadExports(
            JudgingTables tables,
            Registers registers,
            ContractsInForce contracts,
            Clock clock,
            PlatformTransactionManager transactions) {
        TransactionTemplate snapshot = new TransactionTemplate(transactions);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setReadOnly(true);
        return new LeadExports(tables, registers, contracts, clock, snapshot);
    }
}
