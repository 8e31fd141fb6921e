package io.cupel.core.time;

import java.math.BigInteger;

/**
 * Exponential forgetting in whole micro-points: a value loses half of its weight in every half-life. Immutable; one per
 * half-life.
 */
public final class Fade {
    /*
     * The fade is a table step and a chord: 4,096 steps a half-life, exact at each, and between two of them a
     * straight line, which lies above the curve by less than 1e-7 of the value [1]. All in long arithmetic, so that
     * every JDK and every processor agrees to the bit.
     *
     *   U = (age * 2^24) div h;  n = U div 2^24;  k = (U div 2^12) mod 4096;  j = U mod 4096
     *   w = T[k] - ((T[k] - T[k+1]) * j) div 2^12;  fade = ((v * w) div 2^31) div 2^n
     *
     * The division by h is a multiplication by floor(2^62 / h) and at most one step up: for x < 2^55 the product
     * falls short of x / h by less than x / 2^62 + 1 < 2.
     *
     * [1] docs/scoring.md, "Fade"; checked against BigDecimal by FadePropertyTest.
     */
    private static final int STEP_BITS = 12;
    private static final int STEPS = 1 << STEP_BITS;
    private static final int TURN_BITS = 2 * STEP_BITS;
    private static final int WEIGHT_BITS = 31;
    private static final int RECIPROCAL_BITS = 62;
    /** Half-lives after which nothing is left of the largest value. */
    private static final int TURNS_MAX = 62;
    /** The largest value in micro-points, exclusive: v * w stays below 2^63. */
    public static final long VALUE_BOUND = 1L << 32;

    /** The oldest age in seconds, exclusive, for which age times 2^24 stays below 2^55: 68 years. */
    private static final long AGE_BOUND = 1L << (55 - TURN_BITS);

    /** The weights, without a sign: 2^31 does not fit one, and the smaller table stays in the nearest cache. */
    private static final int[] WEIGHTS = weights();

    private final long halfLife;
    private final long reciprocal;

    public Fade(Span halfLife) {
        this.halfLife = halfLife.seconds();
        this.reciprocal = (1L << RECIPROCAL_BITS) / this.halfLife;
    }

    /** The half-life in seconds. */
    public long halfLifeSeconds() {
        return halfLife;
    }

    /**
     * What is left of a value after some time.
     *
     * @param micros the value in micro-points, smaller than 2^32 in size
     * @param ageSeconds its age in whole seconds, not negative
     * @return micro-points between 0 and the value; {@code fade(-v) = -fade(v)}
     */
    public long of(long micros, long ageSeconds) {
        if (ageSeconds == 0 || micros == 0) {
            return micros;
        }
        if (ageSeconds < 0) {
            throw new IllegalArgumentException("an age is not negative, was " + ageSeconds + " seconds");
        }
        long turns = ageSeconds < AGE_BOUND ? divideByHalfLife(ageSeconds << TURN_BITS) : turnsOfAges(ageSeconds);
        long whole = turns >>> TURN_BITS;
        if (whole >= TURNS_MAX) {
            return 0;
        }
        int step = (int) (turns >>> STEP_BITS) & (STEPS - 1);
        long chord = turns & (STEPS - 1);
        long above = weight(step);
        long weight = above - (((above - weight(step + 1)) * chord) >>> STEP_BITS);
        long left = ((Math.abs(micros) * weight) >>> WEIGHT_BITS) >>> whole;
        return micros < 0 ? -left : left;
    }

    private long divideByHalfLife(long scaled) {
        // (scaled * reciprocal) >> 62, from the high and the low half of the product.
        long quotient = (Math.multiplyHigh(scaled, reciprocal) << 2) | ((scaled * reciprocal) >>> RECIPROCAL_BITS);
        return scaled - quotient * halfLife >= halfLife ? quotient + 1 : quotient;
    }

    /** The same for ages whose product with 2^24 would not fit: whole half-lives and the rest apart. */
    private long turnsOfAges(long ageSeconds) {
        long whole = Math.min(TURNS_MAX, ageSeconds / halfLife);
        return (whole << TURN_BITS) + ((ageSeconds % halfLife) << TURN_BITS) / halfLife;
    }

    /** T[k] for k = 0 … 4096, for tests and for other engines of the same arithmetic. */
    static long weight(int step) {
        return Integer.toUnsignedLong(WEIGHTS[step]);
    }

    /**
     * T[k] = round(2^31 * 2^(-k/4096)), from whole-number roots: 2^(-1/4096) is the twelfth square root of one half.
     */
    private static int[] weights() {
        int precision = 160;
        BigInteger root = BigInteger.ONE.shiftLeft(precision - 1);
        for (int i = 0; i < STEP_BITS; i++) {
            root = root.shiftLeft(precision).sqrt();
        }
        int[] table = new int[STEPS + 1];
        BigInteger power = BigInteger.ONE.shiftLeft(precision);
        BigInteger half = BigInteger.ONE.shiftLeft(precision - WEIGHT_BITS - 1);
        for (int k = 0; k < STEPS; k++) {
            table[k] = (int) power.add(half).shiftRight(precision - WEIGHT_BITS).longValueExact();
            power = power.multiply(root).shiftRight(precision);
        }
        table[STEPS] = 1 << (WEIGHT_BITS - 1);
        return table;
    }
}
