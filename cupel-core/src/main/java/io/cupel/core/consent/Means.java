package io.cupel.core.consent;

import java.util.Locale;

/** By what somebody's consent was told. */
public enum Means {
    /** A word on this alone, as people say it. */
    WORD,
    /** The choices that a consent manager sends along. */
    PREFERENCES,
    /** A browser that is set to Global Privacy Control. */
    PRIVACY_CONTROL,
    /** The attribute {@code lead.opted_in}. */
    OPT_IN,
    /** The attribute {@code lead.unsubscribed}, or a mail that was unsubscribed from or complained about. */
    UNSUBSCRIBE;

    /** As the API writes it. */
    public String written() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
