package io.cupel.files.log;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** Rows in memory, one behind the other. A row stands within one block. */
final class RowBlocks {
    /** Numbers in a block. */
    private static final int BLOCK_BITS = 15;

    private static final int BLOCK = 1 << BLOCK_BITS;

    private final SpareBlocks spare;
    private final List<long[]> blocks = new ArrayList<>();
    /** In the last block. */
    private int filled = BLOCK;
    /** Where the rows of each block end. */
    private int[] ends = new int[16];

    /** @param spare arrays that are used before new ones */
    RowBlocks(SpareBlocks spare) {
        this.spare = spare;
    }

    /** Appends a row; gives its address. */
    int append(long[] rows, int row) {
        int size = Row.size(rows, row);
        if (filled + size > BLOCK) {
            open();
        }
        int last = blocks.size() - 1;
        System.arraycopy(rows, row, blocks.get(last), filled, size);
        int address = (last << BLOCK_BITS) | filled;
        filled += size;
        ends[last] = filled;
        return address;
    }

    /**
     * Appends rows that stand at the beginning of an array.
     *
     * @param end where they end
     * @return how many they are
     */
    int appendAll(long[] all, int end) {
        int count = 0;
        int from = 0;
        int size;
        for (int row = 0; row < end; row += size) {
            size = Row.size(all, row);
            if (filled + row + size - from > BLOCK) {
                fill(all, from, row);
                open();
                from = row;
            }
            count++;
        }
        fill(all, from, end);
        return count;
    }

    private void fill(long[] all, int from, int until) {
        if (until > from) {
            int last = blocks.size() - 1;
            System.arraycopy(all, from, blocks.get(last), filled, until - from);
            filled += until - from;
            ends[last] = filled;
        }
    }

    /** Takes back the row that was appended last. */
    void takeBack(int address) {
        filled = offset(address);
        ends[number(address)] = filled;
    }

    private void open() {
        long[] old = spare.give();
        blocks.add(old == null ? new long[BLOCK] : old);
        filled = 0;
        if (blocks.size() > ends.length) {
            ends = Arrays.copyOf(ends, 2 * ends.length);
        }
    }

    /** The array that the row at an address stands in. */
    long[] block(int address) {
        return blocks.get(address >>> BLOCK_BITS);
    }

    /** The number of the block that the row at an address stands in. */
    static int number(int address) {
        return address >>> BLOCK_BITS;
    }

    /** Where in it the row begins. */
    static int offset(int address) {
        return address & (BLOCK - 1);
    }

    /** The address of a row that begins at a place of the n-th block. */
    static int address(int block, int offset) {
        return (block << BLOCK_BITS) | offset;
    }

    /** Visits all rows but those that are copies of others. */
    void forEach(RowVisitor visitor) {
        forEachAddress((block, row, address) -> visitor.row(block, row));
    }

    /** The arrays in which the rows stand, in the order of their addresses. */
    List<long[]> blocks() {
        return Collections.unmodifiableList(blocks);
    }

    /** The same with their addresses. */
    void forEachAddress(AddressVisitor visitor) {
        for (int i = 0; i < blocks.size(); i++) {
            long[] block = blocks.get(i);
            for (int row = 0; row < ends[i]; row += Row.size(block, row)) {
                if (!Row.isCopy(block, row)) {
                    visitor.row(block, row, address(i, row));
                }
            }
        }
    }

    /** Takes rows with their addresses. */
    @FunctionalInterface
    interface AddressVisitor {
        void row(long[] rows, int row, int address);
    }

    /** Where the rows of each array end. */
    IntStream ends() {
        return Arrays.stream(ends, 0, blocks.size());
    }
}
