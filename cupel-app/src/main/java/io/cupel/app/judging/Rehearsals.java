package io.cupel.app.judging;

import io.cupel.app.contracts.ContractsInForce;
import io.cupel.app.identity.Registers;
import io.cupel.app.intake.EventLog;
import io.cupel.app.intake.LogEntry;
import io.cupel.app.judging.Rehearsal.Change;
import io.cupel.app.judging.Rehearsal.State;
import io.cupel.core.contract.Contract;
import io.cupel.core.evidence.Archive.FiledKey;
import io.cupel.core.evidence.Register;
import io.cupel.core.lifecycle.LeadCase;
import io.cupel.core.lifecycle.Waiting;
import io.cupel.files.LoggedCalls;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Finds out beforehand what would change if a version came into force now: every lead takes the turn, and nothing is
 * written. One rehearsal at a time in each instance, some leads in memory at once. Safe for several threads.
 */
public final class Rehearsals implements AutoCloseable {
    /** Entries of a log that is read as a whole, where the version looks at other attributes than the one in force. */
    static final long READ_AGAIN_MAX = 200_000;

    private static final Logger LOG = LoggerFactory.getLogger(Rehearsals.class);
    private static final int LEADS_AT_ONCE = 500;

    private final JudgingTables tables;
    private final ContractsInForce contracts;
    private final Registers registers;
    private final EventLog log;
    private final Clock clock;
    private final TransactionTemplate snapshot;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread one = new Thread(work, "rehearsal");
        one.setDaemon(true);
        return one;
    });

    /** @param snapshot sees the database as it is when it begins */
    Rehearsals(
            JudgingTables tables,
            ContractsInForce contracts,
            Registers registers,
            EventLog log,
            Clock clock,
            TransactionTemplate snapshot) {
        this.tables = tables;
        this.contracts = contracts;
        this.registers = registers;
        this.log = log;
        this.clock = clock;
        this.snapshot = snapshot;
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    /** The newest rehearsal of a version. */
    public Optional<Rehearsal> find(int version) {
        return tables.rehearsals().find(version, clock.instant());
    }

    /** Stops it. */
    public void stop(int version) {
        tables.rehearsals().stop(version);
    }

    /** Begins to rehearse a version that is there, in the background. */
    public Rehearsal begin(int version) {
        List<TurnTable.Row> turns = tables.turns().all();
        TurnTable.Row last = turns.isEmpty() ? null : turns.get(turns.size() - 1);
        if (last == null || last.version() == version) {
            throw JudgingProblem.IS_IN_FORCE.exception();
        }
        boolean isAlike = Rereading.isAlike(contracts.contract(last.version()), contracts.contract(version));
        if (!isAlike && log.head() > READ_AGAIN_MAX) {
            throw JudgingProblem.LOG_TOO_LONG.exception();
        }
        Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        long leads = tables.parts().shown();
        Rehearsal begun = new Rehearsal(version, State.RUNNING, at, last.version(), leads, 0, List.of());
        UUID run = UUID.randomUUID();
        if (!tables.rehearsals().begin(run, begun, at)) {
            throw JudgingProblem.REHEARSED.exception();
        }
        thread.execute(() -> run(run, begun, isAlike));
        return begun;
    }

    private void run(UUID run, Rehearsal begun, boolean isAlike) {
        Map<Change, Long> counts = new HashMap<>();
        long seen = 0;
        try {
            Register again = isAlike ? null : register(contracts.contract(begun.version()));
            long behind = 0;
            List<Long> some = tables.parts().shown(behind, LEADS_AT_ONCE);
            while (!some.isEmpty()) {
                List<Long> numbers = some;
                snapshot.executeWithoutResult(status -> count(numbers, begun, again, counts));
                seen += some.size();
                behind = some.get(some.size() - 1);
                if (!tables.rehearsals().note(run, State.RUNNING, seen, list(counts), clock.instant())) {
                    return;
                }
                some = tables.parts().shown(behind, LEADS_AT_ONCE);
            }
            tables.rehearsals().note(run, State.DONE, seen, list(counts), clock.instant());
        } catch (RuntimeException e) {
            LOG.error("A rehearsal failed: {}", e.getClass().getName());
            LOG.debug("A rehearsal failed", e);
            tables.rehearsals().note(run, State.LOST, seen, list(counts), clock.instant());
        }
    }

    private void count(List<Long> numbers, Rehearsal begun, @Nullable Register again, Map<Change, Long> counts) {
        List<TurnTable.Row> turns = new ArrayList<>(tables.turns().all());
        int last = turns.size();
        Instant at = begun.at();
        for (TurnTable.Row turn : turns) {
            at = turn.at().isAfter(at) ? turn.at() : at;
        }
        List<Kept> kept = tables.cases().find(numbers);
        for (Kept each : kept) {
            // judged meanwhile
            at = each.row().judgedAt().isAfter(at) ? each.row().judgedAt() : at;
        }
        Instant heard = tables.words().received();
        at = heard.isAfter(at) ? heard : at;
        turns.add(new TurnTable.Row(last + 1, begun.version(), at, Long.MAX_VALUE, at, Long.MAX_VALUE));
        Turning turning = new Turning(contracts, registers, turns, tables.words());
        Map<Long, CatchingUp> before = turning.turned(kept, last);
        if (again != null) {
            Map<Long, List<FiledKey>> keys = registers.keysOf(numbers);
            turning.tell(last + 1, number -> told(again, Objects.requireNonNull(keys.get(number))));
        }
        Map<Long, CatchingUp> after = turning.turned(kept, last + 1);
        long instant = at.toEpochMilli();
        before.forEach((number, turned) -> {
            turned.lead().arrive(instant);
            CatchingUp other = after.get(number);
            if (other != null) {
                counts.merge(change(turned.lead(), other.lead(), instant), 1L, Long::sum);
            }
        });
    }

    /** The register that was made for it has other numbers where somebody was erased. */
    private static Map<String, Object> told(Register again, List<FiledKey> keys) {
        long lead = again.leadOf(keys.get(0).node()).orElseThrow();
        return again.told(again.whole(lead));
    }

    private static Change change(LeadCase before, LeadCase after, long at) {
        return new Change(
                before.at(at).stage().written(),
                target(before.waiting()),
                after.at(at).stage().written(),
                target(after.waiting()),
                0);
    }

    private static @Nullable String target(@Nullable Waiting waiting) {
        if (waiting == null) {
            return null;
        }
        return waiting.target() == null
                ? TrayQuery.BACK.toLowerCase(Locale.ROOT)
                : waiting.target().name().toLowerCase(Locale.ROOT);
    }

    private static List<Change> list(Map<Change, Long> counts) {
        List<Change> list = new ArrayList<>();
        counts.forEach((change, leads) ->
                list.add(new Change(change.from(), change.waitedFor(), change.to(), change.waitFor(), leads)));
        list.sort(Comparator.comparingLong(Change::leads).reversed().thenComparing(Change::toString));
        return list;
    }

    /** Of all that is in the log now, as a contract reads it. */
    private Register register(Contract contract) {
        LoggedCalls calls = new LoggedCalls(contract);
        Register register = new Register();
        List<LogEntry> some = log.after(0, EventLog.READ_MAX);
        while (!some.isEmpty()) {
            some.forEach(entry -> register.enrol(entry.position(), LiveJudge.read(calls, entry)));
            some = log.after(some.get(some.size() - 1).position(), EventLog.READ_MAX);
        }
        return register;
    }
}
