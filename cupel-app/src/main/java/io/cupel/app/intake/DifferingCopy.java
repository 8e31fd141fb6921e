package io.cupel.app.intake;

import java.time.Instant;
import java.util.UUID;

/**
 * A copy of a call that says something else than the first of its message id, which alone is used.
 *
 * @param message hash of the message id
 * @param keptPosition of the first in the log; 0 where both came at once
 * @param keptHash of what the first says
 * @param copyHash of what the copy says
 * @param writeKey the number of the key with which the copy came first
 * @param times how often it came
 */
public record DifferingCopy(
        UUID message,
        long keptPosition,
        String keptHash,
        String copyHash,
        int writeKey,
        Instant firstAt,
        Instant lastAt,
        long times) {}
