package io.cupel.files.columns;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Finds the name that somebody probably meant. */
final class Nearest {
    /** Longer names are not compared: the effort grows with the product of the lengths. */
    private static final int LENGTH_MAX = 64;

    private Nearest() {}

    /** The question to append to a message, or nothing where no known name is near. */
    static String question(String written, Collection<String> known) {
        String nearest = of(written, known);
        return nearest == null ? "" : "; did you mean '" + nearest + "'?";
    }

    /** The name with the fewest slips of the pen, if they are few for its length; of several the first. */
    static @Nullable String of(String written, Collection<String> known) {
        return of(written, known, 3);
    }

    /** The same with at most one slip for so many letters. */
    static @Nullable String of(String written, Collection<String> known, int lettersPerSlip) {
        String wanted = NormalName.of(written);
        if (wanted.isEmpty() || wanted.length() > LENGTH_MAX) {
            return null;
        }
        String best = null;
        int fewest = Integer.MAX_VALUE;
        for (String name : known) {
            String normal = NormalName.of(name);
            int allowed = Math.max(1, Math.max(wanted.length(), normal.length()) / lettersPerSlip);
            if (Math.abs(normal.length() - wanted.length()) <= allowed && normal.length() <= LENGTH_MAX) {
                int slips = slips(wanted, normal);
                if (slips <= allowed && slips < fewest) {
                    fewest = slips;
                    best = name;
                }
            }
        }
        return best;
    }

    /** Letters to insert, to leave out, to replace or to swap with their neighbour. */
    private static int slips(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, a, b, i, j);
            }
        }
        return cost[a.length()][b.length()];
    }

    private static int cheapest(int[][] cost, String a, String b, int i, int j) {
        boolean isSame = a.charAt(i - 1) == b.charAt(j - 1);
        int least = Math.min(cost[i - 1][j - 1] + (isSame ? 0 : 1), Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        boolean isSwapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return isSwapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
    }
}
