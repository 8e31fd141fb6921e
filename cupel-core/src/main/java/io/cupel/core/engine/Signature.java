package io.cupel.core.engine;

/**
 * What a contract sees in an event: the signals that it matches. Events that look alike to every condition share one.
 * Immutable; belongs to the {@link Scorer} that gave it.
 */
public final class Signature {
    /** Places in the contract of the matched signals without filters. */
    final int[] unfiltered;
    /** Places in the contract of the matched signals with filters. */
    final int[] filtered;
    /** Places in the contract of the matched signals that raise hands. */
    final int[] hands;

    Signature(int[] unfiltered, int[] filtered, int[] hands) {
        this.unfiltered = unfiltered;
        this.filtered = filtered;
        this.hands = hands;
    }

    /** Whether the event matches no signal. */
    public boolean isEmpty() {
        return unfiltered.length == 0 && filtered.length == 0;
    }

    boolean matches(int signal) {
        return contains(unfiltered, signal) || contains(filtered, signal);
    }

    private static boolean contains(int[] places, int signal) {
        for (int place : places) {
            if (place == signal) {
                return true;
            }
        }
        return false;
    }
}
