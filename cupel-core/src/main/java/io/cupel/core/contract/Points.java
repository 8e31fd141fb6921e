package io.cupel.core.contract;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Points, held as whole micro-points so that a sum is exact in any order. */
public record Points(long micros) implements Comparable<Points> {
    public static final long MICROS_PER_POINT = 1_000_000L;
    /** The largest size of a signal's points or cap, in points: its micro-points stay below 2^32, as the fade needs. */
    public static final long SIZE_MAX = 4_000;

    public static final Points ZERO = new Points(0);
    public static final Points MAX = of(SIZE_MAX);

    public static Points of(long points) {
        return new Points(Math.multiplyExact(points, MICROS_PER_POINT));
    }

    /**
     * Reads a decimal number of points.
     *
     * @throws IllegalArgumentException if it is no decimal number or has more than six decimals
     */
    public static Points parse(String written) {
        try {
            BigDecimal decimal = new BigDecimal(written);
            if (decimal.scale() > 64 || decimal.precision() > 64) {
                throw new IllegalArgumentException("'" + written + "' has too many digits for a number of points");
            }
            return new Points(decimal.movePointRight(6)
                    .setScale(0, RoundingMode.UNNECESSARY)
                    .longValueExact());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + written + "' is not a number of points", e);
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("'" + written + "' has more than six decimals or is too large", e);
        }
    }

    public Points plus(Points other) {
        return new Points(Math.addExact(micros, other.micros));
    }

    /** The whole number that people see and that thresholds compare: rounded down. */
    public long shown() {
        return Math.floorDiv(micros, MICROS_PER_POINT);
    }

    public boolean isPositive() {
        return micros > 0;
    }

    @Override
    public int compareTo(Points other) {
        return Long.compare(micros, other.micros);
    }

    /** The exact decimal number without trailing zeros: {@code 20}, {@code 0.5}, {@code -14.322624}. */
    @Override
    public String toString() {
        return BigDecimal.valueOf(micros, 6).stripTrailingZeros().toPlainString();
    }
}
