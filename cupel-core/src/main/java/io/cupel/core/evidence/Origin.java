package io.cupel.core.evidence;

import java.util.Arrays;
import java.util.Optional;

/** Who told something, and so how far it is believed. */
public enum Origin {
    /** A program of the company: what it tells is verified. */
    SERVER("server"),
    /** A page that everybody can read and change: what it tells is claimed. */
    BROWSER("browser"),
    /** A file that a person brought in: believed as a server is. */
    IMPORT("import");

    private final String written;

    Origin(String written) {
        this.written = written;
    }

    /** As exports and tables write it. */
    public String written() {
        return written;
    }

    /** The one that is written so, where nothing else can be. */
    public static Origin read(String written) {
        return of(written).orElseThrow(() -> new IllegalArgumentException("no origin is written so"));
    }

    /** The one that is written so; empty for none. */
    public static Optional<Origin> of(String written) {
        return Arrays.stream(values())
                .filter(each -> each.written.equals(written))
                .findFirst();
    }
}
