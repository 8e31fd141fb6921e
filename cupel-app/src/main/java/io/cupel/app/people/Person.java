package io.cupel.app.people;

import java.util.Set;

/**
 * Somebody of the house who acts.
 *
 * @param name as it is shown beside what this person did
 */
public record Person(long id, String name, Set<Role> roles) {
    public Person {
        roles = Set.copyOf(roles);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }
}
