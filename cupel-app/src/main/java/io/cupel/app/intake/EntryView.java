package io.cupel.app.intake;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;

/**
 * An entry of the log as the API shows it.
 *
 * @param receivedAt when it came; never falls from one position to the next
 * @param occurredAt corrected for the clock of the sender
 * @param origin {@code server}, {@code browser} or {@code import}
 * @param call in its canonical form
 */
public record EntryView(
        long position,
        Instant receivedAt,
        Instant occurredAt,
        String origin,
        int writeKey,
        @JsonRawValue String call) {
    public static EntryView of(LogEntry entry) {
        return new EntryView(
                entry.position(),
                entry.receivedAt(),
                entry.occurredAt(),
                entry.origin().written(),
                entry.writeKey(),
                entry.call());
    }
}
