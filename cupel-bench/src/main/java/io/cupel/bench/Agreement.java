package io.cupel.bench;

/**
 * How far the engine's whole numbers are from the same in double precision, over every lead.
 *
 * @param score the largest difference of a score, in points
 * @param crossings leads for which one of the two reached the threshold at another event, or alone
 * @param unexplained of these, the ones that were further than 0.01 point from the threshold
 */
record Agreement(double score, long crossings, long unexplained) {
    private static final double NEAR = 0.01;

    /** Compares with sums in double precision, which do not stop at 0 as the engine's score does. */
    static Agreement of(Findings ours, Findings exact, ClosedForm closed) {
        double largest = 0;
        long differing = 0;
        long unexplained = 0;
        for (int lead = 0; lead < ours.scores.length; lead++) {
            largest = Math.max(largest, Math.abs(ours.scores[lead] - Math.max(0, exact.scores[lead])));
            if (ours.crossings[lead] != exact.crossings[lead]) {
                differing++;
                int first = earlier(ours.crossings[lead], exact.crossings[lead]);
                if (Math.abs(closed.scoreAt(lead, first) - ClosedForm.THRESHOLD) > NEAR) {
                    unexplained++;
                }
            }
        }
        return new Agreement(largest, differing, unexplained);
    }

    /** The earlier of two crossings, of which one at least is there. */
    private static int earlier(int one, int other) {
        return one < 0 || (other >= 0 && other < one) ? other : one;
    }
}
