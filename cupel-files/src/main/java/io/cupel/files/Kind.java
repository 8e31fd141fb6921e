package io.cupel.files;

import java.util.Locale;

/** What the rows of a file tell. docs/files.md defines each. */
public enum Kind {
    /** Who the leads are. */
    LEADS,
    /** What they did. */
    EVENTS,
    /** What sales did. */
    TOUCHES,
    /** What sales decided. */
    OUTCOMES,
    /** What marketing spent. */
    SPEND;

    /** As options and pages write it. */
    public String written() {
        return name().toLowerCase(Locale.ROOT);
    }
}
