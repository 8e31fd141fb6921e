package io.cupel.core.contract;

import java.util.Locale;

/** The two stages that the engine opens a cycle in. */
public enum Target {
    MQL,
    PQL;

    /** As contracts write it. */
    public String written() {
        return name().toLowerCase(Locale.ROOT);
    }
}
