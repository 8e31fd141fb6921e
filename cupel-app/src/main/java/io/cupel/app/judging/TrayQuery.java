package io.cupel.app.judging;

import io.cupel.core.lifecycle.Cause;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which of those that wait in the review tray; null asks for all.
 *
 * @param target MQL, PQL or {@link #BACK}
 * @param since exactly, as of an activation the instant of its turn
 */
public record TrayQuery(
        @Nullable Cause cause,
        @Nullable String target,
        @Nullable Instant since) {
    public static final TrayQuery ALL = new TrayQuery(null, null, null);
    /** Of leads that wait to come back from disqualified. */
    public static final String BACK = "BACK";
}
