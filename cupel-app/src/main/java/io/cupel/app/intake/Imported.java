package io.cupel.app.intake;

import io.cupel.files.LiveCall;
import java.util.List;

/**
 * What became of calls that an import brought; all of it is committed.
 *
 * @param fresh calls that were not in the log before
 * @param repeated calls that were there before, by message id
 * @param differing of these, those that say something else than the first
 */
public record Imported(int fresh, int repeated, int differing, List<LiveCall.Refused> refused) {
    public Imported {
        refused = List.copyOf(refused);
    }
}
