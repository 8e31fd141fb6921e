package io.cupel.files.log;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** UUIDs as texts of 36 small letters, and as the 128 bits that they are. Works on eight digits at a time. */
public final class UuidText {
    /** How many letters a UUID has. */
    public static final int LENGTH = 36;
    /** How many numbers of eight letters it takes. */
    public static final int EIGHTS = 5;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long HIGHS = 0x8080_8080_8080_8080L;
    private static final long HIGH_HALVES = 0xF0F0_F0F0_F0F0_F0F0L;
    private static final long LOW_INT = 0xFFFF_FFFFL;
    /** Among the second eight letters. */
    private static final long SECOND_DASHES = '-' | ((long) '-' << 40);
    /** Among the third eight letters. */
    private static final long THIRD_DASHES = ((long) '-' << 16) | ((long) '-' << 56);
    /** From the digit 0 to the letter that stands for ten less ten. */
    private static final int TO_LETTERS = 'a' - '0' - 10;

    private UuidText() {}

    /** Whether the text is what {@link #of} would give again. */
    static boolean isUuid(byte[] text, int from, int length) {
        return length == LENGTH
                && text[from + 8] == '-'
                && text[from + 13] == '-'
                && text[from + 18] == '-'
                && text[from + 23] == '-'
                && areDigits(first(text, from))
                && areDigits(second(text, from))
                && areDigits(third(text, from))
                && areDigits(fourth(text, from));
    }

    static long high(byte[] text, int from) {
        return (bits(first(text, from)) << Integer.SIZE) | bits(second(text, from));
    }

    static long low(byte[] text, int from) {
        return (bits(third(text, from)) << Integer.SIZE) | bits(fourth(text, from));
    }

    private static long first(byte[] text, int from) {
        return (long) LONGS.get(text, from);
    }

    private static long second(byte[] text, int from) {
        return fours(text, from + 9, from + 14);
    }

    private static long third(byte[] text, int from) {
        return fours(text, from + 19, from + 24);
    }

    private static long fourth(byte[] text, int from) {
        return (long) LONGS.get(text, from + 28);
    }

    private static long fours(byte[] text, int from, int behind) {
        return ((int) INTS.get(text, from) & LOW_INT) | ((long) (int) INTS.get(text, behind) << Integer.SIZE);
    }

    /** Whether each of eight bytes is a hexadecimal digit, small where it is a letter. */
    private static boolean areDigits(long digits) {
        long letters = (digits >>> 6) & ONES;
        long values = (digits | HIGHS) - (ONES * '0' + letters * TO_LETTERS);
        long overNine = ((values & ~HIGHS) + ONES * 6) >>> 4;
        return (digits & HIGHS) == 0 && (values & HIGH_HALVES) == HIGHS && (overNine & ONES) == letters;
    }

    /** The number of 32 bits that eight digits are, the first of which is the highest. */
    private static long bits(long digits) {
        long values = (digits & (ONES * 0x0F)) + ((digits >>> 6) & ONES) * 9;
        long bytes = (values << 4) | (values >>> 8);
        return ((bytes & 0xFF) << 24)
                | (((bytes >>> 16) & 0xFF) << 16)
                | (((bytes >>> 32) & 0xFF) << 8)
                | ((bytes >>> 48) & 0xFF);
    }

    /** The eight digits of a number of 32 bits, the first in the lowest byte. */
    private static long digits(long bits) {
        long bytes = Long.reverseBytes(bits << Integer.SIZE);
        long apart = (bytes | (bytes << 16)) & 0x0000_FFFF_0000_FFFFL;
        long pairs = (apart | (apart << 8)) & 0x00FF_00FF_00FF_00FFL;
        long values = ((pairs >>> 4) & (ONES * 0x0F)) | ((pairs << 8) & 0x0F00_0F00_0F00_0F00L);
        long letters = ((values + ONES * 6) >>> 4) & ONES;
        return values + ONES * '0' + letters * TO_LETTERS;
    }

    static String of(long high, long low) {
        byte[] text = new byte[LENGTH];
        write(high, low, text);
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    /** Writes the letters of a UUID to the beginning of an array. */
    private static void write(long high, long low, byte[] text) {
        long[] eights = new long[EIGHTS];
        write(high, low, eights);
        for (int i = 0; i < EIGHTS - 1; i++) {
            LONGS.set(text, Long.BYTES * i, eights[i]);
        }
        INTS.set(text, Long.BYTES * (EIGHTS - 1), (int) eights[EIGHTS - 1]);
    }

    /**
     * Writes the letters of a UUID, eight in a number, the first in its lowest byte.
     *
     * @param eights at least {@link #EIGHTS}
     */
    public static void write(long high, long low, long[] eights) {
        long second = digits(high & LOW_INT);
        long third = digits(low >>> Integer.SIZE);
        long fourth = digits(low & LOW_INT);
        eights[0] = digits(high >>> Integer.SIZE);
        eights[1] = SECOND_DASHES | ((second & LOW_INT) << 8) | ((second >>> 32) << 48);
        eights[2] = THIRD_DASHES | (second >>> 48) | ((third & LOW_INT) << 24);
        eights[3] = (third >>> 32) | (fourth << 32);
        eights[4] = fourth >>> 32;
    }
}
