package io.cupel.app.people;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Roles and scopes as the database has them: texts of an array, joined by commas on the way there and back. */
final class Written {
    private Written() {}

    static String roles(Collection<Role> roles) {
        return roles.stream().map(Role::written).sorted().collect(Collectors.joining(","));
    }

    static Set<Role> roles(String joined) {
        Set<String> names = names(joined);
        Set<Role> roles = EnumSet.noneOf(Role.class);
        Arrays.stream(Role.values())
                .filter(role -> names.contains(role.written()))
                .forEach(roles::add);
        return roles;
    }

    static String scopes(Collection<Scope> scopes) {
        return scopes.stream().map(Scope::written).sorted().collect(Collectors.joining(","));
    }

    /** Those that this version knows; one that it no longer has allows nothing. */
    static Set<Scope> scopes(String joined) {
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        names(joined).forEach(name -> Scope.of(name).ifPresent(scopes::add));
        return scopes;
    }

    private static Set<String> names(String joined) {
        return Set.copyOf(Arrays.asList(joined.split(",", -1)));
    }
}
