package io.cupel.files.log;

import io.cupel.core.evidence.Told;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** The calls whose message ids have one hash: in memory, or in a file where they are too many. */
final class Partition {
    private final SpareBlocks spare;
    private RowBlocks rows;
    private @Nullable RowFile file;
    private boolean isForgotten;
    private long size;
    private long[] duplicates = {};
    private long differing;

    Partition(SpareBlocks spare) {
        this.spare = spare;
        this.rows = new RowBlocks(spare);
    }

    /** Appends rows that stand at the beginning of an array. */
    synchronized void append(long[] staged, int filled) {
        if (file == null) {
            size += rows.appendAll(staged, filled);
            return;
        }
        for (int row = 0; row < filled; row += Row.size(staged, row)) {
            file.append(staged, row, Row.size(staged, row));
            size++;
        }
    }

    /** Goes on in a file. */
    synchronized void spill() {
        if (file == null) {
            RowFile to = new RowFile();
            rows.forEach((block, row) -> to.append(block, row, Row.size(block, row)));
            rows = new RowBlocks(spare);
            file = to;
        }
    }

    /**
     * Leaves each message id once.
     *
     * @return the ids of which copies of one time differ
     */
    List<String> settle() {
        RowFile before = file;
        Copies copies;
        if (before == null) {
            copies = Copies.among(rows, size);
        } else {
            before.flush();
            copies = Copies.leftOut(before, rows, size);
            file = null;
            before.close();
            spill();
        }
        size = copies.size();
        duplicates = copies.duplicates();
        differing = copies.differing();
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

    /** The rows are not needed any more. */
    void forget() {
        isForgotten = true;
        spare.take(rows.blocks());
        rows = new RowBlocks(spare);
        RowFile old = file;
        file = null;
        if (old != null) {
            old.close();
        }
    }
}
