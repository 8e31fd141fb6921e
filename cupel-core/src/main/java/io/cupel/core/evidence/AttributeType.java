package io.cupel.core.evidence;

import java.util.Locale;

/** The type of an attribute, as contracts declare their own ones. */
public enum AttributeType {
    TEXT,
    INT,
    DOUBLE,
    BOOL,
    INSTANT,
    LIST;

    /** As contracts write it. */
    public String written() {
        return name().toLowerCase(Locale.ROOT);
    }
}
