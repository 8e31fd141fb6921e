package io.cupel.files.columns;

import java.util.Locale;

/** What the rows of a table are about. */
public enum TableKind {
    LEADS,
    COMPANIES,
    DEALS,
    EVENTS,
    TOUCHES,
    OUTCOMES,
    SPEND;

    /** As mapping files write it. */
    public String written() {
        return name().toLowerCase(Locale.ROOT);
    }
}
