package io.cupel.app.contracts;

import io.cupel.app.people.Role;
import java.util.Locale;

/** One of the two that must agree on what a qualified lead is. */
public enum Side {
    MARKETING(Role.MARKETER),
    SALES(Role.MANAGER);

    private final Role signer;

    Side(Role signer) {
        this.signer = signer;
    }

    /** The role that signs for this side. */
    public Role signer() {
        return signer;
    }

    /** As the API and the database write it: {@code marketing}. */
    public String written() {
        return name().toLowerCase(Locale.ROOT);
    }
}
