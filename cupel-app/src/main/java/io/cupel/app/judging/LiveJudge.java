package io.cupel.app.judging;

import io.cupel.app.contracts.ContractsInForce;
import io.cupel.app.contracts.Schedule;
import io.cupel.app.ground.Problem;
import io.cupel.app.ground.ProblemException;
import io.cupel.app.identity.KeptRegister;
import io.cupel.app.identity.Registers;
import io.cupel.app.intake.EventLog;
import io.cupel.app.intake.LogEntry;
import io.cupel.app.intake.LogHead;
import io.cupel.app.intake.Recent;
import io.cupel.core.contract.Contract;
import io.cupel.core.evidence.Forgotten;
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
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Judges what came into the log, one batch in one transaction: who is who, states, changes of stage, and up to where
 * the log is judged. Of several instances on one database one at a time judges, while any may have leads catch up
 * ({@link Sweeping}). Safe for several threads.
 */
final class LiveJudge {
    /** Entries of one transaction: the more there are the fewer leads are written more than once. */
    static final int BATCH_MAX = 20_000;
    /** Entries of one transaction where they are read from the log, each of which may have 32 kB. */
    static final int READ_MAX = 5_000;
    /** Expiries of one transaction. */
    static final int EXPIRED_MAX = 500;

    /** Of a batch: a turn is due, and the log has to be told what time it is. */
    private static final int AWAITS_TIME = -1;

    private final TransactionTemplate transactions;
    private final EventLog log;
    private final Registers registers;
    private final ProgressTable progress;
    private final TurnTable turns;
    /** Of leads that have to catch up in a transaction of the judge. */
    private final Slices slices;

