package io.cupel.files;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a request beside its body.
 *
 * @param at when it was received, in milliseconds since 1970 UTC
 * @param fromBrowser whether it came with a key that everybody can read in a page
 * @param fromImport whether {@code cupel import} brings it: its rows are told as of now
 * @param isPrivate whether it came from a browser that is set to Global Privacy Control
 * @param type of the calls, as the address says it; null where the calls say it themselves
 */
public record Receipt(
        long at,
        boolean fromBrowser,
        boolean fromImport,
        boolean isPrivate,
        @Nullable String type) {
    /** Of a call that somebody sends as it happens. */
    public Receipt(long at, boolean fromBrowser, @Nullable String type) {
        this(at, fromBrowser, false, false, type);
    }

    /** Of calls that {@code cupel import} makes of files. */
    public static Receipt ofImport(long at) {
        return new Receipt(at, false, true, false, null);
    }

    /** The same of a browser that is, or is not, set to Global Privacy Control. */
    public Receipt privately(boolean isSo) {
        return new Receipt(at, fromBrowser, fromImport, isSo, type);
    }
}
