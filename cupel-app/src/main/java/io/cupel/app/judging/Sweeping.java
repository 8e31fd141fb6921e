package io.cupel.app.judging;

import io.cupel.app.contracts.ContractsInForce;
import io.cupel.app.identity.Registers;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.transaction.support.TransactionTemplate;

/*
 * Several instances do this at once, and one of them judges beside it. What makes that as one after the other:
 *
 * - A slice is a transaction of its own that sees one state of the database, as it was between two batches of the
 *   judge. So leads, turns, words and who is who are of one piece, also while the next turn begins or words are added.
 * - It begins with the lease of the rows of its leads. It fails where somebody wrote one of them since that state, and
 *   passes over those that somebody has. The judge takes the rows of leads that may be behind before it reads them, and
 *   waits for who has them. So a lead that is leased is as it was in that state until the slice ends, and nobody has it
 *   catch up twice.
 * - The judge writes no row of a lead that may be behind without having that row of its state. So a slice waits for
 *   nobody, whoever waits for it will not wait for long, and there is no circle of those who wait.
 * - Whoever needs that nobody sweeps takes the whole table of states (StateTable.hold).
 * - Leads that are not behind are never leased. The judge has no others in memory that it does not read again.
 */
/**
 * Has leads catch up that nobody touches, a slice in a transaction, in any instance and beside the judge: leads that
 * did not take a turn, and leads that did not hear what became known about their company. Safe for several threads.
 */
final class Sweeping {
    /** Leads that take their turn in one transaction. */
    static final int TURNED_MAX = 1_000;
    /** Leads that hear something about their company in one transaction. */
    static final int TOLD_MAX = 500;
    /** Between two looks whether others are done with what they have in hand. */
    private static final long OTHERS_NANOS = 5_000_000;
    /** Of one slice, where others wrote what it was about to write. */
    private static final int TRIES_MAX = 3;

    private final TransactionTemplate transactions;
    private final Places places;
    private final JudgingTables tables;
    private final JudgingMetrics metrics;
    private final Clock clock;
    private final TurnQueue queue;
    private final Slices slices;
    private @Nullable Turning turning;

    /** Where stands how leads stand, who they are, and by what they are judged. */
    record Places(Registers registers, JudgingTables tables, ContractsInForce contracts, TurnQueue queue) {}

    /** @param transactions each of which sees one state of the database */
    Sweeping(TransactionTemplate transactions, Places places, JudgingMetrics metrics, Clock clock) {
        this.transactions = transactions;
        this.places = places;
        this.tables = places.tables();
        this.metrics = metrics;
        this.clock = clock;
        this.queue = places.queue();
        this.slices = new Slices(tables, queue);
    }

    /**
     * Has some leads take their turn that nobody touched since; gives how many these were: 0 where there are none,
     * where the sweep is stopped, or where others have the rest in hand.
     */
    int sweep() {
        return sweep(TURNED_MAX);
    }

    /** The same of so many leads at once. */
    synchronized int sweep(int most) {
        int taken = tables.turns().running() == 0 ? 0 : slice(known -> take(known, most));
        metrics.turned(taken);
        return taken;
    }

    private int take(Turning known, int most) {
        int turn = tables.turns().running();
        int taken = turn == 0 ? 0 : slices.take(known, turn, most);
        if (taken == 0 && turn > 0 && queue.isEmpty(turn)) {
            tables.turns().done(turn, now());
        }
        return taken;
    }

    /**
     * Has some leads hear what is known about their company, that nobody touched since; gives 0 where all have, or
     * others have the rest in hand.
     */
    int tell() {
        return tell(TOLD_MAX);
    }

    /** The same of so many leads at once. */
    synchronized int tell(int most) {
        int told = tables.words().oldest().isEmpty() ? 0 : slice(known -> slices.tell(known, most));
        metrics.told(told);
        return told;
    }

    /** Has all leads hear what is known now about their companies, and waits for those that others have in hand. */
    void tellAll() {
        long last = tables.words().lastNumber();
        while (tables.words().isAny(last)) {
            if (tell() == 0) {
                LockSupport.parkNanos(OTHERS_NANOS);
            }
        }
    }

    private int slice(ToIntFunction<Turning> work) {
        for (int tries = 1; tries <= TRIES_MAX; tries++) {
            try {
                return Objects.requireNonNull(transactions.execute(status -> {
                    tables.states().enter();
                    return tables.progress().read().version() == 0 ? 0 : work.applyAsInt(known());
                }));
            } catch (ConcurrencyFailureException e) {
                // nothing of it is written; the leads are looked for again
            } finally {
                slices.leave();
            }
        }
        return 0;
    }

    /** By the turns that there are in what the transaction sees. */
    private Turning known() {
        List<TurnTable.Row> turns = tables.turns().all();
        Turning known = turning;
        if (known == null || !known.isOf(turns)) {
            known = new Turning(places.contracts(), places.registers(), turns, tables.words());
            turning = known;
        }
        return known;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
