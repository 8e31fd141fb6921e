package io.cupel.core.evidence;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Makes the evidence of one lead from what was seen of it. */
final class Known {
    private Known() {}

    /**
     * All that is known about a lead.
     *
     * @param events its own, in their order, suspect ones among them
     * @param words what tells more about it than that something happened; others do no harm
     * @param belonging its company over time, with all that was told about each; null for none
     */
    static Evidence evidence(String lead, List<Event> events, List<Sighting> words, @Nullable Belonging belonging) {
        List<Act> acts = new ArrayList<>(0);
        Set<String> crm = Set.of();
        for (Sighting word : words) {
            Act act = word.act();
            if (act != null && !(act instanceof Suspicion) && !(act instanceof Consenting)) {
                acts.add(act);
            }
            if (!word.keys().crm().isEmpty()) {
                crm = crm.isEmpty() ? new TreeSet<>(CodePointOrder.INSTANCE) : crm;
                crm.addAll(word.keys().crm());
            }
        }
        Suspicions suspicions = Suspicions.of(words);
        return new Evidence(
                lead,
                suspicions.among(events, false),
                own(words, belonging),
                Belonging.memberships(belonging),
                once(acts),
                crm.isEmpty() ? List.of() : List.copyOf(crm),
                suspicions.among(events, true).stream()
                        .map(event -> new Evidence.Suspect(event, suspicions.reasons(event)))
                        .toList());
    }

    /** What was told about the lead itself, over time. */
    static AttributeLog own(List<Sighting> words, @Nullable Belonging belonging) {
        List<Told> own = new ArrayList<>(words.size());
        for (Sighting word : words) {
            Map<String, Object> values = ofLead(word, belonging);
            // A dated row is an instant at which the lead is judged, whatever it tells.
            if (!values.isEmpty() || word.fromRow()) {
                own.add(Told.by(word, values));
            }
        }
        return AttributeLog.ofNews(own, true);
    }

    /** What a word tells about the lead itself: all, while it belongs to no company. */
    static Map<String, Object> ofLead(Sighting word, @Nullable Belonging belonging) {
        return Belonging.at(belonging, word.at()) == null ? word.values() : Attributes.part(word.values(), false);
    }

    /** Files may tell of one act under several names of its lead; without ids it is known by what it says. */
    private static List<Act> once(List<Act> acts) {
        if (acts.size() < 2) {
            return acts;
        }
        Set<Act> said = new HashSet<>();
        return acts.stream()
                .sorted(Act.ORDER)
                .filter(act -> !act.isIdOfContent() || said.add(act.withId("")))
                .toList();
    }
}
