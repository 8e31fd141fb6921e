package io.cupel.files.generate;

import java.util.List;

/**
 * Draws that depend on nothing but their seed. Every lead has dice of its own, so that neither the number of leads nor
 * the order in which they are made changes one of them.
 *
 * <p>The generator is SplitMix64 [1]; whatever needs more than the four basic operations uses {@link StrictMath},
 * because {@link Math} may differ between machines in the last bit.
 *
 * <p>[1] Steele, Lea, Flood: Fast splittable pseudorandom number generators, OOPSLA 2014.
 */
final class Dice {
    private static final long GAMMA = 0x9e3779b97f4a7c15L;
    private static final double UNIT = 0x1.0p-53;

    /** What dice are for. Each topic of a lead has its own, so that a change of one leaves the others as they were. */
    enum Topic {
        WEIGHT(0),
        PERSON(1),
        COMPANY(2),
        ACTIVITY(3),
        MISHAPS(4),
        SALES(5),
        VISITORS(6),
        SPEND(7),
        PLANTED(8);

        private final long number;

        Topic(long number) {
            this.number = number;
        }
    }

    private long state;

    private Dice(long state) {
        this.state = state;
    }

    /** The dice of one thing, such as the lead of that number. */
    static Dice of(long seed, Topic topic, long number) {
        return new Dice(mixed(mixed(seed + topic.number * GAMMA) ^ (number * GAMMA)));
    }

    /** A one-to-one scrambling of 64 bits: different numbers stay different. */
    static long mixed(long number) {
        long mixed = (number ^ (number >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }

    long next() {
        state += GAMMA;
        return mixed(state);
    }

    /** From 0 to just below 1. */
    double uniform() {
        return (next() >>> 11) * UNIT;
    }

    /** From 0 to one less than the limit. */
    int below(int limit) {
        return (int) (((next() >>> 32) * limit) >>> 32);
    }

    /** From one number to another, both possible. */
    int between(int least, int most) {
        return least + below(most - least + 1);
    }

    boolean chance(double probability) {
        return uniform() < probability;
    }

    <T> T pick(List<T> from) {
        return from.get(below(from.size()));
    }

    /** Symmetric around 0 with a standard deviation of 1 (Box and Muller). */
    double normal() {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - uniform()));
        return radius * StrictMath.cos(2 * StrictMath.PI * uniform());
    }

    /** Half of the draws lie below the median; sigma is the standard deviation of the logarithm. */
    double logNormal(double median, double sigma) {
        return median * StrictMath.exp(sigma * normal());
    }
}
