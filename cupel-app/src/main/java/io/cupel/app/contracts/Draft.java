package io.cupel.app.contracts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A text that may become a version, with faults or without.
 *
 * @param revision counts the edits, from 1
 * @param editedBy number of the person who edited it last
 * @param version what it was proposed as; null where nobody proposed it since the last edit
 */
public record Draft(
        long id,
        String text,
        int revision,
        Instant created,
        long editedBy,
        Instant edited,
        @Nullable Integer version) {}
