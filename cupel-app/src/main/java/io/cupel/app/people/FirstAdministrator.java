package io.cupel.app.people;

import io.cupel.app.ground.ProblemException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How the first administrator is made, and one where all tokens of such were lost: whoever sees the console of the
 * server is trusted with a one-time token.
 */
@Service
public final class FirstAdministrator {
    /** How long the one-time token holds. */
    public static final Duration HOLDS = Duration.ofHours(1);

    private static final String PREFIX = "setup_";

    private final PersonTable persons;
    private final SetupTable setups;
    private final Staff staff;
    private final Tokens tokens;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    FirstAdministrator(
            PersonTable persons,
            SetupTable setups,
            Staff staff,
            Tokens tokens,
            TransactionTemplate transaction,
            Clock clock) {
        this.persons = persons;
        this.setups = setups;
        this.staff = staff;
        this.tokens = tokens;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A new one-time token, which ends any earlier one; none where an administrator holds a token. */
    public Optional<String> oneTimeToken() {
        if (persons.hasAdministrator(clock.instant())) {
            return Optional.empty();
        }
        Secret secret = Secret.fresh(PREFIX, random);
        setups.put(secret.hash(), clock.instant().plus(HOLDS));
        return Optional.of(secret.shown());
    }

    /** Makes an administrator, with a token that allows all that an administrator may. */
    public FreshToken make(String oneTimeToken, String name) {
        return transaction.execute(status -> {
            boolean taken = oneTimeToken.length() <= Secret.LENGTH_MAX
                    && setups.take(Secret.hash(oneTimeToken), clock.instant());
            if (!taken || persons.hasAdministrator(clock.instant())) {
                throw new ProblemException(
                        AccessProblem.SETUP_OVER,
                        "it is unknown, used, or older than an hour; start the server again for a new one");
            }
            Set<Role> roles = Set.of(Role.ADMIN);
            long person = staff.add(name, roles).person().id();
            return tokens.make(person, "first administrator", Scope.allowedTo(roles), Tokens.DAYS_USUAL);
        });
    }
}
