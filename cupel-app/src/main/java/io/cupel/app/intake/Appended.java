package io.cupel.app.intake;

import io.cupel.files.LiveCall;
import java.util.List;

/**
 * What became of a submission that is committed.
 *
 * @param fresh calls that were not in the log before
 * @param duplicates calls that were there before, by message id
 * @param differing of these, those that say something else than the first
 * @param barred calls that may not be logged, each with its reason
 */
public record Appended(int fresh, int duplicates, int differing, List<LiveCall.Refused> barred) {
    public Appended {
        barred = List.copyOf(barred);
    }
}
