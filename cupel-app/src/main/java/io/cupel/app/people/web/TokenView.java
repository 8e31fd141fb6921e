package io.cupel.app.people.web;

import io.cupel.app.people.Scope;
import io.cupel.app.people.Token;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A token as the API shows it. */
record TokenView(
        long id,
        long person,
        String name,
        List<String> scopes,
        Instant created,
        Instant expires,
        @Nullable Instant revoked,
        @Nullable Instant lastUsed) {
    static TokenView of(Token token) {
        return new TokenView(
                token.id(),
                token.person(),
                token.name(),
                token.scopes().stream().map(Scope::written).sorted().toList(),
                token.created(),
                token.expires(),
                token.revoked(),
                token.lastUsed());
    }
}
