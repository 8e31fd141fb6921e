package io.cupel.app.intake;

import java.util.Arrays;

/** Who holds a write key, and so how far what it tells is believed. */
public enum Origin {
    /** A program of the company: what it tells is verified. */
    SERVER("server"),
    /** A page that everybody can read: what it tells is claimed. */
    BROWSER("browser");

    private final String written;

    Origin(String written) {
        this.written = written;
    }

    /** As tables and answers write it. */
    public String written() {
        return written;
    }

    /** The one that is written so. */
    public static Origin of(String written) {
        return Arrays.stream(values())
                .filter(each -> each.written.equals(written))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("an origin is server or browser"));
    }
}
