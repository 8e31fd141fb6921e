package io.cupel.core.contract;

import org.jspecify.annotations.Nullable;

/**
 * A statement that gives points for a kind of event.
 *
 * @param when the further condition on the event; null for every event that {@code on} names
 * @param cap the largest size that the signal's value can have, positive
 * @param qualifies the stage for which a matching event is a raised hand; null for none
 */
public record Signal(
        String name,
        Kind kind,
        On on,
        @Nullable Condition when,
        Points points,
        Fading fading,
        Filters filters,
        Points cap,
        @Nullable Target qualifies) {
    public Signal {
        if (Math.abs(points.micros()) > Points.MAX.micros() || cap.micros() < 1 || cap.micros() > Points.MAX.micros()) {
            throw new IllegalArgumentException("signal '" + name + "': points and cap are at most " + Points.SIZE_MAX
                    + " in size, cap is positive");
        }
        if (points.micros() == 0 && qualifies == null) {
            throw new IllegalArgumentException("signal '" + name + "' has no points and does not qualify");
        }
    }

    /** Whether every matching event counts for ever, so that one value is all there is to remember. */
    public boolean isUnfiltered() {
        return filters.isEmpty() && fading.linear() == null;
    }
}
