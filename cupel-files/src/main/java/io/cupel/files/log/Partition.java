package io.cupel.files.log;

import java.util.List;

/** The calls whose message ids have one hash. */
final class Partition {
    private RowBlocks rows = new RowBlocks();
    private long size;
    private long duplicates;
    private long differing;

    /** Appends rows that stand at the beginning of an array. */
    synchronized void append(long[] staged, int filled) {
        for (int row = 0; row < filled; row += Row.size(staged, row)) {
            rows.append(staged, row);
            size++;
        }
    }

    /**
     * Leaves each message id once.
     *
     * @return the ids of which copies of one time differ
     */
    List<String> settle() {
        Copies copies = new Copies(size);
        rows.forEach(copies::add);
        rows = copies.unique();
        size = copies.size();
        duplicates = copies.duplicates();
        differing = copies.differing();
        return copies.tied();
    }

    long duplicates() {
        return duplicates;
    }

    long differing() {
        return differing;
    }

    /** Visits each row that counts. */
    void forEachThatCounts(RowVisitor visitor) {
        rows.forEach((block, row) -> {
            if (!Row.isTied(block, row)) {
                visitor.row(block, row);
            }
        });
    }

    /** How many rows there are; once they are settled, how many count. */
    long size() {
        return size;
    }

    /** The newest time of an event or act not later than the present; the least of all numbers where there is none. */
    long newest(long now, Numbered<Word> words) {
        long[] newest = {Long.MIN_VALUE};
        forEachThatCounts((block, row) -> {
            long at = Row.at(block, row);
            boolean happened = Row.shape(block, row) >= 0
                    || words.get(Row.word(block, row)).act() != null;
            newest[0] = happened && at <= now ? Math.max(newest[0], at) : newest[0];
        });
        return newest[0];
    }

    RowBlocks rows() {
        return rows;
    }
}
