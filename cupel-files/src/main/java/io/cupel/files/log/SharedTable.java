package io.cupel.files.log;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A number for each of some texts, for several threads: parts of the table that are locked one by one by whoever puts
 * something in. Whoever looks for a text waits for nobody; what another thread puts in at the time is found or not.
 */
public final class SharedTable {
    private static final int PARTS = 64;

    private final ByteTable[] parts = new ByteTable[PARTS];
    private final AtomicInteger next = new AtomicInteger();

    public SharedTable() {
        for (int i = 0; i < PARTS; i++) {
            parts[i] = new ByteTable();
        }
    }

    /**
     * The number of a text that begins an array; {@link ByteTable#UNKNOWN} where it has none.
     *
     * @param hash as {@link ByteTable#hash} gives it
     */
    public int get(byte[] text, int length, int hash) {
        return part(hash).get(text, 0, length, hash);
    }

    /** Gives a number to a text that begins an array, unless another thread did so before. */
    public void put(byte[] text, int length, int hash, int value) {
        ByteTable part = part(hash);
        synchronized (part) {
            if (part.get(text, 0, length, hash) == ByteTable.UNKNOWN) {
                part.put(text, 0, length, hash, value);
            }
        }
    }

    /**
     * Has the memory fetched where some texts would be found, all at once. It only makes finding them quicker, and may
     * read what another thread is changing.
     */
    public void approach(int[] hashes, int count) {
        long read = 0;
        for (int i = 0; i < count; i++) {
            read += part(hashes[i]).slotAt(hashes[i]);
        }
        for (int i = 0; i < count; i++) {
            read += part(hashes[i]).entryAt(hashes[i]);
        }
        if (read == Long.MIN_VALUE) {
            Thread.onSpinWait(); // what nobody uses would not be read
        }
    }

    /** The number of a text, counted from 0 as they come; from now on known. Not beside {@link #put}. */
    public int number(byte[] text, int from, int length) {
        int hash = ByteTable.hash(text, from, length);
        ByteTable part = part(hash);
        int before = part.get(text, from, length, hash);
        if (before != ByteTable.UNKNOWN) {
            return before;
        }
        synchronized (part) {
            int known = part.get(text, from, length, hash);
            if (known == ByteTable.UNKNOWN) {
                known = next.getAndIncrement();
                part.put(text, from, length, hash, known);
            }
            return known;
        }
    }

    int number(String text) {
        byte[] letters = text.getBytes(StandardCharsets.UTF_8);
        return number(letters, 0, letters.length);
    }

    /** How many numbers were given by {@link #number}. */
    int size() {
        return next.get();
    }

    /** After the last change. */
    void forEach(ByteTable.Visitor visitor) {
        for (ByteTable part : parts) {
            part.forEach(visitor);
        }
    }

    private ByteTable part(int hash) {
        return parts[hash >>> 26];
    }
}
