package io.cupel.core.engine;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link Scorer} remembers of one lead: enough to score it at any later instant to the bit as if all its events
 * were read again, for as long as no event comes late. Filled by the scorer alone; not for several threads at once.
 */
public final class LeadState {
    /*
     * Each signal with an event has a row of three numbers, in the order of their first events, so that a match
     * touches one cache line and a lead takes room only for what it did: the value in micro-points as of its last
     * event, that event's millisecond, and in one number the signal's place in the contract (high half) and how many
     * events counted (low half).
     *
     * The bounds are upper bounds of the two scores from the last exact total on: fading only shrinks positive
     * values and penalties are at most 0, so no score can pass the last positive sum plus the positive points that
     * came since. Most events need no total for that reason.
     */
    static final int ROW = 3;
    static final int VALUE = 0;
    static final int MILLIS = 1;
    private static final int TALLY = 2;
    static final int ROWS_AT_FIRST = 4;

    long[] rows;
    /** By place in the contract: the number of the signal's row, counted from 1; 0 while it has none. */
    private final short[] rowNumbers;

    private int touched;
    /** By row; null while no filtered signal has one. */
    private @Nullable Kept @Nullable [] kept;
    /** Days with an event of an unfiltered signal that requires looks at; as many as are needed, then no more. */
    final DaySet mqlDays;

    final DaySet pqlDays;
    /** The last credits; null where they are not kept. */
    @Nullable
    Lately lately;

    long scoreBound;
    long usageBound;
    int events;
    long lastMillis = Long.MIN_VALUE;

    LeadState(int signals, int rowsAtFirst, int mqlDays, int pqlDays) {
        this.rows = new long[rowsAtFirst * ROW];
        this.rowNumbers = new short[signals];
        this.mqlDays = DaySet.of(mqlDays);
        this.pqlDays = DaySet.of(pqlDays);
    }

    /** Keeps from now on what is needed for events that come a little late. */
    void keepLately() {
        lately = new Lately();
    }

    /** The lead's events so far. */
    public int events() {
        return events;
    }

    /** When the last of them in time occurred, in milliseconds since 1970 UTC; before all time without any. */
    public long last() {
        return lastMillis;
    }

    /** Where the rows end, of which each begins {@link #ROW} after the one before. */
    int rowsEnd() {
        return ROW * touched;
    }

    /** Where a signal's row begins; negative while it has none. */
    int row(int signal) {
        return ROW * (rowNumbers[signal] - 1);
    }

    /** Where a signal's row begins, which it gets with its first event. */
    int rowForEvent(int signal) {
        int row = row(signal);
        return row >= 0 ? row : newRow(signal);
    }

    private int newRow(int signal) {
        int row = ROW * touched;
        if (row == rows.length) {
            rows = Arrays.copyOf(rows, 2 * rows.length);
            kept = kept == null ? null : Arrays.copyOf(kept, rows.length / ROW);
        }
        rows[row + TALLY] = (long) signal << Integer.SIZE;
        touched++;
        rowNumbers[signal] = (short) touched;
        return row;
    }

    /** The place in the contract of the signal that a row is of. */
    int signal(int row) {
        return (int) (rows[row + TALLY] >>> Integer.SIZE);
    }

    /** How many events counted for an unfiltered signal. */
    int count(int row) {
        return (int) rows[row + TALLY];
    }

    void countOne(int row) {
        rows[row + TALLY]++;
    }

    void countMany(int row, int events) {
        rows[row + TALLY] += events;
    }

    /** The kept events of the signal that a row is of; null where it is unfiltered. */
    @Nullable
    Kept kept(int row) {
        return kept == null ? null : kept[row / ROW];
    }

    /** Whether a filtered signal has events. */
    boolean hasKept() {
        return kept != null;
    }

    void keep(int row, Kept events) {
        if (kept == null) {
            kept = new Kept[rows.length / ROW];
        }
        kept[row / ROW] = events;
    }

    /** Takes over what another state has of a signal, under the place that the signal has here. */
    void take(LeadState other, int otherRow, int signal) {
        int row = rowForEvent(signal);
        rows[row + VALUE] = other.rows[otherRow + VALUE];
        rows[row + MILLIS] = other.rows[otherRow + MILLIS];
        countMany(row, other.count(otherRow));
        Kept events = other.kept(otherRow);
        if (events != null) {
            keep(row, events);
        }
    }

    /** A few distinct days. */
    static final class DaySet {
        /** For all leads where none are wanted: it is always full. */
        private static final DaySet NONE = new DaySet(0);

        private final long[] days;
        private int size;

        private DaySet(int wanted) {
            this.days = new long[wanted];
        }

        static DaySet of(int wanted) {
            return wanted == 0 ? NONE : new DaySet(wanted);
        }

        /** How many are remembered at most. */
        int wanted() {
            return days.length;
        }

        boolean isFull() {
            return size == days.length;
        }

        void add(long day) {
            if (!isFull() && !contains(day)) {
                days[size++] = day;
            }
        }

        boolean contains(long day) {
            for (int i = size - 1; i >= 0; i--) {
                if (days[i] == day) {
                    return true;
                }
            }
            return false;
        }

        int size() {
            return size;
        }

        long day(int i) {
            return days[i];
        }
    }
}
