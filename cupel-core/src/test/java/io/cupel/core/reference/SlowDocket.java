package io.cupel.core.reference;

import io.cupel.core.evidence.Consenting;
import io.cupel.core.evidence.Event;
import io.cupel.core.evidence.Evidence;
import io.cupel.core.evidence.Gathering;
import io.cupel.core.evidence.Key;
import io.cupel.core.evidence.Sighting;
import io.cupel.core.evidence.Suspicion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What each lead is judged by at each entry of a log, found by reading everything again at every position. */
final class SlowDocket {
    private final List<Sighting> log = new ArrayList<>();
    private Map<Integer, Known> known = new TreeMap<>();
    private int numbers;

    /**
     * A lead as known at a position.
     *
     * @param told as of the instant of the position
     * @param core those of its entries by whose keys it goes on, whatever becomes of what browsers claim
     */
    record Known(Evidence evidence, Map<String, Object> told, Set<Integer> entries, Set<Integer> core) {}

    /**
     * A lead is judged at a position.
     *
     * @param before what it was before, one or several that turned out to be one; by their numbers
     * @param withdrawn what counted before and is suspect now
     * @param isQuiet whether nothing else changed by an entry that is suspect, or says which are
     */
    record Hearing(
            int lead,
            List<Integer> before,
            Known known,
            List<Event> news,
            List<Event> withdrawn,
            boolean isOwn,
            boolean isQuiet) {}

    /** All leads, by their numbers, in the order in which they became known. */
    Map<Integer, Known> known() {
        return known;
    }

    List<Hearing> take(long received, Sighting sighting) {
        log.add(sighting);
        Gathering gathering = Gathering.of(log);
        Map<Integer, Known> now = new TreeMap<>();
        List<Hearing> hearings = new ArrayList<>();
        Map<Integer, List<Integer>> pasts = new HashMap<>();
        for (int place = 0; place < gathering.size(); place++) {
            Evidence evidence = gathering.evidence(place);
            Set<Integer> entries = entries(gathering, place);
            Set<Integer> core = new HashSet<>(entries);
            core.removeIf(entry -> !isCore(gathering, log.get(entry)));
            List<Integer> past = new ArrayList<>();
            known.forEach((number, lead) -> {
                if (entries.containsAll(lead.core)) {
                    past.add(number);
                }
            });
            int number = past.stream()
                    .filter(each -> core.containsAll(known.get(each).core))
                    .findFirst()
                    .orElseGet(() -> ++numbers);
            now.put(number, new Known(evidence, evidence.toldAt(received), entries, core));
            pasts.put(number, past);
        }
        now.forEach((first, lead) -> hear(first, lead, pasts.get(first), hearings));
        known = now;
        return hearings;
    }

    private void hear(int first, Known lead, List<Integer> before, List<Hearing> hearings) {
        Set<String> judged = new HashSet<>();
        before.forEach(each -> known.get(each).evidence().events().forEach(event -> judged.add(event.id())));
        List<Event> news = lead.evidence.events().stream()
                .filter(event -> !judged.contains(event.id()))
                .toList();
        boolean isOwn = lead.entries.contains(log.size() - 1);
        boolean isInformed = before.size() == 1 && isCompanyChanged(known.get(before.get(0)), lead);
        if (isOwn || isInformed) {
            List<Event> withdrawn = lead.evidence.suspects().stream()
                    .map(Evidence.Suspect::event)
                    .filter(event -> isOwn && judged.contains(event.id()))
                    .toList();
            boolean isQuiet = isOwn && news.isEmpty() && isAllInDoubt(lead, before);
            hearings.add(new Hearing(first, before, lead, news, withdrawn, isOwn, isQuiet));
        }
    }

    private boolean isAllInDoubt(Known lead, List<Integer> before) {
        Sighting entry = log.get(log.size() - 1);
        Event event = entry.event();
        boolean isDoubtful = entry.act() instanceof Suspicion
                || entry.act() instanceof Consenting
                || lead.evidence.suspects().stream()
                        .anyMatch(each -> each.event().equals(event));
        Map<String, Object> told = before.isEmpty() ? Map.of() : known.get(before.get(0)).told;
        return isDoubtful && before.size() <= 1 && told.equals(lead.told);
    }

    private static boolean isCompanyChanged(Known before, Known now) {
        return !company(before).equals(company(now));
    }

    private static Map<String, Object> company(Known lead) {
        Map<String, Object> values = new HashMap<>(lead.told);
        values.keySet().removeIf(path -> !path.startsWith("company."));
        return values;
    }

    private Set<Integer> entries(Gathering gathering, int place) {
        Set<Integer> entries = new HashSet<>();
        for (int i = 0; i < log.size(); i++) {
            Sighting each = log.get(i);
            int owner = new Owner(gathering).of(each);
            if (owner == place) {
                entries.add(i);
            }
        }
        return entries;
    }

    private record Owner(Gathering gathering) {
        int of(Sighting sighting) {
            if (sighting.keys().isContact()) {
                String key = Key.of(sighting.keys()).get(0).node();
                String lead = gathering.identities().find(key).orElseThrow();
                return gathering.identities().leads().indexOf(lead);
            }
            return gathering.identities().place(sighting.keys().anonymous(), sighting.at());
        }
    }

    private static boolean isCore(Gathering gathering, Sighting sighting) {
        return sighting.keys().isContact()
                && !gathering
                        .identities()
                        .isClaimed(Key.of(sighting.keys()).get(0).node());
    }
}
