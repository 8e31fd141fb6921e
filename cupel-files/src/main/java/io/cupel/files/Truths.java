package io.cupel.files;

import java.util.Locale;

/** Cells that say yes. */
final class Truths {
    private Truths() {}

    static boolean isTrue(String cell) {
        return switch (cell.strip().toLowerCase(Locale.ROOT)) {
            case "true", "yes", "1" -> true;
            default -> false;
        };
    }
}
