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

    /** Entries of the number and one, 0 where free; the fingerprint; the meaning. */
    private long[] entries = new long[ENTRY * 64];

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
        if (2L * ++size > entries.length / ENTRY) {
            grow();
        }
        return true;
    }

    /** Where a part is kept, for the other methods; {@link #UNKNOWN} where it is not. */
    int find(long number) {
        int entry = entry(number);
        return entries[entry] == 0 ? UNKNOWN : entry;
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

    private int entry(long number) {
        int capacity = entries.length / ENTRY;
        long spread = number * 0x9E3779B97F4A7C15L;
        int slot = (int) (spread >>> 32) & (capacity - 1);
        while (entries[ENTRY * slot] != 0 && entries[ENTRY * slot] != number + 1) {
            slot = (slot + 1) & (capacity - 1);
        }
        return ENTRY * slot;
    }

    private void grow() {
        long[] before = entries;
        entries = new long[2 * before.length];
        for (int from = 0; from < before.length; from += ENTRY) {
            if (before[from] != 0) {
                System.arraycopy(before, from, entries, entry(before[from] - 1), ENTRY);
            }
        }
    }
}
