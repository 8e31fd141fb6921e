package io.cupel.files.log;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rows in memory, sorted by lead. First they are dealt out to hands of some leads each, which are sorted one after the
 * other: so no step takes far ways in memory, and hardly more of it than the rows.
 */
final class HeldRows implements RowsByLead {
    /** So many rows are worth a hand of their own. */
    private static final int HAND_ROWS = 1 << 16;

    private static final int HANDS_MAX = 256;

    /** By place of the lead: the address of its first row, the others following. */
    private final int[] first;
    /** By place of the lead: how many rows it has. */
    private final int[] counts;
    /** In the arrays of all hands, one behind the other. */
    private final long[][] blocks;
    /** Where the rows end in each of them. */
    private final int[] ends;

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
    HeldRows(CallLog log, LeadOf leadOf, int leads) {
        this.first = new int[leads];
        this.counts = new int[leads];
        long rows = log.partitions().stream().mapToLong(Partition::size).sum();
        int most = (int) Math.max(1, Math.min(HANDS_MAX, rows / HAND_ROWS));
        int leadsOfHand = Math.max(1, (leads + most - 1) / most);
        RowBlocks[] hands = deal(log, leadOf, leadsOfHand, (leads + leadsOfHand - 1) / leadsOfHand);
        IntStream.range(0, hands.length)
                .parallel()
                .forEach(hand -> hands[hand] = sort(log.spare(), hands[hand], hand * leadsOfHand, leadsOfHand));
        int blocksBefore = 0;
        for (int hand = 0; hand < hands.length; hand++) {
            for (int i = hand * leadsOfHand; i < Math.min(leads, (hand + 1) * leadsOfHand); i++) {
                first[i] += RowBlocks.address(blocksBefore, 0);
            }
            blocksBefore += hands[hand].blocks().size();
        }
        this.blocks = Arrays.stream(hands)
                .map(RowBlocks::blocks)
                .flatMap(List::stream)
                .toArray(long[][]::new);
        this.ends = Arrays.stream(hands).flatMapToInt(RowBlocks::ends).toArray();
    }

    private static RowBlocks[] deal(CallLog log, LeadOf leadOf, int leadsOfHand, int count) {
        RowBlocks[] hands = new RowBlocks[count];
        Arrays.setAll(hands, i -> new RowBlocks(log.spare()));
        log.partitions().parallelStream().forEach(partition -> {
            Dealing dealing = new Dealing(hands);
            partition.forEachThatCounts((rows, row) -> {
                int place = leadOf.place(rows, row);
                if (place >= 0) {
                    Row.setPlace(rows, row, place);
                    dealing.deal(place / leadsOfHand, rows, row);
                }
            });
            dealing.finish();
            partition.forget();
        });
        return hands;
    }

    /** The rows of some leads in their order; notes where those of each begin. */
    private RowBlocks sort(SpareBlocks spare, RowBlocks hand, int from, int leadsOfHand) {
        int[] next = new int[leadsOfHand + 1];
        hand.forEach((rows, row) -> next[Row.place(rows, row) - from + 1]++);
        int until = Math.min(counts.length, from + leadsOfHand);
        System.arraycopy(next, 1, counts, from, until - from);
        Arrays.parallelPrefix(next, Integer::sum);
        int[] order = new int[next[leadsOfHand]];
        hand.forEachAddress((rows, row, address) -> order[next[Row.place(rows, row) - from]++] = address);
        RowBlocks sorted = new RowBlocks(spare);
        int done = 0;
        for (int place = from; place < until; place++) {
            for (int i = 0; i < counts[place]; i++) {
                int old = order[done++];
                int address = sorted.append(hand.block(old), RowBlocks.offset(old));
                if (i == 0) {
                    first[place] = address;
                }
            }
        }
        spare.take(hand.blocks());
        return sorted;
    }

    @Override
    public int most(int place) {
        return counts[place];
    }

    @Override
    public void forEach(int place, RowVisitor visitor) {
        int block = RowBlocks.number(first[place]);
        int row = RowBlocks.offset(first[place]);
        for (int i = 0; i < counts[place]; i++) {
            if (row == ends[block]) {
                block++;
                row = 0;
            }
            visitor.row(blocks[block], row);
            row += Row.size(blocks[block], row);
        }
    }
}
