package io.cupel.files.log;

import java.util.ArrayList;
import java.util.List;

/**
 * Lets each message id count once: of copies that differ, the least by time. Whether copies say the same is told by
 * their fingerprints. Where copies of one time differ, the row is marked as tied: their contents decide, which are not
 * kept.
 */
final class Copies {
    private final RowBlocks unique = new RowBlocks();
    /** In the high half a part of the id's hash, in the low half one more than the row's address; 0 where free. */
    private long[] slots = new long[1 << 10];

    private int size;
    private long duplicates;

    void add(long[] rows, int row) {
        long hash = Row.idHash(rows, row);
        int slot = (int) (hash >>> 6) & (slots.length - 1);
        while (slots[slot] != 0) {
            if (slots[slot] >>> 32 == hash >>> 32) {
                int address = (int) slots[slot] - 1;
                if (Row.hasSameId(unique.block(address), RowBlocks.offset(address), rows, row)) {
                    duplicates++;
                    compare(unique.block(address), RowBlocks.offset(address), rows, row);
                    return;
                }
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        int address = unique.append(rows, row);
        slots[slot] = (hash & 0xFFFF_FFFF_0000_0000L) | (address + 1);
        if (2 * ++size > slots.length) {
            grow();
        }
    }

    private static void compare(long[] kept, int at, long[] rows, int row) {
        boolean isSame = Row.fingerprint(kept, at) == Row.fingerprint(rows, row);
        if (!isSame) {
            Row.setDiffering(kept, at);
        }
        if (Row.at(rows, row) < Row.at(kept, at)) {
            Row.replace(kept, at, rows, row);
        } else if (!isSame && Row.at(rows, row) == Row.at(kept, at)) {
            Row.setTied(kept, at);
        }
    }

    private void grow() {
        long[] before = slots;
        slots = new long[2 * before.length];
        for (long entry : before) {
            if (entry != 0) {
                int address = (int) entry - 1;
                long hash = Row.idHash(unique.block(address), RowBlocks.offset(address));
                int slot = (int) (hash >>> 6) & (slots.length - 1);
                while (slots[slot] != 0) {
                    slot = (slot + 1) & (slots.length - 1);
                }
                slots[slot] = entry;
            }
        }
    }

    /** One row for each id. */
    RowBlocks unique() {
        return unique;
    }

    /** How many rows were copies of others. */
    long duplicates() {
        return duplicates;
    }

    /** How many ids have copies that do not all say the same. */
    long differing() {
        long[] count = {0};
        unique.forEach((rows, row) -> count[0] += Row.isDiffering(rows, row) ? 1 : 0);
        return count[0];
    }

    /** The ids whose copies have to be looked at once more. */
    List<String> tied() {
        List<String> ids = new ArrayList<>();
        unique.forEach((rows, row) -> {
            if (Row.isTied(rows, row)) {
                ids.add(Row.id(rows, row));
            }
        });
        return ids;
    }
}
