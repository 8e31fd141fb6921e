package io.cupel.app.judging;

import io.cupel.app.contracts.ContractsInForce;
import io.cupel.app.identity.Erasures;
import io.cupel.app.identity.Registers;
import io.cupel.app.intake.EventLog;
import io.cupel.app.people.Repeats;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The parts of this package and how they hang together. */
@Configuration(proxyBeanMethods = false)
class JudgingConfiguration {
    /** Of one instance; more would wait for the database. */
    private static final int SWEEPERS_MAX = 4;

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
    Erasing erasing(LiveJudge judge, Sweeping sweeping, JudgingTables tables, Erasing.Places places, Clock clock) {
        return new Erasing(judge, sweeping, tables, places, clock);
    }

    @Bean
    JudgingMetrics judgingMetrics(JudgingTables tables, EventLog log, MeterRegistry registry) {
        return new JudgingMetrics(registry, () -> log.head() - tables.progress().position());
    }

    @Bean
    JudgingLoop judging(LiveJudge judge, EventLog log, JudgingMetrics metrics) {
        return new JudgingLoop(judge, log.recent(), metrics);
    }

    @Bean
    Watch watch(
            TransactionTemplate transactions, EventLog log, Registers registers, JudgingTables tables, Clock clock) {
        return new Watch(transactions, log, registers, tables, clock);
    }

    @Bean
    SideLoop watching(Watch watch, JudgingMetrics metrics) {
        return new SideLoop("watch", List.of(watch::watch), metrics::failedToWatch);
    }

    @Bean
    Sweeping.Places swept(Registers registers, JudgingTables tables, ContractsInForce contracts) {
        return new Sweeping.Places(registers, tables, contracts, new TurnQueue(tables));
    }

    @Bean
    Sweeping catchingUp(
            Sweeping.Places places, Clock clock, JudgingMetrics metrics, PlatformTransactionManager transactions) {
        TransactionTemplate oneState = new TransactionTemplate(transactions);
        oneState.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        return new Sweeping(oneState, places, metrics, clock);
    }

    /** Each has slices of its own in hand, so that one is judged while others are read and written. */
    @Bean
    SideLoop sweeper(
            Sweeping.Places places, Clock clock, JudgingMetrics metrics, PlatformTransactionManager transactions) {
        int sweepers = Math.min(SWEEPERS_MAX, 2 * Runtime.getRuntime().availableProcessors());
        List<BooleanSupplier> works = new ArrayList<>();
        for (int i = 0; i < sweepers; i++) {
            Sweeping own = catchingUp(places, clock, metrics, transactions);
            works.add(() -> own.sweep() + own.tell() > 0);
        }
        return new SideLoop("sweep", works, metrics::failedToSweep);
    }

    @Bean
    Suspects suspects(JudgingTables tables, Registers registers, EventLog log, Clock clock) {
        return new Suspects(tables.suspects(), registers, log, clock);
    }

    @Bean
    Leads leads(
            JudgingTables tables,
            Registers registers,
            ContractsInForce contracts,
            EventLog log,
            Clock clock,
            PlatformTransactionManager transactions) {
        return new Leads(tables, registers, contracts, log, clock, snapshot(transactions));
    }

    @Bean
    Rehearsals rehearsals(
            JudgingTables tables,
            ContractsInForce contracts,
            Registers registers,
            EventLog log,
            Clock clock,
            PlatformTransactionManager transactions) {
        return new Rehearsals(tables, contracts, registers, log, clock, snapshot(transactions));
    }

    @Bean
    Turns turns(JudgingTables tables) {
        return new Turns(tables.turns());
    }

    @Bean
    Tray tray(JudgingTables tables, Registers registers, EventLog log, Clock clock) {
        return new Tray(tables.tray(), registers, new SpokenCalls(log), clock);
    }

    @Bean
    LeadMerges leadMerges(
            JudgingTables tables,
            Registers registers,
            ContractsInForce contracts,
            EventLog log,
            Clock clock,
            PlatformTransactionManager transactions) {
        return new LeadMerges(
                tables, registers, log, new MergePreviews(tables, registers, contracts, snapshot(transactions)), clock);
    }

    @Bean
    LeadConsents leadConsents(Registers registers, EventLog log, Clock clock, PlatformTransactionManager transactions) {
        return new LeadConsents(registers, log, clock, snapshot(transactions));
    }

    @Bean
    LeadClaims leadClaims(
            JudgingTables tables,
            Registers registers,
            ContractsInForce contracts,
            EventLog log,
            Clock clock,
            PlatformTransactionManager transactions) {
        return new LeadClaims(
                tables, registers, log, new ClaimReader(tables, registers, contracts, snapshot(transactions)), clock);
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
        return new LeadExports(tables, registers, contracts, clock, snapshot(transactions));
    }

    /** For answers that are of one state of the database. */
    private static TransactionTemplate snapshot(PlatformTransactionManager transactions) {
        TransactionTemplate snapshot = new TransactionTemplate(transactions);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setReadOnly(true);
        return snapshot;
    }
}
