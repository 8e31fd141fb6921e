package io.cupel.core.contract;

import java.util.Locale;

/** What a signal's points speak for. Engagement and intent make the score; usage makes the product's own score. */
public enum Kind {
    ENGAGEMENT,
    INTENT,
    USAGE;

    /** As contracts write it. */
    public String written() {
        return name().toLowerCase(Locale.ROOT);
    }
}