    private final JudgingTables tables;
    private final ContractsInForce contracts;
    private final Clock clock;
    /** What is in memory; null where it has to be read anew. */
    private @Nullable JudgeMemory memory;
    /** Entries of the next transaction, at most. */
    private int batchMax = BATCH_MAX;

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
        this.turns = tables.turns();
        this.slices = new Slices(tables, new TurnQueue(tables));
        this.tables = tables;
        this.contracts = contracts;
        this.clock = clock;
    }

    /** Judges the next entries; gives how many these were: 0 where there are none, or another instance judges. */
    synchronized int judge() {
        int judged = inTransaction(() -> batch(null));
        if (judged != AWAITS_TIME) {
            return judged;
        }
        LogHead head = log.advance(now());
        return Math.max(0, inTransaction(() -> batch(head)));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /**
     * Writes down which open cycles are over by now; gives how many these were. An entry that was received before may
     * still be on its way into the log: so the log is told that it is now, and only what is due by an instant before
     * which nothing is received any more is over.
     */
    synchronized int expire() {
        Instant now = now();
        if (tables.cases().due(now, 1).isEmpty()) {
            return 0;
        }
        LogHead head = log.advance(now);
        return inTransaction(() -> expired(head));
    }

    private int expired(LogHead head) {
        Optional<ProgressTable.Row> taken = progress.take();
        if (taken.isEmpty() || taken.get().version() == 0) {
            return 0;
        }
        ProgressTable.Row row = taken.get();
        boolean isAllJudged = row.position() >= head.position();
        Instant until =
                isAllJudged && head.receivedAt().isAfter(row.receivedAt()) ? head.receivedAt() : row.receivedAt();
        JudgeMemory known = memory(row.turn());
        Optional<NextTurn> next = next(known, row);
        if (next.isPresent() && !next.get().at().isAfter(until)) {
            return 0; // by the next version something else may be due
        }
        List<CaseTable.Due> due = due(known, until);
        if (due.isEmpty()) {
            return 0;
        }
        known.cases.at(row.position());
        for (CaseTable.Due each : due) {
            known.cases.expire(each.number(), each.position(), known.register.register(), until.toEpochMilli());
        }
        known.cases.write(known.register.register(), until);
        progress.move(row.position(), until);
        known.turn = row.turn() + 1;
        return due.size();
    }

    /** As they are when nobody has them catch up any more. */
    private List<CaseTable.Due> due(JudgeMemory known, Instant until) {
        Set<Long> numbers = new TreeSet<>();
        tables.cases().due(until, EXPIRED_MAX).forEach(each -> numbers.add(each.number()));
        known.cases.take(numbers);
        return tables.cases().due(until, EXPIRED_MAX).stream()
                .filter(each -> numbers.contains(each.number()))
                .toList();
    }

    /** All that was received is judged, and nothing comes in. */
    record Standstill(KeptRegister register, LiveCases cases, Docket docket, Instant received) {
        /** Judges leads about whose company something else is known, or has them hear it later. */
        void inform(Forgotten forgotten) {
            docket.revise(received.toEpochMilli(), forgotten.losers());
            docket.inform(received.toEpochMilli(), forgotten.informed());
            docket.spread(received.toEpochMilli(), forgotten.words(), Set.of());
        }
    }

    /**
     * Has something done in one transaction, with no judge beside and nobody who sweeps, in any instance, when all
     * leads heard all about their companies.
     *
     * @throws ProblemException while no contract is in force
     */
    synchronized <T> T alone(Function<Standstill, T> work) {
        int judged = judge();
        while (judged > 0) {
            judged = judge(); // most of it while others may still append
        }
        try {
            return Objects.requireNonNull(transactions.execute(status -> standStill(work)));
        } finally {
            memory = null;
        }
    }

    private <T> T standStill(Function<Standstill, T> work) {
        progress.await();
        LogHead head = log.hold();
        tables.states().hold();
        int judged = batch(null);
        while (judged > 0) {
            judged = batch(null);
        }
        ProgressTable.Row row = progress.take().orElseThrow();
        if (row.version() == 0) {
            throw new ProblemException(Problem.UNAVAILABLE, "no contract is in force, by which leads could be told");
        }
        JudgeMemory known = memory(row.turn());
        slices.tellAll(known.turning);
        Instant received = head.receivedAt().isAfter(row.receivedAt()) ? head.receivedAt() : row.receivedAt();
        known.cases.at(row.position());
        T done = work.apply(new Standstill(known.register, known.cases, known.docket, received));
        known.cases.write(known.register.register(), received);
        known.register.file();
        progress.move(row.position(), received);
        return done;
    }

    private int inTransaction(IntSupplier work) {
        try {
            int done = Objects.requireNonNull(transactions.execute(status -> work.getAsInt()));
            JudgeMemory known = memory;
            if (known != null && known.isLarge()) {
                memory = null; // all of it is in the database
            }
            return done;
        } catch (RuntimeException e) {
            // what is in memory is ahead of the database now
            memory = null;
            throw e;
        }
    }

    /** @param told what the log said when it was told what time it is; null where it was not */
    private int batch(@Nullable LogHead told) {
        Optional<ProgressTable.Row> taken = progress.take();
        if (taken.isEmpty()) {
            return 0;
        }
        if (taken.get().version() == 0) {
            return beginAnew();
        }
        ProgressTable.Row row = taken.get();
        JudgeMemory known = memory(row.turn());
        Optional<NextTurn> next = next(known, row);
        List<Recent.Entry> all = behind(row.position(), batchMax);
        List<Recent.Entry> entries = next.map(turn -> turn.before(all)).orElse(all);
        if (!entries.isEmpty()) {
            return judge(entries, known, row);
        }
        if (next.isEmpty()) {
            return all.isEmpty() ? passTombstones(row) : 0;
        }
        Instant at = next.get().at();
        boolean isEmptyUntilThen = told != null
                && told.position() <= row.position()
                && !told.receivedAt().isBefore(at);
        if (!all.isEmpty() || isEmptyUntilThen) {
            return begin(next.get(), known, row);
        }
        return at.isAfter(now()) ? 0 : AWAITS_TIME;
    }

    /** The log may end with what was erased: all of that is judged. */
    private int passTombstones(ProgressTable.Row row) {
        long head = log.head();
        if (head > row.position() && log.after(row.position(), 1).isEmpty()) {
            progress.move(head, row.receivedAt());
            memory = null;
        }
        return 0;
    }

    /** What was logged lately is still in memory, the rest in the log. */
    private List<Recent.Entry> behind(long position, int most) {
        List<Recent.Entry> recent = log.recent().after(position, most);
        return recent.isEmpty()
                ? log.after(position, Math.min(most, READ_MAX)).stream()
                        .map(Recent::unread)
                        .toList()
                : recent;
    }

    private int judge(List<Recent.Entry> entries, JudgeMemory known, ProgressTable.Row row) {
        List<Sighting> sightings = new ArrayList<>(entries.size());
        Contract contract = known.turning.contract(known.turning.last());
        for (Recent.Entry each : entries) {
            Sighting read = each.by(contract);
            sightings.add(read == null ? read(known.calls, each.entry()) : read);
        }
        known.cases.expect(known.register.expect(sightings));
        int count = 0;
        while (count < entries.size() && !known.cases.isFull()) {
            LogEntry entry = entries.get(count).entry();
            known.cases.at(entry.position());
            known.docket.take(entry.position(), entry.receivedAt().toEpochMilli(), sightings.get(count));
            count++;
        }
        // where entries concern very many leads, the next batch does not make ready for more than it can take
        batchMax = Math.min(BATCH_MAX, 2 * (count < entries.size() ? count : batchMax));
        LogEntry last = entries.get(count - 1).entry();
        known.cases.write(known.register.register(), last.receivedAt());
        known.register.file();
        progress.move(last.position(), last.receivedAt());
        known.turn = row.turn() + 1;
        return count;
    }

    private Optional<NextTurn> next(JudgeMemory known, ProgressTable.Row row) {
        TurnTable.Row last = known.turning.row(known.turning.last());
        return contracts.schedule().turns().stream()
                .filter(last::isBefore)
                .findFirst()
                .map(turn -> NextTurn.of(turn, last, row));
    }

    /** Another version judges from here on; leads take the turn when they are touched, or swept. */
    private int begin(NextTurn next, JudgeMemory known, ProgressTable.Row row) {
        int last = known.turning.last();
        int version = next.turn().version();
        Contract contract = contracts.contract(version);
        if (!Rereading.isAlike(known.turning.contract(last), contract)) {
            // what was told is read anew, and can be no more as it was for turns before
            tables.states().hold();
            int swept = slices.take(known.turning, last, Sweeping.TURNED_MAX)
                    + slices.tell(known.turning, Sweeping.TOLD_MAX);
            if (swept > 0) {
                return swept;
            }
            new Rereading(log, registers, tables.cases()).read(contract, row.position());
        }
        TurnTable.Row turn = new TurnTable.Row(
                last + 1,
                version,
                next.at(),
                row.position(),
                next.turn().from(),
                next.turn().made());
        turns.insert(turn, contract.id(), Turn.State.RUNNING, now());
        progress.turn(version, next.at());
        memory = null;
        return 1;
    }

    /** Nothing is judged yet, or all of it has to be: from the first version on. */
    private int beginAnew() {
        List<Schedule.Turn> schedule = contracts.schedule().turns();
        if (schedule.isEmpty()) {
            return 0;
        }
        memory = null;
        tables.states().hold();
        tables.cases().clear();
        tables.words().clear();
        tables.transitions().clear();
        tables.parts().clear();
        registers.clear();
        turns.clear();
        Schedule.Turn first = schedule.get(0);
        TurnTable.Row turn = new TurnTable.Row(1, first.version(), first.from(), 0, first.from(), first.made());
        turns.insert(turn, contracts.contract(first.version()).id(), Turn.State.DONE, now());
        progress.begin(first.version());
        return 1;
    }

    private JudgeMemory memory(long turn) {
        JudgeMemory known = memory;
        if (known == null || known.turn != turn) {
            Turning turning = new Turning(contracts, registers, turns.all(), tables.words());
            LoggedCalls calls = new LoggedCalls(turning.contract(turning.last()));
            KeptRegister register = registers.open(entry -> read(calls, entry));
            known = new JudgeMemory(calls, register, turning, new LiveCases(turning, tables), turn);
            memory = known;
            log.recent().want(turning.contract(turning.last()));
        }
        known.cases.look(known.register.register().numbers());
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
