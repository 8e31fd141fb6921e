package io.cupel.files;

import java.util.Locale;

/** Cells that say yes or no. */
final class Truths {
    private Truths() {}

    static boolean isTrue(String cell) {
        return switch (cell.strip().toLowerCase(Locale.ROOT)) {
            case "true", "yes", "1" -> true;
            default -> false;
        };
    }

    /** Whether it says no, and not only nothing. */
    static boolean isFalse(String cell) {
        return switch (cell.strip().toLowerCase(Locale.ROOT)) {
            case "false", "no", "0" -> true;
            default -> false;
        };
    }
}
