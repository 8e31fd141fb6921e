package io.cupel.files;

import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;

/**
 * Which of several rows has the last word, where they tell one thing at one time: the one that was modified last, of
 * equal ones the one that stands later. A row that does not say when it was modified counts as modified as late as the
 * tables before its own, so that a correction without dates corrects what it is given after.
 */
final class RowOrder {
    /** Of the greatest number. */
    private static final int DIGITS = 19;

    private static final long TABLE = 1_000_000_000_000L;

    private long latestBefore;
    private long latest;
    private int table;

    /** What comes next stands in the table of this number. */
    void begin(int number) {
        table = number;
        latestBefore = latest;
    }

    /** The row's order, written so that the later word compares greater as a text. */
    String of(long line, OptionalLong modified) {
        long when = Math.max(0, modified.orElse(latestBefore));
        latest = Math.max(latest, when);
        byte[] digits = new byte[2 * DIGITS];
        write(when, digits, DIGITS);
        write(table * TABLE + line, digits, 2 * DIGITS);
        return new String(digits, StandardCharsets.ISO_8859_1);
    }

    /** Writes a number with zeros before it, to end before a place. */
    private static void write(long number, byte[] digits, int until) {
        long rest = number;
        for (int i = until - 1; i >= until - DIGITS; i--) {
            digits[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }
}
