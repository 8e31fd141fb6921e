package io.cupel.files.log;

/** Deals rows out to hands, some at a time: one by one, threads would wait for each other. For one thread. */
final class Dealing {
    /** In numbers. */
    private static final int STAGED = 192;

    private final RowBlocks[] hands;
    private final long[][] staged;
    private final int[] filled;

    /** @param hands which other threads deal to meanwhile */
    Dealing(RowBlocks[] hands) {
        this.hands = hands;
        this.staged = new long[hands.length][STAGED];
        this.filled = new int[hands.length];
    }

    void deal(int hand, long[] rows, int row) {
        int size = Row.size(rows, row);
        if (filled[hand] + size > STAGED) {
            giveOut(hand);
        }
        if (size > STAGED) {
            synchronized (hands[hand]) {
                hands[hand].append(rows, row);
            }
            return;
        }
        System.arraycopy(rows, row, staged[hand], filled[hand], size);
        filled[hand] += size;
    }

    /** Gives out what is left. */
    void finish() {
        for (int hand = 0; hand < hands.length; hand++) {
            giveOut(hand);
        }
    }

    private void giveOut(int hand) {
        synchronized (hands[hand]) {
            hands[hand].appendAll(staged[hand], filled[hand]);
        }
        filled[hand] = 0;
    }
}
