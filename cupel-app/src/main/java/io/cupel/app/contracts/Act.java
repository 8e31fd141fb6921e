package io.cupel.app.contracts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody did to a draft or a version.
 *
 * @param person number of who did it; null for the first start
 * @param note what belongs to the step, such as the side that signed; null where nothing does
 */
public record Act(
        long id,
        Instant at,
        @Nullable Long person,
        Step step,
        @Nullable Integer version,
        @Nullable Long draft,
        @Nullable String note) {
    /** What can be done. */
    public enum Step {
        DRAFTED,
        EDITED,
        DELETED,
        PROPOSED,
        SIGNED,
        WITHDRAWN,
        ACTIVATED,
        STARTED_WITH
    }
}
