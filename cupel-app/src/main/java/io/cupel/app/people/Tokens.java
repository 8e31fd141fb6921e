package io.cupel.app.people;

import io.cupel.app.ground.Problem;
import io.cupel.app.ground.ProblemException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;

/** The tokens by which programs and people call the API. */
@Service
public final class Tokens {
    static final String PREFIX = "cupel_";

    public static final int DAYS_USUAL = 90;
    public static final int DAYS_MAX = 366;
    /** Valid ones of a person; whoever needs more forgets to revoke. */
    static final int PER_PERSON_MAX = 50;

    private final TokenTable tokens;
    private final Staff staff;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Tokens(TokenTable tokens, Staff staff, Clock clock) {
        this.tokens = tokens;
        this.staff = staff;
        this.clock = clock;
    }

    /** Makes a token of a person. Which scopes a role may hold is for the caller to have looked at. */
    public FreshToken make(long person, String name, Set<Scope> scopes, int days) {
        Instant now = clock.instant();
        if (staff.one(person).left() != null) {
            throw new ProblemException(AccessProblem.PERSON_LEFT, "who has left gets no token");
        }
        if (tokens.valid(person, now) >= PER_PERSON_MAX) {
            throw new ProblemException(
                    AccessProblem.TOO_MANY_TOKENS, "revoke some of the " + PER_PERSON_MAX + " there are first");
        }
        Secret secret = Secret.fresh(PREFIX, random);
        Token asked = new Token(0, person, name, scopes, now, now.plus(Duration.ofDays(days)), null, null);
        long id = tokens.insert(asked, secret.hash());
        return new FreshToken(one(id), secret.shown());
    }

    /** The caller of a secret; empty where it is unknown, expired or revoked, or the person has left. */
    public Optional<Caller> caller(String secret) {
        if (!secret.startsWith(PREFIX) || secret.length() > Secret.LENGTH_MAX) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Optional<TokenTable.Found> found = tokens.find(Secret.hash(secret), now);
        found.filter(TokenTable.Found::noteUse)
                .ifPresent(used -> tokens.noteUse(used.caller().token(), now));
        return found.map(TokenTable.Found::caller);
    }

    /** The token of this number; ends the call where there is none. */
    public Token one(long id) {
        return tokens.find(id)
                .orElseThrow(() -> new ProblemException(Problem.NOT_FOUND, "there is no token of this number"));
    }

    /** So many tokens of a person behind this number. */
    public List<Token> after(long person, long id, int limit) {
        staff.one(person);
        return tokens.after(person, id, limit);
    }

    /** Revokes a token, from the next call on; again is no fault. */
    public void revoke(long id) {
        one(id);
        tokens.revoke(id, clock.instant());
    }
}
