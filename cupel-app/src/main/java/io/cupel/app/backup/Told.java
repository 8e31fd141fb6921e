package io.cupel.app.backup;

import java.util.Locale;
import java.util.function.Consumer;

/** Tells how far a table is. */
final class Told {
    private static final long STEP_BYTES = 100L << 20;

    private final String table;
    private final Consumer<String> say;
    private long bytes;
    private long told;

    Told(String table, Consumer<String> say) {
        this.table = table;
        this.say = say;
    }

    void bytes(long more) {
        bytes += more;
        if (bytes - told >= STEP_BYTES) {
            told = bytes;
            say.accept(String.format(Locale.ROOT, "%-12s %s, %,d MB so far", "Table", table, bytes >> 20));
        }
    }

    void end(long rows) {
        if (rows > 0) {
            say.accept(
                    String.format(Locale.ROOT, "%-12s %s, %,d %s", "Table", table, rows, rows == 1 ? "row" : "rows"));
        }
    }
}
