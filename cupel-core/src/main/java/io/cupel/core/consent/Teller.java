package io.cupel.core.consent;

import io.cupel.core.evidence.Origin;

/**
 * Who told something about somebody's consent.
 *
 * @param origin who brought the call
 * @param name of the person who says it; empty where no person does
 */
public record Teller(Origin origin, String name) {
    /** Whether it may give what somebody else withheld. */
    boolean isBelieved() {
        return origin != Origin.BROWSER;
    }

    /** As the API writes it. */
    public String written() {
        return name.isEmpty() ? origin.written() : "person";
    }
}
