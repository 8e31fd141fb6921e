package io.cupel.files;

import java.util.HashSet;
import java.util.Set;

/** How many rows have something in common, and the first of them. */
final class FirstLine {
    private final Set<String> met = new HashSet<>();
    private long count;
    private long first;

    /** Rows come in the order of the file. */
    void meet(long line) {
        first = count == 0 ? line : first;
        count++;
    }

    /** Counts what several rows may tell of once. */
    void meet(String one, long line) {
        if (met.add(one)) {
            meet(line);
        }
    }

    long count() {
        return count;
    }

    /** "in line 7", "the first in line 7". */
    String place() {
        return (count == 1 ? "in line " : "the first in line ") + first;
    }
}
