package io.cupel.core.lifecycle;

import io.cupel.core.engine.Fit;
import io.cupel.core.engine.Score;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * As much of a {@link Judgement} as lists show of many leads; what it has of it is the same.
 *
 * @param since when the present stage was entered, in milliseconds since 1970 UTC; null where that was before the first
 *     event
 * @param cycle the number of the last cycle; 0 before the first
 * @param raisedHand whether the open, undecided cycle stands in the raised-hand tier
 * @param isHeld whether the lead is held for want of attributes
 * @param waiting what waits in the review tray; null for nothing
 * @param profile attributes as known at the instant, by path, derived ones included; not to be changed
 */
public record Glance(
        Stage stage,
        @Nullable Long since,
        int cycle,
        boolean raisedHand,
        boolean isHeld,
        @Nullable Waiting waiting,
        Score score,
        Fit fit,
        Map<String, Object> profile) {}
