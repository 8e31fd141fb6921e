package io.cupel.files.log;

import io.cupel.core.evidence.Told;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** The calls whose message ids have one hash: in memory, or in a file where they are too many. */
final class Partition {
    private RowBlocks rows = new RowBlocks();
    private @Nullable RowFile file;
    private boolean isForgotten;
    private long size;
    private long[] duplicates = {};
    private long differing;

    /** Appends rows that stand at the beginning of an array. */
    synchronized void append(long[] staged, int filled) {
        for (int row = 0; row < filled; row += Row.size(staged, row)) {
            if (file == null) {
                rows.append(staged, row);
            } else {
                file.append(staged, row, Row.size(staged, row));
            }
            size++;
        }
    }

    /** Goes on in a file. */
    synchronized void spill() {
        if (file == null) {
            RowFile to = new RowFile();
            rows.forEach((block, row) -> to.append(block, row, Row.size(block, row)));
            rows = new RowBlocks();
            file = to;
        }
    }

    /**
     * Leaves each message id once.
     *
     * @return the ids of which copies of one time differ
     */
    List<String> settle() {
        Copies copies = new Copies(size);
        visitAll(copies::add);
        size = copies.size();
        duplicates = copies.duplicates();
        differing = copies.differing();
        rows = copies.unique();
        RowFile before = file;
        if (before != null) {
            file = null;
            before.close();
            spill();
        }
        return copies.tied();
    }

    private void visitAll(RowVisitor visitor) {
        if (isForgotten) {
            throw new IllegalStateException("the rows were given away when they were sorted by lead");
        }
        RowFile from = file;
        if (from == null) {
            rows.forEach(visitor);
        } else {
            from.flush();
            from.forEach(visitor);
        }
    }

    long duplicates() {
        return LongStream.of(duplicates).sum();
    }

    long duplicates(int file) {
        return file < duplicates.length ? duplicates[file] : 0;
    }

    long differing() {
        return differing;
    }

    /** Visits each row that counts. */
    void forEachThatCounts(RowVisitor visitor) {
        visitAll((block, row) -> {
            if (!Row.isTied(block, row)) {
                visitor.row(block, row);
            }
        });
    }

    /** How many rows there are; once they are settled, how many count. */
    long size() {
        return size;
    }

    /** When the newest event or act occurred. */
    Newest newest(long now, Numbered<Word> words) {
        long[] newest = {Told.BEFORE_ALL};
        long[] later = {0};
        forEachThatCounts((block, row) -> {
            long at = Row.at(block, row);
            boolean happened = Row.shape(block, row) >= 0
                    || words.get(Row.word(block, row)).act() != null;
            newest[0] = happened && at <= now ? Math.max(newest[0], at) : newest[0];
            later[0] += happened && at > now ? 1 : 0;
        });
        return new Newest(newest[0], later[0]);
    }

    /** Those that are in memory. */
    RowBlocks rows() {
        return rows;
    }

    /** The rows are not needed any more. */
    void forget() {
        isForgotten = true;
        rows = new RowBlocks();
        RowFile old = file;
        file = null;
        if (old != null) {
            old.close();
        }
    }
}
