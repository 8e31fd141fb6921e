package io.cupel.core.evidence;

/**
 * Whole numbers from {@code low} to {@code high}, both inclusive: a number known exactly or within bounds. Not below
 * zero.
 */
public record Range(long low, long high) {
    /** The high end of a range without one, such as "500+". */
    public static final long OPEN = Long.MAX_VALUE;

    public Range {
        if (low < 0 || high < low) {
            throw new IllegalArgumentException("a range goes up from zero or more, was %s to %s".formatted(low, high));
        }
    }

    public static Range exactly(long number) {
        return new Range(number, number);
    }

    public static Range atLeast(long number) {
        return new Range(number, OPEN);
    }

    public static Range atMost(long number) {
        return new Range(0, number);
    }

    public boolean isExact() {
        return low == high;
    }

    /** Whether the range has no high end. */
    public boolean isOpen() {
        return high == OPEN;
    }
}
