package io.cupel.core.lifecycle;

import java.util.Locale;

/** Why a lead is judged. What another cause than an event would open waits in the review tray. */
public enum Cause {
    /** An entry of the log, as it came. */
    EVENT,
    /** Another version of the contract came into force. */
    ACTIVATION,
    /** Entries that were brought in from elsewhere. */
    IMPORT,
    /** A person said that two leads are one. */
    MERGE,
    /** A person said of what a browser claimed that it is not true, or took that back. */
    CLAIM;

    /** As files write it. */
    public String written() {
        return name().toLowerCase(Locale.ROOT);
    }
}
