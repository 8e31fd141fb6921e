package io.cupel.app.people;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person as revenue operations sees one.
 *
 * @param revision counts the edits, from 1
 * @param left since when this person no longer works here; null while one does
 */
public record Member(
        Person person,
        int revision,
        Instant created,
        @Nullable Instant left) {}
