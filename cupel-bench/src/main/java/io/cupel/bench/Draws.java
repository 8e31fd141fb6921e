package io.cupel.bench;

/** A stream of random numbers that its seed alone decides: SplitMix64. */
final class Draws {
    private static final long STEP = 0x9E3779B97F4A7C15L;

    private long state;

    private Draws(long state) {
        this.state = state;
    }

    /** The stream of one lead, whatever is drawn for others. */
    static Draws of(long seed, int lead) {
        return new Draws(mixed(seed ^ (lead * STEP)));
    }

    long next() {
        state += STEP;
        return mixed(state);
    }

    /** Evenly from 0 to 1, 1 not included. */
    double share() {
        return (next() >>> 11) * 0x1p-53;
    }

    /** A whole number from 0 to {@code size}, that not included. */
    int below(int size) {
        return (int) (size * share());
    }

    /** The same, where smaller numbers are likelier. */
    int squaredBelow(int size) {
        double share = share();
        return (int) (size * share * share);
    }

    private static long mixed(long bits) {
        long once = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        long twice = (once ^ (once >>> 27)) * 0x94D049BB133111EBL;
        return twice ^ (twice >>> 31);
    }
}
