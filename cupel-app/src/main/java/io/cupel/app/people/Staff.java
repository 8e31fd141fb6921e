package io.cupel.app.people;

import io.cupel.app.ground.Problem;
import io.cupel.app.ground.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** The persons of the house. */
@Service
public final class Staff {
    private final PersonTable persons;
    private final TokenTable tokens;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Staff(PersonTable persons, TokenTable tokens, TransactionTemplate transaction, Clock clock) {
        this.persons = persons;
        this.tokens = tokens;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Adds somebody, who can do nothing before a token is made. */
    public Member add(String name, Set<Role> roles) {
        return one(persons.insert(name, roles, clock.instant()));
    }

    /** The person of this number; ends the call where there is none. */
    public Member one(long id) {
        return persons.find(id)
                .orElseThrow(() -> new ProblemException(Problem.NOT_FOUND, "there is no person of this number"));
    }

    /** So many persons behind this number. */
    public List<Member> after(long id, int limit) {
        return persons.after(id, limit);
    }

    /** The names of these persons, by their numbers, also of those who have left. */
    public Map<Long, String> names(Collection<Long> ids) {
        return persons.names(Set.copyOf(ids));
    }

    /** Names a person anew and changes roles, which acts on the person's tokens at once. */
    public Member change(long id, int revision, String name, Set<Role> roles) {
        transaction.executeWithoutResult(status -> {
            if (!roles.contains(Role.ADMIN)) {
                keepOneAdministratorBeside(id);
            }
            if (!persons.update(id, revision, name, roles)) {
                throw new ProblemException(Problem.CHANGED, "read the person again, make your edit there, send that");
            }
        });
        return one(id);
    }

    /** A person leaves: the tokens are revoked at once; what the person did keeps the name. */
    public void leave(long id) {
        one(id);
        transaction.executeWithoutResult(status -> {
            keepOneAdministratorBeside(id);
            Instant now = clock.instant();
            persons.leave(id, now);
            tokens.revokeAll(id, now);
        });
    }

    private void keepOneAdministratorBeside(long id) {
        List<Long> administrators = persons.administratorsForUpdate();
        if (administrators.equals(List.of(id))) {
            throw new ProblemException(AccessProblem.LAST_ADMINISTRATOR, "make another person an administrator first");
        }
    }
}
