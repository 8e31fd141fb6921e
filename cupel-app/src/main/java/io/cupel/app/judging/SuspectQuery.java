package io.cupel.app.judging;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which marked events are meant. Null is for all.
 *
 * @param isMarked whether they are suspect, or were released
 * @param reason one of those that were given
 * @param lead the number of the lead whose they are
 * @param from marked then or later
 * @param to marked before then
 */
public record SuspectQuery(
        @Nullable Boolean isMarked,
        @Nullable String reason,
        @Nullable Long lead,
        @Nullable Instant from,
        @Nullable Instant to) {}
