package io.cupel.app.people.web;

import io.cupel.app.people.FreshToken;
import io.cupel.app.people.Scope;
import java.time.Instant;
import java.util.List;

/**
 * A token just made.
 *
 * @param token the secret, shown this once
 */
record FreshTokenView(long id, long person, String name, List<String> scopes, Instant expires, String token) {
    static FreshTokenView of(FreshToken fresh) {
        return new FreshTokenView(
                fresh.token().id(),
                fresh.token().person(),
                fresh.token().name(),
                fresh.token().scopes().stream().map(Scope::written).sorted().toList(),
                fresh.token().expires(),
                fresh.secret());
    }
}
