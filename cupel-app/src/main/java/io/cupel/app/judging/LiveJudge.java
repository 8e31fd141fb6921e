package io.cupel.app.judging;

import io.cupel.app.contracts.ContractsInForce;
import io.cupel.app.contracts.InForce;
import io.cupel.app.identity.KeptRegister;
import io.cupel.app.identity.Registers;
import io.cupel.app.intake.EventLog;
import io.cupel.app.intake.LogEntry;
import io.cupel.app.intake.LogHead;
import io.cupel.core.contract.Contract;
import io.cupel.core.evidence.Sighting;
import io.cupel.core.lifecycle.Docket;
import io.cupel.files.LoggedCalls;
import io.cupel.files.text.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Judges what came into the log, one batch in one transaction: who is who, states, changes of stage, and up to where
 * the log is judged. Of several instances on one database one at a time judges. Not for several threads at once.
 */
final class LiveJudge {
    /** Entries of one transaction. */
    static final int BATCH_MAX = 2_000;
    /** Expiries of one transaction. */
    static final int EXPIRED_MAX = 500;

    /** Leads in memory, beyond which all are forgotten. */
    static final int LEADS_MAX = 200_000;

    private final TransactionTemplate transactions;
    private final EventLog log;
    private final Registers registers;
    private final ProgressTable progress;
    private final CaseTable cases;
    private final TransitionTable changes;
    private final ContractsInForce contracts;
    private final Clock clock;
    /** What is in memory; null where it has to be read anew. */
    private @Nullable Memory memory;

    /** What is as the database has it at a turn. */
    private static final class Memory {
        final LoggedCalls calls;
        final KeptRegister register;
        final LiveCases cases;
        final Docket docket;
        /** The one that the database had after what this judge wrote last. */
        long turn;

        Memory(LoggedCalls calls, KeptRegister register, LiveCases cases, long turn) {
            this.calls = calls;
            this.register = register;
            this.cases = cases;
            this.docket = new Docket(register.register(), cases);
            this.turn = turn;
        }
    }

    LiveJudge(
            TransactionTemplate transactions,
            EventLog log,
            Registers registers,
            JudgingTables tables,
            ContractsInForce contracts,
            Clock clock) {
        this.transactions = transactions;
        this.log = log;
        this.registers = registers;
        this.progress = tables.progress();
        this.cases = tables.cases();
        this.changes = tables.transitions();
        this.contracts = contracts;
        this.clock = clock;
    }

    /** Judges the next entries; gives how many these were: 0 where there are none, or another instance judges. */
    int judge() {
        return inTransaction(this::batch);
    }

    /**
     * Writes down which open cycles are over by now; gives how many these were. An entry that was received before may
     * still be on its way into the log: so the log is told that it is now, and only what is due by an instant before
     * which nothing is received any more is over.
     */
    int expire() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        if (cases.due(now, 1).isEmpty()) {
            return 0;
        }
        LogHead head = log.advance(now);
        return inTransaction(() -> expired(head));
    }

    private int expired(LogHead head) {
        Optional<ProgressTable.Row> taken = progress.take();
        Optional<InForce> inForce = contracts.at(clock.instant());
        if (taken.isEmpty()
                || inForce.isEmpty()
                || taken.get().version() != inForce.get().version()) {
            return 0;
        }
        ProgressTable.Row row = taken.get();
        boolean isAllJudged = row.position() >= head.position();
        Instant until =
                isAllJudged && head.receivedAt().isAfter(row.receivedAt()) ? head.receivedAt() : row.receivedAt();
        List<CaseTable.Due> due = cases.due(until, EXPIRED_MAX);
        if (due.isEmpty()) {
            return 0;
        }
        Memory known = memory(row.turn(), inForce.get().contract());
        known.cases.at(row.position());
        for (CaseTable.Due each : due) {
            known.cases.expire(each.number(), each.position(), known.register.register(), until.toEpochMilli());
        }
        known.cases.write(known.register.register(), until);
        progress.move(row.position(), until);
        known.turn = row.turn() + 1;
        return due.size();
    }

    private int inTransaction(IntSupplier work) {
        try {
            int done = Objects.requireNonNull(transactions.execute(status -> work.getAsInt()));
            Memory known = memory;
            if (known != null && known.register.register().leads().size() > LEADS_MAX) {
                memory = null; // all of it is in the database
            }
            return done;
        } catch (RuntimeException e) {
            // what is in memory is ahead of the database now
            memory = null;
            throw e;
        }
    }

    private int batch() {
        Optional<ProgressTable.Row> taken = progress.take();
        Optional<InForce> inForce = contracts.at(clock.instant());
        if (taken.isEmpty() || inForce.isEmpty()) {
            return 0;
        }
        if (taken.get().version() != inForce.get().version()) {
            return beginAnew(inForce.get().version());
        }
        long position = taken.get().position();
        List<LogEntry> entries = log.after(position, BATCH_MAX);
        if (entries.isEmpty()) {
            return 0;
        }
        Memory known = memory(taken.get().turn(), inForce.get().contract());
        List<Sighting> sightings = new ArrayList<>(entries.size());
        entries.forEach(entry -> sightings.add(read(known.calls, entry)));
        known.cases.expect(known.register.expect(sightings));
        for (int i = 0; i < entries.size(); i++) {
            LogEntry entry = entries.get(i);
            known.cases.at(entry.position());
            known.docket.take(entry.position(), entry.receivedAt().toEpochMilli(), sightings.get(i));
        }
        LogEntry last = entries.get(entries.size() - 1);
        known.cases.write(known.register.register(), last.receivedAt());
        known.register.file();
        progress.move(last.position(), last.receivedAt());
        known.turn = taken.get().turn() + 1;
        return entries.size();
    }

    /** Another contract is in force: the whole log is judged by it. */
    private int beginAnew(int version) {
        memory = null;
        cases.clear();
        changes.clear();
        registers.clear();
        progress.begin(version);
        return 1;
    }

    private Memory memory(long turn, Contract inForce) {
        Memory known = memory;
        if (known == null || known.turn != turn) {
            LoggedCalls calls = new LoggedCalls(inForce);
            KeptRegister register = registers.open(entry -> read(calls, entry));
            known = new Memory(calls, register, new LiveCases(inForce, cases, changes), turn);
            memory = known;
        }
        return known;
    }

    static Sighting read(LoggedCalls calls, LogEntry entry) {
        try {
            return calls.read(entry.call(), entry.receivedAt().toEpochMilli(), entry.origin());
        } catch (Refusal refusal) {
            throw new IllegalStateException("entry " + entry.position() + " of the log " + refusal.told(), refusal);
        }
    }
}
