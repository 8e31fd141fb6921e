package io.cupel.app.people;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a token allows, and which roles may hold such a token. A caller has a scope where the token names it and a role
 * of its person still allows it, so that a role taken away acts at once. docs/security.md lists them.
 */
public enum Scope {
    LEADS_READ,
    EVENTS_READ,
    CONTRACTS_READ,
    CONTRACTS_WRITE,
    CONTRACTS_SIGN,
    CONTRACTS_ACTIVATE,
    TRAY_WRITE,
    IMPORTS_WRITE,
    IDENTITY_WRITE,
    KEYS_WRITE,
    PEOPLE_WRITE,
    ERASE,
    EXPORT,
    METRICS_READ;

    /** The roles whose tokens may name this scope. */
    public Set<Role> roles() {
        return switch (this) {
            case LEADS_READ, EVENTS_READ, CONTRACTS_READ -> EnumSet.allOf(Role.class);
            case CONTRACTS_WRITE, IDENTITY_WRITE -> EnumSet.of(Role.MARKETER, Role.MANAGER, Role.ADMIN);
            case CONTRACTS_SIGN -> EnumSet.of(Role.MARKETER, Role.MANAGER);
            case TRAY_WRITE -> EnumSet.of(Role.MANAGER, Role.ADMIN);
            case CONTRACTS_ACTIVATE, IMPORTS_WRITE, KEYS_WRITE, PEOPLE_WRITE, ERASE, EXPORT, METRICS_READ ->
                EnumSet.of(Role.ADMIN);
        };
    }

    /** As the API and the database write it: {@code leads:read}. */
    public String written() {
        return name().toLowerCase(Locale.ROOT).replace('_', ':');
    }

    /** The scope that is written so; empty where there is none. */
    public static Optional<Scope> of(String written) {
        return Arrays.stream(values())
                .filter(scope -> scope.written().equals(written))
                .findFirst();
    }

    /** All that a person of these roles may be given. */
    public static Set<Scope> allowedTo(Set<Role> roles) {
        Set<Scope> allowed = EnumSet.noneOf(Scope.class);
        for (Scope scope : values()) {
            if (scope.roles().stream().anyMatch(roles::contains)) {
                allowed.add(scope);
            }
        }
        return allowed;
    }
}
