package io.cupel.files.log;

import java.nio.charset.StandardCharsets;

/** UUIDs as texts of 36 small letters, and as the 128 bits that they are. */
final class UuidText {
    private static final int LENGTH = 36;
    private static final int[] DIGITS = {0, 2, 4, 6, 9, 11, 14, 16, 19, 21, 24, 26, 28, 30, 32, 34};
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    /** The value of each letter; negative for what is no small hexadecimal digit. */
    private static final byte[] VALUES = values();

    private UuidText() {}

    private static byte[] values() {
        byte[] values = new byte[128];
        java.util.Arrays.fill(values, (byte) -1);
        for (int i = 0; i < HEX.length; i++) {
            values[HEX[i]] = (byte) i;
        }
        return values;
    }

    /** Whether the text is what {@link #of} would give again. */
    static boolean isUuid(byte[] text, int from, int length) {
        if (length != LENGTH
                || text[from + 8] != '-'
                || text[from + 13] != '-'
                || text[from + 18] != '-'
                || text[from + 23] != '-') {
            return false;
        }
        int all = 0;
        for (int digit : DIGITS) {
            byte first = text[from + digit];
            byte second = text[from + digit + 1];
            all |= first < 0 || second < 0 ? -1 : VALUES[first] | VALUES[second];
        }
        return all >= 0;
    }

    static long high(byte[] text, int from) {
        return bits(text, from, 0);
    }

    static long low(byte[] text, int from) {
        return bits(text, from, 8);
    }

    private static long bits(byte[] text, int from, int first) {
        long bits = 0;
        for (int i = first; i < first + 8; i++) {
            int at = from + DIGITS[i];
            bits = (bits << 8) | (VALUES[text[at]] << 4) | VALUES[text[at + 1]];
        }
        return bits;
    }

    static String of(long high, long low) {
        byte[] text = new byte[LENGTH];
        text[8] = '-';
        text[13] = '-';
        text[18] = '-';
        text[23] = '-';
        for (int i = 0; i < DIGITS.length; i++) {
            int value = (int) ((i < 8 ? high : low) >>> (56 - 8 * (i & 7))) & 0xFF;
            text[DIGITS[i]] = HEX[value >> 4];
            text[DIGITS[i] + 1] = HEX[value & 15];
        }
        return new String(text, StandardCharsets.ISO_8859_1);
    }
}
