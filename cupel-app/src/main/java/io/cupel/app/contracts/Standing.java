package io.cupel.app.contracts;

import java.util.Locale;

/** Where a version stands at an instant. */
public enum Standing {
    /** Open to signatures. */
    PROPOSED,
    /** Both sides signed; nobody activated it. */
    SIGNED,
    /** Activated from an instant that has not come. */
    SCHEDULED,
    /** Leads are judged by it. */
    IN_FORCE,
    /** Another version took over. */
    SUPERSEDED,
    /** Taken back before it was in force, or voided by an edit of its draft. */
    WITHDRAWN;

    /** As the API writes it: {@code in force}. */
    public String written() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
