package io.cupel.contract;

import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds the known name that somebody probably meant. */
final class Nearest {
    /** Longer names are not compared: the effort grows with the product of the lengths. */
    private static final int LENGTH_MAX = 64;

    private Nearest() {}

    /** The question to append to a message, or nothing where no known name is near. */
    static String question(String written, Collection<String> known) {
        String nearest = of(written, known);
        return nearest == null ? "" : "; did you mean '" + nearest + "'?";
    }

    /** The known name with the fewest slips of the pen, if they are few for its length. */
    static @Nullable String of(String written, Collection<String> known) {
        if (written.length() > LENGTH_MAX) {
            return null;
        }
        String folded = written.toLowerCase(Locale.ROOT);
        String best = null;
        int fewest = Integer.MAX_VALUE;
        for (String name : known) {
            int allowed = Math.max(1, Math.max(written.length(), name.length()) / 3);
            if (Math.abs(name.length() - written.length()) > allowed || name.length() > LENGTH_MAX) {
                continue;
            }
            int slips = slips(folded, name.toLowerCase(Locale.ROOT));
            if (slips <= allowed && slips < fewest) {
                fewest = slips;
                best = name;
            }
        }
        return best;
    }

    /**
     * Letters to insert, to leave out, to replace or to swap with their neighbour (Damerau-Levenshtein, restricted).
     */
    static int slips(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            cost[i][0] = i;
        }
        for (int j = 0; j <= b.length(); j++) {
            cost[0][j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            for (int j = 1; j <= b.length(); j++) {
                boolean same = a.charAt(i - 1) == b.charAt(j - 1);
                int replaced = cost[i - 1][j - 1] + (same ? 0 : 1);
                cost[i][j] = Math.min(replaced, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
                }
            }
        }
        return cost[a.length()][b.length()];
    }
}
