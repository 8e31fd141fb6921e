package io.cupel.core.engine;

import io.cupel.core.time.Span;
import java.util.Arrays;

/*
 * A ring of the last credits of a lead, those of one signal in the order of their seconds. Within a second nothing
 * fades, so that there any order gives the same.
 */
/**
 * What the last events of a lead changed, so that one that comes a little late can be put before them: they are taken
 * back, and come after it again. Kept for leads of which some came late; not written.
 */
final class Lately {
    private static final int CREDITS = 64;
    /** Fewer are soon folded anew. */
    static final int EVENTS_MIN = 16;
    /** In {@link #before}: the signal had no event. */
    private static final long NONE = Long.MIN_VALUE;

    private final short[] signals = new short[CREDITS];
    private final long[] instants = new long[CREDITS];
    /** The signal's value in micro-points, and the millisecond of its last event, before the credit. */
    private final long[] values = new long[CREDITS];

    private final long[] before = new long[CREDITS];
    /** How many there were in all. */
    private int count;

    /** A credit to come: what it changes is told as it is now. */
    void note(LeadState state, int signal, int row, long at) {
        put(count++, signal, at, state.rows[row + LeadState.VALUE], lastOf(state, row));
    }

    private static long lastOf(LeadState state, int row) {
        return state.count(row) == 0 ? NONE : state.rows[row + LeadState.MILLIS];
    }

    private void put(int number, int signal, long at, long value, long last) {
        int slot = number % CREDITS;
        signals[slot] = (short) signal;
        instants[slot] = at;
        values[slot] = value;
        before[slot] = last;
    }

    /**
     * Whether all credits of a signal after a second are known, also when as many more are noted.
     *
     * @param more of the signals of one event, each of which may take the place of the oldest credit
     */
    boolean reaches(int signal, long second, int more) {
        for (int number = count - 1; number >= Math.max(0, count + more - CREDITS); number--) {
            int slot = number % CREDITS;
            if (signals[slot] == signal && isBy(before[slot], second)) {
                return true;
            }
        }
        return false;
    }

    private int oldest() {
        return Math.max(0, count - CREDITS);
    }

    private static boolean isBy(long millis, long second) {
        return millis == NONE || Span.secondOf(millis) <= second;
    }

    /** Credits an event before those of later seconds, of which {@link #reaches} knows all. */
    void creditLate(LeadState state, SignalPlan plan, int signal, long at) {
        int row = state.row(signal);
        int[] numbers = new int[CREDITS + 1];
        long[] order = new long[CREDITS + 1];
        int from = CREDITS + 1;
        order[CREDITS] = at;
        numbers[CREDITS] = count;
        long second = Span.secondOf(at);
        for (int number = count - 1; number >= oldest(); number--) {
            int slot = number % CREDITS;
            if (signals[slot] != signal || Span.secondOf(instants[slot]) <= second) {
                continue;
            }
            from--;
            numbers[from - 1] = number;
            order[from] = instants[slot];
            state.rows[row + LeadState.VALUE] = values[slot];
            state.rows[row + LeadState.MILLIS] = before[slot];
            if (isBy(before[slot], second)) {
                break;
            }
        }
        from--;
        order[from] = at;
        again(
                state,
                plan,
                signal,
                Arrays.copyOfRange(numbers, from, CREDITS + 1),
                Arrays.copyOfRange(order, from, CREDITS + 1));
    }

    /** @param numbers of the credits, under which they are noted; the last one is new */
    private void again(LeadState state, SignalPlan plan, int signal, int[] numbers, long[] order) {
        int row = state.row(signal);
        count++;
        for (int i = 0; i < order.length; i++) {
            long value = state.rows[row + LeadState.VALUE];
            long last = state.rows[row + LeadState.MILLIS];
            if (numbers[i] >= oldest()) {
                put(numbers[i], signal, order[i], value, last);
            }
            long age = last == NONE ? 0 : Span.secondOf(order[i]) - Span.secondOf(last);
            state.rows[row + LeadState.VALUE] = plan.clamp(plan.fade(value, age) + plan.points);
            state.rows[row + LeadState.MILLIS] = Math.max(last, order[i]);
        }
    }
}
