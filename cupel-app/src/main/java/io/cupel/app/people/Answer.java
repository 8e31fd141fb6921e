package io.cupel.app.people;

import org.jspecify.annotations.Nullable;

/**
 * What was answered to a POST, to be answered again to its repeats.
 *
 * @param tag the header ETag
 * @param body null where it held a secret and was not kept
 */
public record Answer(
        int status,
        @Nullable String contentType,
        @Nullable String location,
        @Nullable String tag,
        @Nullable String body) {}
