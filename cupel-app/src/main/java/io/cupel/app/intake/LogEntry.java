package io.cupel.app.intake;

import io.cupel.core.evidence.Origin;
import java.time.Instant;

/**
 * A call of the log.
 *
 * @param position above 0; rises in the order in which calls were committed
 * @param receivedAt to the millisecond; never falls from one position to a later one
 * @param occurredAt to the millisecond, corrected for the clock of the sender
 * @param writeKey the number of the key with which it came; {@link Imports#KEY} for an import
 * @param call as canonical JSON; {@link io.cupel.files.LoggedCalls} reads it
 */
public record LogEntry(
        long position, Instant receivedAt, Instant occurredAt, int writeKey, Origin origin, String call) {}
