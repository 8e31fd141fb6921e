package io.cupel.core.state;

import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * Writes a state as few bytes: one with the version, then whole numbers in groups of seven bits, lowest first, and at
 * the end four with the checksum (CRC-32C) of all before, highest first. What {@link StateReader} reads in the same
 * order. Not for several threads at once.
 */
public final class StateWriter {
    /** "Not yet", "not any more": the only instant that may lie outside {@link #INSTANT_MAX}. */
    public static final long NEVER = Long.MIN_VALUE;

    /** In milliseconds before or after 1970: some 35,000 years, more than any event or expiry reaches. */
    static final long INSTANT_MAX = 1L << 50;

    static final int VERSION_MAX = 0xff;
    static final int CHECKSUM_BYTES = 4;
    static final int GROUP_BITS = 7;
    static final int GROUP = (1 << GROUP_BITS) - 1;
    private static final int USUAL_SIZE = 64;

    private byte[] bytes = new byte[USUAL_SIZE];
    private int length;
    private long lastInstant;

    /** Begins a state. */
    public StateWriter(int version) {
        if (version < 1 || version > VERSION_MAX) {
            throw new IllegalArgumentException("versions are 1 to " + VERSION_MAX + ", was " + version);
        }
        add(version);
    }

    /** A number that is not negative; small ones take little room. */
    public void number(long value) {
        long rest = value;
        while ((rest & ~GROUP) != 0) {
            add((int) (rest & GROUP) | (GROUP + 1));
            rest >>>= GROUP_BITS;
        }
        add((int) rest);
    }

    /** A number of either sign; those near 0 take little room. */
    public void signed(long value) {
        number((value << 1) ^ (value >> (Long.SIZE - 1)));
    }

    /** Sixty-four bits that are as good as random. */
    public void bits(long value) {
        bits(value, Long.BYTES);
    }

    /** An instant in milliseconds since 1970 UTC, or {@link #NEVER}: as the way from the instant written before it. */
    public void instant(long at) {
        if (at == NEVER) {
            number(0);
            return;
        }
        if (Math.abs(at) > INSTANT_MAX) {
            throw new IllegalArgumentException("no state holds the instant " + at);
        }
        long way = at - lastInstant;
        number(1 + ((way << 1) ^ (way >> (Long.SIZE - 1))));
        lastInstant = at;
    }

    /** A text, char by char: also such as no encoding for files can hold comes back as it was. */
    public void text(String text) {
        number(text.length());
        chars(text);
    }

    /** A text whose length the reader knows. */
    public void chars(String text) {
        for (int i = 0; i < text.length(); i++) {
            number(text.charAt(i));
        }
    }

    /** The state, whole. Nothing can be written after it. */
    public byte[] end() {
        bits(checksum(bytes, length), CHECKSUM_BYTES);
        return Arrays.copyOf(bytes, length);
    }

    private void add(int octet) {
        if (length == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * length);
        }
        bytes[length++] = (byte) octet;
    }

    private void bits(long value, int count) {
        for (int shift = Byte.SIZE * (count - 1); shift >= 0; shift -= Byte.SIZE) {
            add((int) (value >>> shift));
        }
    }

    static long checksum(byte[] written, int length) {
        CRC32C checksum = new CRC32C();
        checksum.update(written, 0, length);
        return checksum.getValue();
    }
}
