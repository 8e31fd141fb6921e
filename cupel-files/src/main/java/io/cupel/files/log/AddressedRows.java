package io.cupel.files.log;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rows in memory, and for each lead their addresses. They are dealt out to hands of some leads each: the rows of one
 * lead stand near those of its neighbours, and looking at leads one after the other takes no far ways in memory.
 */
final class AddressedRows implements RowsByLead {
    /** So many rows are worth a hand of their own. */
    private static final int HAND_ROWS = 1 << 16;

    private static final int HANDS_MAX = 256;

    /** The addresses for a lead are those from its start to the next one's. */
    private final int[] starts;
    /** In the arrays of all hands, one behind the other. */
    private final int[] addresses;

    private final long[][] blocks;

    /** Says of a row in an array whose it is: the place of a lead, negative for nobody's. */
    @FunctionalInterface
    interface LeadOf {
        int place(long[] rows, int row);
    }

    /**
     * Sorts rows, which their partitions do not have any more then.
     *
     * @param leads how many there are
     */
    AddressedRows(CallLog log, LeadOf leadOf, int leads) {
        long rows = log.partitions().stream().mapToLong(Partition::size).sum();
        int most = (int) Math.max(1, Math.min(HANDS_MAX, rows / HAND_ROWS));
        int leadsOfHand = Math.max(1, (leads + most - 1) / most);
        RowBlocks[] hands = deal(log, leadOf, leadsOfHand, (leads + leadsOfHand - 1) / leadsOfHand);
        this.starts = new int[leads + 1];
        IntStream.range(0, hands.length).parallel().forEach(hand -> hands[hand].forEach(
                (array, row) -> starts[Row.place(array, row) + 1]++));
        for (int place = 0; place < leads; place++) {
            starts[place + 1] = Math.addExact(starts[place], starts[place + 1]);
        }
        this.addresses = new int[starts[leads]];
        this.blocks = IntStream.range(0, hands.length)
                .mapToObj(hand -> hands[hand].blocks())
                .flatMap(List::stream)
                .toArray(long[][]::new);
        int[] bases = bases(hands);
        IntStream.range(0, hands.length).parallel().forEach(hand -> {
            int first = hand * leadsOfHand;
            int[] next = Arrays.copyOfRange(starts, first, Math.min(leads, first + leadsOfHand));
            hands[hand].forEachAddress((array, row, address) ->
                    addresses[next[Row.place(array, row) - first]++] = bases[hand] + address);
        });
    }

    private static RowBlocks[] deal(CallLog log, LeadOf leadOf, int leadsOfHand, int count) {
        RowBlocks[] hands = new RowBlocks[count];
        for (int hand = 0; hand < count; hand++) {
            hands[hand] = new RowBlocks(log.spare());
        }
        log.partitions().parallelStream().forEach(partition -> {
            partition.forEachThatCounts((rows, row) -> {
                int place = leadOf.place(rows, row);
                if (place >= 0) {
                    Row.setPlace(rows, row, place);
                    RowBlocks hand = hands[place / leadsOfHand];
                    synchronized (hand) {
                        hand.append(rows, row);
                    }
                }
            });
            partition.forget();
        });
        return hands;
    }

    /** The address of the first row of each hand. */
    private static int[] bases(RowBlocks[] hands) {
        int[] bases = new int[hands.length];
        int blocksBefore = 0;
        for (int i = 0; i < bases.length; i++) {
            bases[i] = RowBlocks.address(blocksBefore, 0);
            blocksBefore += hands[i].blocks().size();
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
