package io.cupel.core.evidence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** How many letters have to be changed to make one text of another. */
final class Nearness {
    private record Candidate(String text, int distance) {
        static final Comparator<Candidate> ORDER =
                Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::text, CodePointOrder.INSTANCE);
    }

    private Nearness() {}

    /** The nearest first; none for which more than a third of the letters, or more than five, have to be changed. */
    static List<String> nearest(String text, Collection<String> texts, int most) {
        String wanted = text.toLowerCase(Locale.ROOT);
        int farthest = Math.min(5, Math.max(1, wanted.length() / 3));
        List<Candidate> near = new ArrayList<>();
        for (String candidate : texts) {
            if (Math.abs(candidate.length() - wanted.length()) <= farthest) {
                int distance = distance(wanted, candidate.toLowerCase(Locale.ROOT));
                if (distance <= farthest) {
                    near.add(new Candidate(candidate, distance));
                }
            }
        }
        return near.stream()
                .sorted(Candidate.ORDER)
                .map(Candidate::text)
                .distinct()
                .limit(most)
                .toList();
    }

    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, Math.min(row[j - 1], row[j]) + 1);
            }
        }
        return row[b.length()];
    }
}
