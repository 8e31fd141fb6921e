package io.cupel.files.log;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Lets each message id count once: of copies that differ, the least by time. Whether copies say the same is told by
 * their fingerprints. Where copies of one time differ, the row is marked as tied: their contents decide, which are not
 * kept.
 */
final class Copies {
    private final RowBlocks rows;
    /** In the high half a part of the id's hash, in the low half one more than the row's address; 0 where free. */
    private final long[] slots;

    private int size;
    /** By number of the file: how many of its rows were there before, in it or in one of a lesser number. */
    private long[] duplicates = new long[1];

    private long differing;
    private long tied;

    /** @param most how many rows will come at most */
    private Copies(RowBlocks rows, long most) {
        int wanted = (int) Math.min(1 << 28, Math.max(2 * most, 1));
        this.rows = rows;
        slots = new long[Math.max(8, 2 * Integer.highestOneBit(wanted))];
    }

    /** Marks among rows in memory those that are copies of others. */
    static Copies among(RowBlocks rows, long count) {
        Copies copies = new Copies(rows, count);
        rows.forEachAddress((block, row, address) -> {
            if (!copies.isFirst(block, row, address)) {
                Row.setCopy(block, row);
            }
        });
        return copies;
    }

    /** Reads rows into memory, but for those that are copies of others. */
    static Copies leftOut(RowFile from, RowBlocks into, long count) {
        Copies copies = new Copies(into, count);
        from.forEach((block, row) -> {
            int address = into.append(block, row);
            if (!copies.isFirst(block, row, address)) {
                into.takeBack(address);
            }
        });
        return copies;
    }

    private boolean isFirst(long[] block, int row, int address) {
        long hash = Row.idHash(block, row);
        int slot = (int) (hash >>> 6) & (slots.length - 1);
        while (slots[slot] != 0) {
            if (slots[slot] >>> 32 == hash >>> 32) {
                int known = (int) slots[slot] - 1;
                if (Row.hasSameId(rows.block(known), RowBlocks.offset(known), block, row)) {
                    count(rows.block(known), RowBlocks.offset(known), Row.file(block, row));
                    compare(rows.block(known), RowBlocks.offset(known), block, row);
                    return false;
                }
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        slots[slot] = (hash & 0xFFFF_FFFF_0000_0000L) | (address + 1);
        size++;
        return true;
    }

    /** Of two copies the one of the earlier file is there first, whichever thread was quicker. */
    private void count(long[] kept, int at, int file) {
        int later = Math.max(Row.file(kept, at), file);
        if (later >= duplicates.length) {
            duplicates = Arrays.copyOf(duplicates, 2 * later);
        }
        duplicates[later]++;
        Row.setFile(kept, at, Math.min(Row.file(kept, at), file));
    }

    private void compare(long[] kept, int at, long[] rows, int row) {
        boolean isSame = Row.fingerprint(kept, at) == Row.fingerprint(rows, row);
        if (!isSame && !Row.isDiffering(kept, at)) {
            Row.setDiffering(kept, at);
            differing++;
        }
        if (Row.at(rows, row) < Row.at(kept, at)) {
            tied -= Row.isTied(kept, at) ? 1 : 0;
            int first = Row.file(kept, at);
            Row.replace(kept, at, rows, row);
            Row.setFile(kept, at, first);
        } else if (!isSame && Row.at(rows, row) == Row.at(kept, at) && !Row.isTied(kept, at)) {
            Row.setTied(kept, at);
            tied++;
        }
    }

    /** How many rows were copies of others, by number of the file. */
    long[] duplicates() {
        return duplicates.clone();
    }

    /** How many ids have copies that do not all say the same. */
    long differing() {
        return differing;
    }

    /** How many ids count, of those whose copies need not be looked at once more. */
    long size() {
        return size - tied;
    }

    /** The ids whose copies have to be looked at once more. */
    List<String> tied() {
        if (tied == 0) {
            return List.of();
        }
        List<String> ids = new ArrayList<>();
        rows.forEach((block, row) -> {
            if (Row.isTied(block, row)) {
                ids.add(Row.id(block, row));
            }
        });
        return ids;
    }
}
