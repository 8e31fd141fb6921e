package io.cupel.core.engine;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link Scorer} remembers of one lead: enough to score it at any later instant to the bit as if all its events were
 * read again, for as long as no event comes late. Filled by the scorer alone; not for several threads at once.
 */
public final class LeadState {
    /*
     * Each unfiltered signal has a row of four numbers, so that a match touches one cache line: the value in micro-points as of
     * its last event, that event's second, its millisecond, and how many events counted.
     *
     * The bounds are upper bounds of the two scores from the last exact total on: fading only shrinks positive values and
     * penalties are at most 0, so no score can pass the last positive sum plus the positive points that came since. Most
     * events need no total for that reason.
     */
    static final int ROW = 4;
    static final int VALUE = 0;
    static final int SECOND = 1;
    static final int MILLIS = 2;
    static final int COUNT = 3;

    final long[] rows;
    /** Places of signals with an event, in the order of the first of each. */
    final int[] touched;

    int touchedCount;
    final @Nullable Kept[] kept;
    /** Days with an event of an unfiltered signal that requires looks at; as many as are needed, then no more. */
    final DaySet mqlDays;

    final DaySet pqlDays;
    long scoreBound;
    long usageBound;
    int events;
    long lastMillis = Long.MIN_VALUE;

    LeadState(int signals, int mqlDays, int pqlDays) {
        this.rows = new long[ROW * signals];
        this.touched = new int[signals];
        this.kept = new Kept[signals];
        this.mqlDays = new DaySet(mqlDays);
        this.pqlDays = new DaySet(pqlDays);
    }

    /** The lead's events so far. */
    public int events() {
        return events;
    }

    /** Makes it a new lead's, so that a bulk run needs one only. */
    void clear() {
        for (int i = 0; i < touchedCount; i++) {
            Arrays.fill(rows, ROW * touched[i], ROW * touched[i] + ROW, 0);
            kept[touched[i]] = null;
        }
        touchedCount = 0;
        mqlDays.clear();
        pqlDays.clear();
        scoreBound = 0;
        usageBound = 0;
        events = 0;
        lastMillis = Long.MIN_VALUE;
    }

    boolean isUntouched(int signal) {
        return rows[ROW * signal + COUNT] == 0;
    }

    void touch(int signal) {
        touched[touchedCount++] = signal;
    }

    /** A few distinct days. */
    static final class DaySet {
        private final long[] days;
        private int size;

        DaySet(int wanted) {
            this.days = new long[wanted];
        }

        boolean isFull() {
            return size == days.length;
        }

        void add(long day) {
            if (!isFull() && !contains(day)) {
                days[size++] = day;
            }
        }

        private boolean contains(long day) {
            for (int i = size - 1; i >= 0; i--) {
                if (days[i] == day) {
                    return true;
                }
            }
            return false;
        }

        void clear() {
            size = 0;
        }

        int size() {
            return size;
        }

        long day(int i) {
            return days[i];
        }
    }
}
