package io.cupel.app.judging;

import java.time.Instant;
import java.util.List;

/** States of cases on their way into {@link StateTable}, column by column. Not for several threads at once. */
final class StateRows {
    final long[] numbers;
    final long[] positions;
    /** In milliseconds since 1970 UTC. */
    final long[] judged;

    final long[] scores;
    final long[] usages;
    final int[] turns;
    final long[] words;
    final byte[][] written;
    private int count;

    /** Room for so many, all of which are added before they are written. */
    StateRows(int size) {
        this.numbers = new long[size];
        this.positions = new long[size];
        this.judged = new long[size];
        this.scores = new long[size];
        this.usages = new long[size];
        this.turns = new int[size];
        this.words = new long[size];
        this.written = new byte[size][];
    }

    static StateRows of(List<Kept> cases) {
        StateRows rows = new StateRows(cases.size());
        for (Kept kept : cases) {
            LeadRow row = kept.row();
            rows.add(row.number(), row.position(), row.judgedAt())
                    .showing(row.score(), row.usage())
                    .keeping(kept.turn(), kept.word(), kept.written());
        }
        return rows;
    }

    /** Begins one. */
    StateRows add(long number, long position, Instant judgedAt) {
        numbers[count] = number;
        positions[count] = position;
        judged[count] = judgedAt.toEpochMilli();
        return this;
    }

    StateRows showing(long score, long usage) {
        scores[count] = score;
        usages[count] = usage;
        return this;
    }

    /** Ends it. */
    void keeping(int turn, long word, byte[] state) {
        turns[count] = turn;
        words[count] = word;
        written[count] = state;
        count++;
    }

    boolean isEmpty() {
        return count == 0;
    }
}
