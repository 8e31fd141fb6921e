package io.cupel.files;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.LongBuffer;

/**
 * What is known of parts that many calls have in common, by the numbers that a database gives them. All of one part
 * stands together, for in a large table each look at another place takes as long as taking a call. Not for several
 * threads.
 */
final class PartNumbers {
    /** No part has this number here. */
    static final int UNKNOWN = -1;

    private static final int PRINT = 1;
    private static final int MEANING = 2;
    private static final int ENTRY = 3;

    /** The number of the last entry, of which there are a power of two. */
    private int mask = 63;

    /** Entries of the number and one, 0 where free; the fingerprint; the meaning. */
    private LongBuffer entries = entries(mask);

    private int size;

    /**
     * Keeps a part.
     *
     * @param number not negative
     * @param print what it adds to the fingerprint of a call
     * @param meaning its number in the log
     * @return false if another part has the same number
     */
    boolean add(long number, long print, int meaning) {
        int entry = entry(number);
        if (entries.get(entry) != 0) {
            return false;
        }
        entries.put(entry, number + 1);
        entries.put(entry + PRINT, print);
        entries.put(entry + MEANING, meaning);
        if (2L * ++size > mask + 1) {
            grow();
        }
        return true;
    }

    /**
     * Where parts are kept, for the other methods; {@link #UNKNOWN} for those that are not. Several are found in hardly
     * more time than one, for their memory is fetched at once.
     *
     * @param found is filled
     */
    void find(long[] numbers, int count, int[] found) {
        LongBuffer all = entries;
        for (int i = 0; i < count; i++) {
            int first = first(numbers[i]);
            found[i] = all.get(first) == numbers[i] + 1 ? first : UNKNOWN;
        }
        for (int i = 0; i < count; i++) {
            if (found[i] == UNKNOWN) {
                int entry = entry(numbers[i]);
                found[i] = all.get(entry) == 0 ? UNKNOWN : entry;
            }
        }
    }

    long print(int entry) {
        return entries.get(entry + PRINT);
    }

    int meaning(int entry) {
        return (int) entries.get(entry + MEANING);
    }

    /** Where a part is kept unless another one took the place. */
    private int first(long number) {
        long spread = number * 0x9E3779B97F4A7C15L;
        return ENTRY * ((int) (spread >>> 32) & mask);
    }

    private int entry(long number) {
        int entry = first(number);
        while (entries.get(entry) != 0 && entries.get(entry) != number + 1) {
            entry = entry == ENTRY * mask ? 0 : entry + ENTRY;
        }
        return entry;
    }

    private void grow() {
        LongBuffer before = entries;
        mask = 2 * mask + 1;
        entries = entries(mask);
        for (int from = 0; from < before.limit(); from += ENTRY) {
            long known = before.get(from);
            if (known != 0) {
                int entry = entry(known - 1);
                entries.put(entry, known);
                entries.put(entry + PRINT, before.get(from + PRINT));
                entries.put(entry + MEANING, before.get(from + MEANING));
            }
        }
    }

    /** Beside the heap: it would be filled with what soon is not needed any more, and be cleared while others wait. */
    private static LongBuffer entries(int last) {
        return ByteBuffer.allocateDirect(Math.multiplyExact(Long.BYTES * ENTRY, last + 1))
                .order(ByteOrder.nativeOrder())
                .asLongBuffer();
    }
}
