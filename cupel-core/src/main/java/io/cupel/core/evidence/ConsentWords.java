package io.cupel.core.evidence;

import io.cupel.core.consent.ConsentWord;
import io.cupel.core.consent.Means;
import io.cupel.core.consent.Purpose;
import io.cupel.core.consent.Said;
import io.cupel.core.consent.Teller;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What an entry of the log says about somebody's consent. */
public final class ConsentWords {
    private ConsentWords() {}

    /**
     * The words of an entry, about each purpose at most one. Where an entry says both, it withholds.
     *
     * @param beside what its call tells in its context
     */
    public static List<ConsentWord> of(Sighting entry, List<Said> beside) {
        Map<Purpose, Said> strictest = new EnumMap<>(Purpose.class);
        List<Said> all = new ArrayList<>(beside);
        if (entry.act() instanceof Consenting word) {
            all.addAll(word.said());
        }
        if (entry.values().get("lead.opted_in") instanceof Boolean isGiven) {
            all.add(Said.of(Purpose.EMAIL, isGiven, Means.OPT_IN));
        }
        if (isUnsubscribed(entry)) {
            all.add(Said.of(Purpose.EMAIL, false, Means.UNSUBSCRIBE));
        }
        for (Said said : all) {
            strictest.merge(said.purpose(), said, (one, other) -> one.isGiven() ? other : one);
        }
        String by = entry.act() instanceof Consenting word ? word.by() : "";
        Teller teller = new Teller(entry.keys().origin(), by);
        return strictest.values().stream()
                .map(said -> new ConsentWord(entry.at(), entry.fromRow(), entry.order(), teller, said))
                .toList();
    }

    private static boolean isUnsubscribed(Sighting entry) {
        Event event = entry.event();
        return Boolean.TRUE.equals(entry.values().get("lead.unsubscribed"))
                || (event != null
                        && (event.type() == EventType.EMAIL_UNSUBSCRIBED
                                || event.type() == EventType.EMAIL_COMPLAINED));
    }
}
