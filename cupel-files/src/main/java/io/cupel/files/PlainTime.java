package io.cupel.files;

import java.time.LocalDate;

/**
 * Reads the form of a time that nearly all programs write, {@code 2026-03-01T09:00:00Z} with or without a fraction, out
 * of bytes; whatever else it may be, {@link OccurredAt} reads it. Not for several threads.
 */
final class PlainTime {
    /** It is written in another form, or is no time. */
    static final long OTHER = Long.MAX_VALUE;

    private static final int DATE = 10;
    private static final int SHORTEST = 20;
    private static final int FRACTION_MAX = 9;
    private static final int DAY_MILLIS = 86_400_000;

    /** Of a log, one date after the other begins with the same ten letters. */
    private final byte[] knownDate = new byte[DATE];

    private long knownMillis;

    /** Milliseconds since 1970 UTC. */
    long millis(byte[] text, int from, int until) {
        int length = until - from;
        if (length < SHORTEST
                || text[from + DATE] != 'T'
                || text[from + 13] != ':'
                || text[from + 16] != ':'
                || text[until - 1] != 'Z') {
            return OTHER;
        }
        int hours = two(text, from + 11, 23);
        int minutes = two(text, from + 14, 59);
        int seconds = two(text, from + 17, 59);
        int fraction = fraction(text, from + 19, until - 1);
        if ((hours | minutes | seconds | fraction) < 0 || !isDateKnown(text, from)) {
            return OTHER;
        }
        return knownMillis + ((hours * 60L + minutes) * 60 + seconds) * 1_000 + fraction;
    }

    /** The milliseconds of a fraction, cut; negative for what is none. */
    private static int fraction(byte[] text, int from, int until) {
        if (from == until) {
            return 0;
        }
        if (text[from] != '.' || until - from < 2 || until - from - 1 > FRACTION_MAX) {
            return -1;
        }
        int millis = 0;
        for (int i = 1; i <= 3 || from + i < until; i++) {
            int digit = from + i < until ? text[from + i] - '0' : 0;
            if (digit < 0 || digit > 9) {
                return -1;
            }
            millis = i <= 3 ? millis * 10 + digit : millis;
        }
        return millis;
    }

    private static int two(byte[] text, int at, int most) {
        int tens = text[at] - '0';
        int ones = text[at + 1] - '0';
        int number = 10 * tens + ones;
        return tens < 0 || tens > 9 || ones < 0 || ones > 9 || number > most ? -1 : number;
    }

    /** Makes the date the known one, if it is none. */
    private boolean isDateKnown(byte[] text, int from) {
        if (java.util.Arrays.equals(text, from, from + DATE, knownDate, 0, DATE)) {
            return true;
        }
        int century = two(text, from, 99);
        int year = two(text, from + 2, 99);
        int month = two(text, from + 5, 12);
        int day = two(text, from + 8, 31);
        if ((century | year | month | day) < 0 || text[from + 4] != '-' || text[from + 7] != '-') {
            return false;
        }
        int years = 100 * century + year;
        if (month == 0 || day == 0 || day > java.time.YearMonth.of(years, month).lengthOfMonth()) {
            return false;
        }
        knownMillis = LocalDate.of(years, month, day).toEpochDay() * DAY_MILLIS;
        System.arraycopy(text, from, knownDate, 0, DATE);
        return true;
    }
}
