package io.cupel.app.judging.web;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.cupel.app.intake.LogEntry;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the log that is a lead's.
 *
 * @param origin {@code server}, {@code browser} or {@code import}
 * @param suspect why it counts for nothing; null where it counts
 * @param call in its canonical form
 */
record LeadEntryView(
        long position,
        Instant receivedAt,
        Instant occurredAt,
        String origin,
        int writeKey,
        @Nullable List<String> suspect,
        @JsonRawValue String call) {
    static LeadEntryView of(LogEntry entry, @Nullable List<String> suspect) {
        return new LeadEntryView(
                entry.position(),
                entry.receivedAt(),
                entry.occurredAt(),
                entry.origin().written(),
                entry.writeKey(),
                suspect,
                entry.call());
    }
}
