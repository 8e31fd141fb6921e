package io.cupel.core.time;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A length of time in whole seconds, as contracts write it: {@code 90s}, {@code 5m}, {@code 4h}, {@code 30d},
 * {@code 2w}. A day is 24 hours. Ages are compared with spans in whole seconds.
 */
public record Span(long seconds) {
    /** A hundred years: longer than any log, and short enough that no product below overflows. */
    public static final long SECONDS_MAX = 100L * 366 * 86_400;

    private static final Pattern WRITTEN = Pattern.compile("([1-9][0-9]{0,9})([smhdw])");

    public Span {
        if (seconds < 1 || seconds > SECONDS_MAX) {
            throw new IllegalArgumentException(
                    "a span must be from 1 second to 100 years, was " + seconds + " seconds");
        }
    }

    public static Span ofDays(long days) {
        return new Span(Math.multiplyExact(days, 86_400L));
    }

    /**
     * Reads a span as contracts write it.
     *
     * @throws IllegalArgumentException if it is not a whole number followed by s, m, h, d or w, or is over a hundred
     *     years
     */
    public static Span parse(String written) {
        Matcher matcher = WRITTEN.matcher(written);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "'" + written + "' is not a span of time; write a whole number and s, m, h, d or w, such as 30d");
        }
        return new Span(Math.multiplyExact(
                Long.parseLong(matcher.group(1)), unitSeconds(matcher.group(2).charAt(0))));
    }

    private static long unitSeconds(char unit) {
        return switch (unit) {
            case 's' -> 1;
            case 'm' -> 60;
            case 'h' -> 3_600;
            case 'd' -> 86_400;
            case 'w' -> 604_800;
            default -> throw new IllegalArgumentException("no unit of time: " + unit);
        };
    }

    /** The seconds of an instant, cut (not rounded), so that ages are differences of whole seconds. */
    public static long secondOf(long epochMillis) {
        return Math.floorDiv(epochMillis, 1_000L);
    }

    /** The age in whole seconds that something of {@code thenMillis} has at {@code nowMillis}. */
    public static long age(long thenMillis, long nowMillis) {
        return secondOf(nowMillis) - secondOf(thenMillis);
    }

    /** Whether something of {@code thenMillis} is at least this old at {@code nowMillis}. */
    public boolean isOverSince(long thenMillis, long nowMillis) {
        return age(thenMillis, nowMillis) >= seconds;
    }

    /** In the largest unit up to a day that divides it: {@code 30d}, {@code 36h}. */
    @Override
    public String toString() {
        for (char unit : new char[] {'d', 'h', 'm'}) {
            long size = unitSeconds(unit);
            if (seconds % size == 0) {
                return Long.toString(seconds / size) + unit;
            }
        }
        return seconds + "s";
    }
}
