package io.cupel.files;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a request beside its body.
 *
 * @param at when it was received, in milliseconds since 1970 UTC
 * @param fromBrowser whether it came with a key that everybody can read in a page
 * @param type of the calls, as the address says it; null where the calls say it themselves
 */
public record Receipt(
        long at, boolean fromBrowser, @Nullable String type) {}
