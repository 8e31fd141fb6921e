package io.cupel.testkit;

import java.util.Random;

/**
 * Runs a property on many seeded cases. The seeds are the same in every run, so that a green build stays green; a
 * failing case names its seed, and {@code -Dcupel.seed=N} begins with it. {@code -Dcupel.fuzz.factor=N} runs N times as
 * many, and {@code -Dcupel.fuzz.part=N} the first of N parts of them.
 */
public final class Seeds {
    private static final long FIRST_SEED = 1;

    private final long first;
    private final int count;

    private Seeds(long first, int count) {
        this.first = first;
        this.count = count;
    }

    /** One case of a property. Whatever it throws is its failure. */
    @FunctionalInterface
    public interface Case {
        void run(long seed, Random random) throws Exception;
    }

    /** That many cases, from the first seed on. */
    public static Seeds cases(int count) {
        return cases(count, Integer.getInteger("cupel.fuzz.factor", 1), Integer.getInteger("cupel.fuzz.part", 1));
    }

    /** The same, where no part of the cases would do: they only mean something all together. */
    public static Seeds whole(int count) {
        return cases(count, Integer.getInteger("cupel.fuzz.factor", 1), 1);
    }

    static Seeds cases(int count, int factor, int part) {
        if (count < 1) {
            throw new IllegalArgumentException("a property without a case proves nothing, was " + count);
        }
        return new Seeds(Long.getLong("cupel.seed", FIRST_SEED), Math.max(1, Math.multiplyExact(count, factor) / part));
    }

    /** So many of what all cases of a property have to bring are brought by those that run here. */
    public static int share(int ofAll) {
        return ofAll / Integer.getInteger("cupel.fuzz.part", 1);
    }

    /** Runs every case; the first that fails ends the run. */
    public void check(Case property) {
        for (long seed = first; seed < first + count; seed++) {
            try {
                property.run(seed, random(seed));
            } catch (Exception | AssertionError e) {
                throw new AssertionError(
                        "seed " + seed + " (again with -Dcupel.seed=" + seed + "): " + e.getMessage(), e);
            }
        }
    }

    /** A generator for one seed. Neighbouring seeds would begin alike without the mixing (SplitMix64's finisher). */
    public static Random random(long seed) {
        long mixed = (seed ^ (seed >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return new Random(mixed ^ (mixed >>> 31));
    }
}
