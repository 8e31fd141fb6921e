package io.cupel.app.people;

import java.util.Set;

/**
 * Who calls the API: a person, by one of the person's tokens. A handler that takes one as a parameter is given it.
 *
 * @param token number of the token
 * @param scopes what this call may do: those of the token that the person's roles allow now
 */
public record Caller(long token, Person person, Set<Scope> scopes) {
    public Caller {
        scopes = Set.copyOf(scopes);
    }
}
