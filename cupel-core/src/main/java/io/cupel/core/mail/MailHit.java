package io.cupel.core.mail;

import org.jspecify.annotations.Nullable;

/**
 * What the detector looks at of one mail event of a lead.
 *
 * @param id the message id of the event
 * @param at when it occurred, in milliseconds since 1970 UTC
 * @param message which mail it is of, as its sender names it; empty where that is not told, and all such are of one
 * @param link what was clicked; null where that is not told, and for what is no click
 * @param isDecoy whether the sender says that no person can see the link
 * @param agent what opened or clicked, as it names itself; null where that is not told
 */
public record MailHit(
        String id,
        long at,
        Kind kind,
        String message,
        @Nullable String link,
        boolean isDecoy,
        @Nullable String agent) {
    /** What happened to the mail. */
    public enum Kind {
        DELIVERED,
        OPENED,
        CLICKED;

        /** Whether it looks as if somebody did it. */
        boolean isHit() {
            return this != DELIVERED;
        }
    }
}
