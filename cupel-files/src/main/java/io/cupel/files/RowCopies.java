package io.cupel.files;

import java.util.List;

/**
 * Tells which rows of tables were there before, word for word under the same header. Of each row 64 bits are kept, for
 * nothing but counts depends on them.
 */
final class RowCopies {
    /** The hashes of rows; 0 where free. */
    private long[] seen = new long[1024];

    private int size;
    private boolean isCopy;

    /** Equal for rows that are equal word for word. */
    static long hash(long header, List<String> cells) {
        return hashed(header, cells) | 1;
    }

    /** Of a table's names, for {@link #hash}. */
    static long header(List<String> names) {
        return hashed(1, names);
    }

    /** Whether it is the hash of the first row like it. */
    boolean add(long hash) {
        int slot = slot(hash);
        isCopy = seen[slot] == hash;
        if (isCopy) {
            return false;
        }
        seen[slot] = hash;
        if (2 * ++size > seen.length) {
            grow();
        }
        return true;
    }

    /** Whether the row that was added last was there before, so that what is odd about it is counted already. */
    boolean isCopy() {
        return isCopy;
    }

    private int slot(long hash) {
        int slot = (int) (hash >>> 32) & (seen.length - 1);
        while (seen[slot] != 0 && seen[slot] != hash) {
            slot = (slot + 1) & (seen.length - 1);
        }
        return slot;
    }

    private void grow() {
        long[] before = seen;
        seen = new long[2 * before.length];
        for (long hash : before) {
            if (hash != 0) {
                seen[slot(hash)] = hash;
            }
        }
    }

    private static long hashed(long start, List<String> texts) {
        long hash = start;
        for (String text : texts) {
            hash = mixed(hash, text.length());
            for (int i = 0; i < text.length(); i++) {
                hash = (hash + text.charAt(i)) * 0x9E3779B97F4A7C15L;
            }
        }
        return mixed(hash, 0);
    }

    /** Spreads each bit over all (the finisher of SplitMix64). */
    private static long mixed(long hash, long next) {
        long once = hash + next;
        once = (once ^ (once >>> 30)) * 0xBF58476D1CE4E5B9L;
        once = (once ^ (once >>> 27)) * 0x94D049BB133111EBL;
        return once ^ (once >>> 31);
    }
}
