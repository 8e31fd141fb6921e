package io.cupel.app.intake;

import org.jspecify.annotations.Nullable;

/**
 * A request at a door.
 *
 * @param word of the key, where it does not stand in the body
 * @param type of the calls, where the address says it
 * @param body unpacked
 * @param ip from where it came, as far as that is known
 * @param userAgent as it told
 */
public record Knock(
        @Nullable String word,
        @Nullable String type,
        byte[] body,
        @Nullable String ip,
        @Nullable String userAgent) {}
