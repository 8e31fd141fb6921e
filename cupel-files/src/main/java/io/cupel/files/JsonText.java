package io.cupel.files;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Steps over the signs, texts and numbers of JSON in bytes, eight at a time where they are letters. */
final class JsonText {
    /** What {@link #letter} is behind the last one. JSON cannot have it. */
    static final char END = 0;

    /** So many bytes behind the end may be looked at, whatever stands there. */
    static final int SLACK = Long.BYTES;

    /** Numbers of so many digits fit. */
    private static final int DIGITS_MAX = 18;
    /** Of so many digits, a double divided by a power of ten is the double nearest to the decimal. */
    private static final int DECIMAL_DIGITS_MAX = 15;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long HIGHS = 0x8080_8080_8080_8080L;

    private byte[] bytes = {};
    private int start;
    private int at;
    private int end;
    private long foreign;
    private long hash;
    private long whole;
    private boolean isDecimal;
    private double decimal;

    void begin(byte[] bytes, int from, int until) {
        this.bytes = bytes;
        this.start = from;
        this.at = from;
        this.end = until;
        this.foreign = 0;
    }

    /** Where the next line feed stands; until where there is none. */
    static int endOfLine(byte[] bytes, int from, int until) {
        int at = from;
        while (at < until) {
            long letters = (long) LONGS.get(bytes, at) ^ (ONES * '\n');
            long feeds = (letters - ONES) & ~letters & HIGHS;
            if (feeds != 0) {
                return Math.min(until, at + (Long.numberOfTrailingZeros(feeds) >>> 3));
            }
            at += Long.BYTES;
        }
        return until;
    }

    /** Whether all bytes are letters, digits or signs of ASCII: neither blank nor control. */
    static boolean areLetters(byte[] bytes, int from, int until) {
        long others = 0;
        int at = from;
        for (; at + Long.BYTES <= until; at += Long.BYTES) {
            others |= others((long) LONGS.get(bytes, at));
        }
        if (at < until) {
            long rest = (long) LONGS.get(bytes, at) & ((1L << ((until - at) << 3)) - 1);
            others |= others(rest | ((ONES * 'a') << ((until - at) << 3)));
        }
        return others == 0;
    }

    /** A bit in each byte that is a blank, a control or beyond ASCII; zero only where there is none. */
    private static long others(long letters) {
        return ((letters - ONES * '!') | letters | (letters + ONES)) & HIGHS;
    }

    /** Where it stands. */
    int at() {
        return at;
    }

    /** The byte where it stands. */
    char letter() {
        return at < end ? (char) (bytes[at] & 0xFF) : END;
    }

    void step() {
        at++;
    }

    /** Goes to the next byte that is not blank; gives it. */
    char skipBlanks() {
        while (at < end && (bytes[at] == ' ' || bytes[at] == '\t')) {
            at++;
        }
        return letter();
    }

    /** Goes behind a sign, if it is the next that is not blank. */
    boolean skipSign(char sign) {
        if (skipBlanks() != sign) {
            return false;
        }
        at++;
        return true;
    }

    boolean skip(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (letter() != word.charAt(i)) {
                return false;
            }
            at++;
        }
        return true;
    }

    /** Goes behind a text in quotes, of which {@link #textHash} is known then; false for one with escapes. */
    boolean skipText() {
        int from = at + 1;
        int next = from;
        long told = Fingerprint.TEXT;
        long letters = (long) LONGS.get(bytes, next);
        long special = endOfText(letters);
        while (special == 0) {
            told = Fingerprint.step(told, letters);
            foreign |= letters;
            next += Long.BYTES;
            if (next >= end) {
                return false;
            }
            letters = (long) LONGS.get(bytes, next);
            special = endOfText(letters);
        }
        int left = Long.numberOfTrailingZeros(special) >>> 3;
        long rest = letters & ((1L << (left << 3)) - 1);
        next += left;
        if (next >= end || bytes[next] != '"') {
            return false;
        }
        foreign |= rest;
        hash = Fingerprint.hashOfText(told, rest, next - from);
        at = next + 1;
        return true;
    }

    /** A bit in each byte that is a quote, a backslash or a control, of which the lowest is right. */
    private static long endOfText(long letters) {
        long quotes = letters ^ (ONES * '"');
        long escapes = letters ^ (ONES * '\\');
        return (((quotes - ONES) & ~quotes) | ((escapes - ONES) & ~escapes) | ((letters - ONES * ' ') & ~letters))
                & HIGHS;
    }

    /** The hash of the text that was stepped over. */
    long textHash() {
        return hash;
    }

    /** Goes behind a number; false for one that is none, or not plain. */
    boolean skipNumber() {
        boolean isNegative = letter() == '-';
        at += isNegative ? 1 : 0;
        int first = at;
        whole = 0;
        digits();
        int digits = at - first;
        if (digits == 0 || digits > DIGITS_MAX || (digits > 1 && bytes[first] == '0')) {
            return false;
        }
        isDecimal = letter() == '.';
        if (isDecimal) {
            at++;
            int fraction = at;
            digits();
            int decimals = at - fraction;
            if (decimals == 0 || digits + decimals > DECIMAL_DIGITS_MAX) {
                return false;
            }
            decimal = (isNegative ? -1.0 : 1.0) * whole / tens(decimals);
        }
        whole = isNegative ? -whole : whole;
        return letter() != 'e' && letter() != 'E';
    }

    private void digits() {
        while (letter() >= '0' && letter() <= '9') {
            whole = whole * 10 + (letter() - '0');
            at++;
        }
    }

    private static double tens(int power) {
        double tens = 1;
        for (int i = 0; i < power; i++) {
            tens *= 10;
        }
        return tens;
    }

    long whole() {
        return whole;
    }

    boolean isDecimal() {
        return isDecimal;
    }

    double decimal() {
        return decimal;
    }

    /** Whether all that was stepped over is UTF-8. */
    boolean isUtf8() {
        return (foreign & HIGHS) == 0 || Utf8.isValid(bytes, start, end);
    }
}
