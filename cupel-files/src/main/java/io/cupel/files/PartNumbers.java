package io.cupel.files;

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
    private long[] entries = new long[ENTRY * (mask + 1)];

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
        if (entries[entry] != 0) {
            return false;
        }
        entries[entry] = number + 1;
        entries[entry + PRINT] = print;
        entries[entry + MEANING] = meaning;
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
        long[] all = entries;
        for (int i = 0; i < count; i++) {
            int first = first(numbers[i]);
            found[i] = all[first] == numbers[i] + 1 ? first : UNKNOWN;
        }
        for (int i = 0; i < count; i++) {
            if (found[i] == UNKNOWN) {
                int entry = entry(numbers[i]);
                found[i] = all[entry] == 0 ? UNKNOWN : entry;
            }
        }
    }

    long print(int entry) {
        return entries[entry + PRINT];
    }

    int meaning(int entry) {
        return (int) entries[entry + MEANING];
    }

    void setMeaning(int entry, int meaning) {
        entries[entry + MEANING] = meaning;
    }

    int size() {
        return size;
    }

    /** Where a part is kept unless another one took the place. */
    private int first(long number) {
        long spread = number * 0x9E3779B97F4A7C15L;
        return ENTRY * ((int) (spread >>> 32) & mask);
    }

    private int entry(long number) {
        int entry = first(number);
        while (entries[entry] != 0 && entries[entry] != number + 1) {
            entry = entry == ENTRY * mask ? 0 : entry + ENTRY;
        }
        return entry;
    }

    private void grow() {
        long[] before = entries;
        entries = new long[2 * before.length];
        mask = 2 * mask + 1;
        for (int from = 0; from < before.length; from += ENTRY) {
            if (before[from] != 0) {
                System.arraycopy(before, from, entries, entry(before[from] - 1), ENTRY);
            }
        }
    }
}
