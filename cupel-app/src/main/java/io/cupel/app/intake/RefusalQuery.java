package io.cupel.app.intake;

import io.cupel.files.text.Reason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which refusals are asked for; null stands for all.
 *
 * @param writeKey the number of a key
 * @param since received then or later
 */
public record RefusalQuery(
        @Nullable Integer writeKey,
        @Nullable Reason reason,
        @Nullable Instant since) {
    /** All of them. */
    public static final RefusalQuery ALL = new RefusalQuery(null, null, null);

    /** Those of one key. */
    public static RefusalQuery of(int writeKey) {
        return new RefusalQuery(writeKey, null, null);
    }
}
