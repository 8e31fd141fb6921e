package io.cupel.app.people;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A token without its secret.
 *
 * @param name tells people what it is for
 * @param lastUsed to the minute; null where it never was
 */
public record Token(
        long id,
        long person,
        String name,
        Set<Scope> scopes,
        Instant created,
        Instant expires,
        @Nullable Instant revoked,
        @Nullable Instant lastUsed) {
    public Token {
        scopes = Set.copyOf(scopes);
    }
}
