package io.cupel.files;

/** How many rows have something in common, and the first of them. */
final class FirstLine {
    private long count;
    private long first;

    /** Rows come in the order of the file. */
    void meet(long line) {
        first = count == 0 ? line : first;
        count++;
    }

    long count() {
        return count;
    }

    /** "in line 7", "the first in line 7". */
    String place() {
        return (count == 1 ? "in line " : "the first in line ") + first;
    }
}
