package io.cupel.core.evidence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The e-mail address by which sales named a lead: where nobody tells the address of the lead itself, the earliest act
 * that names it by one tells it, as an identify at that instant would.
 */
final class Mentioned {
    private static final String EMAIL = "lead.email";

    private static final Comparator<Sighting> EARLIEST =
            Sighting.ORDER.thenComparing(Mentioned::address, CodePointOrder.INSTANCE);

    private Mentioned() {}

    /** What is told about a lead, with what its acts tell; the same words where that is nothing. */
    static List<Sighting> words(List<Sighting> seen) {
        Sighting first = null;
        for (Sighting word : seen) {
            if (word.values().containsKey(EMAIL)) {
                return seen;
            }
            boolean isOne = word.act() != null && !word.keys().emails().isEmpty();
            first = isOne && (first == null || EARLIEST.compare(word, first) < 0) ? word : first;
        }
        return first == null ? seen : with(seen, first);
    }

    private static List<Sighting> with(List<Sighting> seen, Sighting act) {
        List<Sighting> words = new ArrayList<>(seen.size() + 1);
        words.addAll(seen);
        Map<String, Object> told = Map.of(EMAIL, address(act));
        words.add(new Sighting(Keys.NONE, act.at(), false, act.order(), null, told, null, null));
        return words;
    }

    private static String address(Sighting act) {
        return act.keys().emails().get(0);
    }
}
