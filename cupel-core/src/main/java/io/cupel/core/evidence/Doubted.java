package io.cupel.core.evidence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What one entry changes in a register about which events are suspect. */
final class Doubted {
    private final Shelves shelves;
    /** Of leads that turn out to be one, or to have something else than before: what they were. */
    private final Map<Person, Before> before = new HashMap<>();

    private record Before(Map<String, Object> told, Set<String> suspects) {}

    Doubted(Shelves shelves) {
        this.shelves = shelves;
    }

    /** Keeps in mind how a lead was before anything changes about it. */
    void mind(Person lead) {
        if (!before.containsKey(lead)) {
            Set<String> suspects = new HashSet<>();
            suspects(lead).forEach(event -> suspects.add(event.id()));
            before.put(lead, new Before(lead.told(), suspects));
        }
    }

    /** Whether nothing of that can have changed. */
    boolean isNothing() {
        return before.isEmpty();
    }

    /** A lead is about to hear an entry, which changes little as a rule. */
    void hear(Person lead, Sighting entry) {
        if (isDoubtful(lead, entry)) {
            mind(lead);
        }
    }

    private static boolean isDoubtful(Person lead, Sighting entry) {
        return entry.act() instanceof Suspicion
                || entry.act() instanceof Consenting
                || (entry.event() != null && lead.suspicions().has(entry.event()));
    }

    private List<Event> suspects(Person lead) {
        return lead.suspicions().isEmpty()
                ? List.of()
                : shelves.whole(lead.number).suspects();
    }

    /** Of what became a lead's what is not suspect, and what of its own is suspect no more. */
    List<Event> news(Person lead, List<Event> gained) {
        List<Event> news = new ArrayList<>(lead.suspicions().among(gained, false));
        Set<String> were = were();
        if (!were.isEmpty()) {
            Set<String> known = ids(news);
            shelves.whole(lead.number).events().stream()
                    .filter(event -> were.contains(event.id()) && known.add(event.id()))
                    .forEach(news::add);
        }
        return news;
    }

    /** What was a lead's, and counted, and is suspect now. */
    List<Event> withdrawn(Person lead, List<Event> gained) {
        if (before.isEmpty()) {
            return List.of();
        }
        Set<String> others = were();
        others.addAll(ids(gained));
        return suspects(lead).stream()
                .filter(event -> !others.contains(event.id()))
                .toList();
    }

    private Set<String> were() {
        Set<String> all = new HashSet<>();
        before.values().forEach(each -> all.addAll(each.suspects()));
        return all;
    }

    private static Set<String> ids(List<Event> events) {
        Set<String> ids = new HashSet<>();
        events.forEach(event -> ids.add(event.id()));
        return ids;
    }

    /** Whether an entry that is doubtful itself left all that is told of its lead as it was. */
    boolean isAllThatChanged(Person lead, Sighting entry) {
        if (!isDoubtful(lead, entry)) {
            return false;
        }
        Before was = before.get(lead);
        return lead.told().equals(was == null ? Map.of() : was.told());
    }
}
