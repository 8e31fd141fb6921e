package io.cupel.core.contract;

import io.cupel.core.time.Span;
import org.jspecify.annotations.Nullable;

/**
 * How the engine opens a cycle of a stage.
 *
 * @param threshold whole points needed: of the score for MQL, of usage for PQL
 * @param unknownFitHolds whether a raised hand with unknown fit is held rather than opened; MQL alone
 * @param handStays how long a raised hand stays up
 * @param expires after how long an undecided cycle ends; null for never
 * @param reArm how long after a closed cycle the next may open without a raised hand; null for no wait
 */
public record Entry(
        long threshold,
        Requires requires,
        boolean unknownFitHolds,
        Span handStays,
        @Nullable Span expires,
        @Nullable Span reArm) {
    public Entry {
        if (threshold < 1) {
            throw new IllegalArgumentException("a threshold is at least 1 point, was " + threshold);
        }
    }
}
