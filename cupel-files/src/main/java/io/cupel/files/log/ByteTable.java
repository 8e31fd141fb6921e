package io.cupel.files.log;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A number for each of some texts, which are kept as the bytes that they are read as. Not for several threads. */
public final class ByteTable {
    /** What {@link #get} gives for a text that is not known. */
    public static final int UNKNOWN = Integer.MIN_VALUE;

    private byte[] letters = new byte[1024];
    /** Where each text begins; the next one begins where it ends. */
    private int[] starts = new int[65];

    private int[] hashes = new int[64];
    private int[] values = new int[64];
    private int size;
    /** One more than the place of a text in the order of their coming; 0 for a free slot. */
    private int[] slots = new int[128];

    /** Equal for equal texts. */
    public static int hash(byte[] text, int from, int length) {
        int hash = length;
        for (int i = from; i < from + length; i++) {
            hash = (hash ^ text[i]) * 0x01000193;
        }
        hash *= 0x9E3779B9;
        return hash ^ (hash >>> 15);
    }

    /** The number of a text; {@link #UNKNOWN} where it has none. */
    public int get(byte[] text, int from, int length, int hash) {
        int slot = slot(text, from, length, hash);
        return slots[slot] == 0 ? UNKNOWN : values[slots[slot] - 1];
    }

    /** Gives a number to a text that has none. */
    public void put(byte[] text, int from, int length, int hash, int value) {
        if (size == hashes.length) {
            starts = Arrays.copyOf(starts, 2 * size + 1);
            hashes = Arrays.copyOf(hashes, 2 * size);
            values = Arrays.copyOf(values, 2 * size);
        }
        int start = starts[size];
        if (start + length > letters.length) {
            letters = Arrays.copyOf(letters, Math.max(Math.addExact(start, length), Math.addExact(start, start / 2)));
        }
        System.arraycopy(text, from, letters, start, length);
        hashes[size] = hash;
        values[size] = value;
        slots[slot(text, from, length, hash)] = ++size;
        starts[size] = start + length;
        if (2 * size > slots.length) {
            grow();
        }
    }

    public int size() {
        return size;
    }

    /** Takes texts with their numbers. */
    @FunctionalInterface
    public interface Visitor {
        void text(String text, int value);
    }

    void forEach(Visitor visitor) {
        for (int i = 0; i < size; i++) {
            String text = new String(letters, starts[i], starts[i + 1] - starts[i], StandardCharsets.UTF_8);
            visitor.text(text, values[i]);
        }
    }

    /** Where the text is noted, or would be. */
    private int slot(byte[] text, int from, int length, int hash) {
        int slot = hash & (slots.length - 1);
        while (slots[slot] != 0 && !isAt(slots[slot] - 1, text, from, length, hash)) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    private boolean isAt(int entry, byte[] text, int from, int length, int hash) {
        return hashes[entry] == hash
                && Arrays.equals(letters, starts[entry], starts[entry + 1], text, from, from + length);
    }

    private void grow() {
        slots = new int[2 * slots.length];
        for (int entry = 0; entry < size; entry++) {
            int slot = hashes[entry] & (slots.length - 1);
            while (slots[slot] != 0) {
                slot = (slot + 1) & (slots.length - 1);
            }
            slots[slot] = entry + 1;
        }
    }
}
