package io.cupel.files.log;

import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;

/** Rows that stay where they are in memory; for each lead their addresses. */
final class AddressedRows implements RowsByLead {
    /** The addresses for a lead are those from its start to the next one's. */
    private final int[] starts;
    /** In the arrays of all partitions, one behind the other. */
    private final int[] addresses;

    private final long[][] blocks;

    /**
     * Sorts rows in which their leads are noted.
     *
     * @param counts how many rows each lead has
     */
    AddressedRows(List<Partition> partitions, AtomicIntegerArray counts) {
        this.starts = new int[counts.length() + 1];
        for (int place = 0; place < counts.length(); place++) {
            starts[place + 1] = Math.addExact(starts[place], counts.get(place));
        }
        this.addresses = new int[starts[counts.length()]];
        this.blocks = partitions.stream()
                .flatMap(partition -> partition.rows().blocks().stream())
                .toArray(long[][]::new);
        int[] bases = bases(partitions);
        AtomicIntegerArray next = new AtomicIntegerArray(starts);
        IntStream.range(0, bases.length).parallel().forEach(partition -> {
            partitions.get(partition).rows().forEachAddress((rows, row, address) -> {
                if (!Row.isTied(rows, row) && Row.place(rows, row) >= 0) {
                    addresses[next.getAndIncrement(Row.place(rows, row))] = bases[partition] + address;
                }
            });
        });
    }

    /** The address of the first row of each partition. */
    private static int[] bases(List<Partition> partitions) {
        int[] bases = new int[partitions.size()];
        int blocksBefore = 0;
        for (int i = 0; i < bases.length; i++) {
            bases[i] = RowBlocks.address(blocksBefore, 0);
            blocksBefore += partitions.get(i).rows().blocks().size();
        }
        return bases;
    }

    @Override
    public int most(int place) {
        return starts[place + 1] - starts[place];
    }

    @Override
    public void forEach(int place, RowVisitor visitor) {
        for (int i = starts[place]; i < starts[place + 1]; i++) {
            visitor.row(blocks[RowBlocks.number(addresses[i])], RowBlocks.offset(addresses[i]));
        }
    }
}
