package io.cupel.files;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Tells which rows of tables were there before, word for word under the same header. Of each row 64 bits are kept, for
 * nothing but counts depends on them.
 */
final class RowCopies {
    private final Set<Long> seen = new HashSet<>();

    /** Whether it is the first one like it. */
    boolean add(List<String> header, List<String> cells) {
        return seen.add(hash(hash(1, header), cells));
    }

    private static long hash(long start, List<String> texts) {
        long hash = start;
        for (String text : texts) {
            for (int i = 0; i < text.length(); i++) {
                hash = mixed(hash, text.charAt(i));
            }
            hash = mixed(hash, 1L << Character.SIZE); // where a cell ends
        }
        return hash;
    }

    private static long mixed(long hash, long next) {
        long product = (hash ^ next) * 0x9E3779B97F4A7C15L;
        return product ^ (product >>> 32);
    }
}
