package io.cupel.core.lifecycle;

import io.cupel.core.contract.Points;
import io.cupel.core.contract.Target;
import io.cupel.core.engine.Fit;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What waits in the review tray for a person's yes or no.
 *
 * @param target the stage that would be entered; null where the lead would come back from disqualified
 * @param byHand whether the cycle would stand in the raised-hand tier
 * @param since when it came about, in milliseconds since 1970 UTC
 * @param contract by which it came about, as {@link io.cupel.core.contract.Contract#id} writes it
 * @param score of engagement and intent then, or of usage where the target is PQL
 */
public record Waiting(
        Cause cause,
        @Nullable Target target,
        boolean byHand,
        long since,
        String contract,
        Points score,
        Fit.Verdict fit) {
    /** Of two leads that turn out to be one what waited longer goes on waiting. */
    static final Comparator<Waiting> OLDER_FIRST = Comparator.comparingLong(Waiting::since)
            .thenComparing(Waiting::cause)
            .thenComparing(waiting -> waiting.target == null ? "" : waiting.target.name())
            .thenComparing(waiting -> !waiting.byHand)
            .thenComparingLong(waiting -> waiting.score.micros())
            .thenComparing(Waiting::fit)
            .thenComparing(Waiting::contract);
}
