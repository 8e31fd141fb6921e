package io.cupel.app.people;

import java.util.Locale;

/** What a person of the house is there for. What one may do is the union over the roles held. */
public enum Role {
    /** Writes contracts and signs them for marketing. */
    MARKETER,
    /** Works leads: SDR, account executive or both. */
    REP,
    /** Leads the reps and signs contracts for sales. */
    MANAGER,
    /** Revenue operations: people, keys, proposals and activations. */
    ADMIN;

    /** As the API and the database write it: {@code marketer}. */
    public String written() {
        return name().toLowerCase(Locale.ROOT);
    }
}
