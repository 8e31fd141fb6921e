package io.cupel.core.contract;

import io.cupel.core.time.Span;
import org.jspecify.annotations.Nullable;

/**
 * Which matching events of a signal count. They apply in the order every, distinct, window, newest 100, at-least,
 * at-most.
 *
 * @param every at most one event in each such span; null for all
 * @param distinct the path, such as {@code event.path}, of whose values each counts once; null for all
 * @param window how old an event may become; null for any age
 * @param atLeast fewer than so many count for nothing; 0 for no such limit
 * @param atMost only the newest so many count; 0 for no such limit
 */
public record Filters(
        @Nullable Span every,
        @Nullable String distinct,
        @Nullable Span window,
        int atLeast,
        int atMost) {
    /** Events kept of a signal that has a filter, and so the largest at-least and at-most. */
    public static final int KEPT_MAX = 100;
    /** Values that {@code distinct} tells apart; later ones do not count. */
    public static final int DISTINCT_MAX = 64;

    public static final Filters NONE = new Filters(null, null, null, 0, 0);

    public Filters {
        if (atLeast < 0 || atLeast > KEPT_MAX || atMost < 0 || atMost > KEPT_MAX) {
            throw new IllegalArgumentException(
                    "at-least and at-most are up to " + KEPT_MAX + ", were " + atLeast + " and " + atMost);
        }
    }

    public boolean isEmpty() {
        return equals(NONE);
    }
}
