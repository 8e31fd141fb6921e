package io.cupel.core.engine;

import io.cupel.core.contract.Filters;
import io.cupel.core.state.StateReader;
import io.cupel.core.state.StateWriter;
import io.cupel.core.state.UnreadableState;
import io.cupel.core.time.Span;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The events of one filtered signal that may still count: what {@code every} and {@code distinct} let through, the
 * newest 100. {@code window}, {@code linear}, {@code at-least} and {@code at-most} depend on the instant and are looked
 * at when reading.
 */
final class Kept {
    private final SignalPlan plan;
    /** In the order of their first sight, so that one state has one written form. */
    private final Set<Object> seen;

    private long[] instants = new long[4];
    private int[] ordinals = new int[4];
    private int size;
    private long lastKept = Long.MIN_VALUE;
    private long lastDropped = Long.MIN_VALUE;

    Kept(SignalPlan plan) {
        this.plan = plan;
        this.seen = plan.filters.distinct() == null ? Set.of() : new LinkedHashSet<>();
    }

    /**
     * Takes in a matching event, newer than or as old as all before it.
     *
     * @param ordinal the place of the event among the lead's own
     * @param value what {@code distinct} looks at; null where the event has none
     */
    void take(long at, int ordinal, @Nullable Object value) {
        Filters filters = plan.filters;
        if (filters.every() != null
                && lastKept != Long.MIN_VALUE
                && !filters.every().isOverSince(lastKept, at)) {
            return;
        }
        lastKept = at;
        if (filters.distinct() != null && !isNew(value)) {
            return;
        }
        append(at, ordinal);
    }

    private boolean isNew(@Nullable Object value) {
        return value != null && seen.size() < Filters.DISTINCT_MAX && seen.add(DistinctValue.of(value));
    }

    private void append(long at, int ordinal) {
        if (size == Filters.KEPT_MAX) {
            lastDropped = instants[0];
            System.arraycopy(instants, 1, instants, 0, size - 1);
            System.arraycopy(ordinals, 1, ordinals, 0, size - 1);
            size--;
        } else if (size == instants.length) {
            int room = Math.min(Filters.KEPT_MAX, 2 * size);
            instants = java.util.Arrays.copyOf(instants, room);
            ordinals = java.util.Arrays.copyOf(ordinals, room);
        }
        instants[size] = at;
        ordinals[size] = ordinal;
        size++;
    }

    /** Where the counted ones begin at an instant, of those from there to {@link #size()}. */
    int from(long now, boolean withAtLeast) {
        int from = size;
        while (from > 0 && plan.isYoungEnough(instants[from - 1], now)) {
            from--;
        }
        int count = size - from;
        if (withAtLeast && count < plan.filters.atLeast()) {
            return size;
        }
        int atMost = plan.filters.atMost();
        return atMost > 0 && count > atMost ? size - atMost : from;
    }

    int count(long now) {
        return size - from(now, true);
    }

    int size() {
        return size;
    }

    long instant(int place) {
        return instants[place];
    }

    int ordinal(int place) {
        return ordinals[place];
    }

    /** Whether an event that would count at this instant was let go for the limit of 100. */
    boolean isLimited(long now) {
        return lastDropped != Long.MIN_VALUE && plan.isYoungEnough(lastDropped, now);
    }

    /** The signal's value in micro-points. */
    long value(long now, boolean withAtLeast) {
        int from = from(now, withAtLeast);
        long value = 0;
        long last = 0;
        for (int i = from; i < size; i++) {
            if (plan.linearSeconds > 0) {
                value += plan.linear(Span.age(instants[i], now));
            } else {
                long second = Span.secondOf(instants[i]);
                value = plan.clamp(plan.fade(value, second - last) + plan.points);
                last = second;
            }
        }
        return plan.linearSeconds > 0 ? plan.clamp(value) : plan.fade(value, Span.secondOf(now) - last);
    }

    /**
     * Writes all that is kept.
     *
     * @param events how many the lead has
     */
    void write(StateWriter out, int events) {
        out.instant(lastKept);
        out.number(size);
        int after = events;
        for (int i = size - 1; i >= 0; i--) {
            out.instant(instants[i]);
            out.number(after - 1L - ordinals[i]);
            after = ordinals[i];
        }
        if (size == Filters.KEPT_MAX) {
            out.instant(lastDropped);
        }
        if (plan.filters.distinct() != null) {
            out.number(seen.size());
            seen.forEach(value -> DistinctValue.write(value, out));
        }
    }

    static Kept read(SignalPlan plan, StateReader in, int events, long lastMillis) throws UnreadableState {
        Kept kept = new Kept(plan);
        kept.lastKept = in.instant();
        in.require(kept.lastKept <= lastMillis, "an event is later than the last one");
        kept.readEvents(in, events);
        if (plan.filters.distinct() != null) {
            int values = in.count(Filters.DISTINCT_MAX);
            for (int i = 0; i < values; i++) {
                in.require(kept.seen.add(DistinctValue.read(in)), "a value stands twice");
            }
        }
        return kept;
    }

    private void readEvents(StateReader in, int events) throws UnreadableState {
        size = in.count(Filters.KEPT_MAX);
        if (size > instants.length) {
            instants = new long[size];
            ordinals = new int[size];
        }
        long later = lastKept;
        int after = events;
        for (int i = size - 1; i >= 0; i--) {
            instants[i] = in.instant();
            in.require(instants[i] <= later, "events are out of order");
            later = instants[i];
            in.require(after > 0, "there are more events than the lead has");
            ordinals[i] = after - 1 - in.count(after - 1);
            after = ordinals[i];
        }
        if (size == Filters.KEPT_MAX) {
            lastDropped = in.instantOrNever();
            in.require(lastDropped <= later, "events are out of order");
        }
    }
}
