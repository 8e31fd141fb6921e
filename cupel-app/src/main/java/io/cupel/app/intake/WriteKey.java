package io.cupel.app.intake;

import io.cupel.core.evidence.Origin;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whose calls are taken, and how many.
 *
 * @param number by which the log and refusals name it
 * @param secrets the words by which it is known now, the newest first; two for a while after it was rotated
 * @param callsPerSecond on the average; ten times as many at once
 * @param callsPerSecondOfAddress of one address, likewise
 * @param mapping what an inbound webhook's fields mean, see {@link HookMapping}; null for a key that takes none
 * @param revokedAt since when nothing is taken; null while it is
 */
public record WriteKey(
        int number,
        String name,
        Origin origin,
        List<Secret> secrets,
        int callsPerSecond,
        int callsPerSecondOfAddress,
        @Nullable String mapping,
        Instant madeAt,
        @Nullable Instant revokedAt) {
    public WriteKey {
        secrets = List.copyOf(secrets);
    }

    /**
     * A word by which a key is known, of which only the beginning is kept.
     *
     * @param validUntil null for the one that is in force
     */
    public record Secret(
            String beginning, Instant madeAt, @Nullable Instant validUntil) {}

    /**
     * What a key is called and may do.
     *
     * @param name 1 to 100 letters, for people
     * @param mapping as in {@link WriteKey}
     */
    public record Plan(
            String name,
            Origin origin,
            int callsPerSecond,
            int callsPerSecondOfAddress,
            @Nullable String mapping) {
        /** Calls per second that may be allowed at most. */
        public static final int CALLS_MAX = 1_000_000;

        private static final int NAME_MAX = 100;

        public Plan {
            name = name.strip();
            if (name.isEmpty() || name.length() > NAME_MAX || name.indexOf('\u0000') >= 0) {
                throw new IllegalArgumentException("the name of a key has 1 to " + NAME_MAX + " letters");
            }
            if (Math.min(callsPerSecond, callsPerSecondOfAddress) < 1
                    || Math.max(callsPerSecond, callsPerSecondOfAddress) > CALLS_MAX) {
                throw new IllegalArgumentException("a key takes 1 to 1,000,000 calls per second");
            }
            if (mapping != null) {
                HookMapping.of(mapping);
            }
        }

        /** With the limits that are usual for its origin. */
        public static Plan of(String name, Origin origin) {
            return switch (origin) {
                case SERVER, IMPORT -> new Plan(name, origin, 20_000, 20_000, null);
                case BROWSER -> new Plan(name, origin, 5_000, 100, null);
            };
        }
    }

    /**
     * A key that was made or rotated.
     *
     * @param secret the whole word, told this once
     */
    public record Made(WriteKey key, String secret) {
        @Override
        public String toString() {
            return "Made[" + key + "]"; // the secret stands in no log
        }
    }
}
