package io.cupel.app.judging;

/**
 * A company to which leads belong.
 *
 * @param leads how many
 * @param score the highest of theirs, of engagement and intent, as shown when each was judged last
 * @param usage the highest of theirs
 */
public record CompanyRow(String domain, long leads, long score, long usage) {
    /** How many of its leads stand in a stage. */
    public record InStage(String stage, long leads) {}
}
