package io.cupel.core.reference;

import io.cupel.core.evidence.AttributeLog;
import io.cupel.core.evidence.Consenting;
import io.cupel.core.evidence.Denial;
import io.cupel.core.evidence.Denials;
import io.cupel.core.evidence.Event;
import io.cupel.core.evidence.Evidence;
import io.cupel.core.evidence.Gathering;
import io.cupel.core.evidence.Key;
import io.cupel.core.evidence.Keys;
import io.cupel.core.evidence.Sighting;
import io.cupel.core.evidence.Suspicion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What each lead is judged by at each entry of a log, found by reading everything again at every position. */
final class SlowDocket {
    private final List<Sighting> log = new ArrayList<>();
    private Map<Integer, Known> known = new TreeMap<>();
    private int numbers;
    /** In which order they became known. */
    private final Map<String, Integer> keys = new HashMap<>();

    /**
     * A lead as known at a position.
     *
     * @param told as of the instant of the position
     * @param core those of its keys by which it goes on, whatever becomes of what browsers claim
     */
    record Known(Evidence evidence, Map<String, Object> told, Set<Integer> entries, Set<String> core) {
        /** Nothing is told any more of one whose only key is this. */
        static Known bare(String key) {
            AttributeLog nothing = AttributeLog.EMPTY;
            Evidence evidence = new Evidence(key, List.of(), nothing, List.of(), List.of(), List.of(), List.of());
            return new Known(evidence, Map.of(), Set.of(), Set.of(key));
        }
    }

    /**
     * A lead is judged at a position.
     *
     * @param before what it was before, one or several that turned out to be one; by their numbers
     * @param withdrawn what counted before and is suspect now
     * @param isGain whether it got something by a person's word on a claim
     * @param isQuiet whether nothing else changed by an entry that is suspect, or says which are
     */
    record Hearing(
            int lead,
            List<Integer> before,
            Known known,
            List<Event> news,
            List<Event> withdrawn,
            boolean isOwn,
            boolean isQuiet,
            boolean isGain) {}

    /** All leads, by their numbers, in the order in which they became known. */
    Map<Integer, Known> known() {
        return known;
    }

    List<Hearing> take(long received, Sighting sighting) {
        log.add(sighting);
        remember();
        Gathering gathering = Gathering.of(log);
        Map<Integer, Known> now = new TreeMap<>();
        List<Hearing> hearings = new ArrayList<>();
        Map<Integer, List<Integer>> pasts = new HashMap<>();
        for (int place = 0; place < gathering.size(); place++) {
            Evidence evidence = gathering.evidence(place);
            Set<Integer> entries = entries(gathering, place);
            Set<String> core = core(gathering, entries);
            List<Integer> past = new ArrayList<>();
            int of = place;
            known.forEach((number, lead) -> {
                if (place(gathering, oldest(lead)) == of) {
                    past.add(number);
                }
            });
            int number = past.stream()
                    .filter(each -> core.contains(oldest(known.get(each))))
                    .findFirst()
                    .orElseGet(() -> ++numbers);
            now.put(number, new Known(evidence, evidence.toldAt(received), entries, core));
            pasts.put(number, past);
        }
        known.forEach((number, lead) -> {
            if (place(gathering, oldest(lead)) < 0) {
                now.put(number, Known.bare(oldest(lead)));
                pasts.put(number, List.of(number));
            }
        });
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
        boolean isGain = log.get(log.size() - 1).act() instanceof Denial
                && !(news.isEmpty() && before.stream().allMatch(each -> each == first));
        if (isOwn || isInformed || isGain) {
            List<Event> withdrawn = lead.evidence.suspects().stream()
                    .map(Evidence.Suspect::event)
                    .filter(event -> isOwn && judged.contains(event.id()))
                    .toList();
            boolean isQuiet = isOwn && news.isEmpty() && isAllInDoubt(lead, before);
            hearings.add(new Hearing(first, before, lead, news, withdrawn, isOwn, isQuiet, isGain));
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

    /** By the key that became known first, a lead goes on where claims fall apart in which nobody else believes. */
    private String oldest(Known lead) {
        return lead.core.stream()
                .min(Comparator.comparingInt(key -> Objects.requireNonNull(keys.get(key))))
                .orElseThrow();
    }

    /** Keys in the order in which they become known. */
    private void remember() {
        for (Sighting each : believed()) {
            List<String> nodes = new ArrayList<>();
            Key.of(each.keys()).forEach(key -> nodes.add(key.node()));
            if (each.keys().previous() != null && !each.keys().isClaimed()) {
                nodes.add(each.keys().previous());
            }
            Key.named(each.keys()).forEach(key -> nodes.add(key.node()));
            nodes.forEach(node -> keys.putIfAbsent(node, keys.size()));
        }
    }

    private static int place(Gathering gathering, String key) {
        return gathering
                .identities()
                .find(key)
                .map(lead -> gathering.identities().leads().indexOf(lead))
                .orElse(-1);
    }

    private Set<String> core(Gathering gathering, Set<Integer> entries) {
        List<Sighting> believed = believed();
        Set<String> core = new TreeSet<>();
        for (int entry : entries) {
            Keys keys = believed.get(entry).keys();
            String key = keys.isContact() ? Key.of(keys).get(0).node() : "";
            if (keys.isContact() && !gathering.identities().isClaimed(key)) {
                core.add(key);
            }
        }
        return core;
    }

    /** The log, as what is denied leaves it. */
    private List<Sighting> believed() {
        Denials denials = Denials.of(log);
        return log.stream().map(denials::believed).toList();
    }

    private Set<Integer> entries(Gathering gathering, int place) {
        Set<Integer> entries = new HashSet<>();
        List<Sighting> believed = believed();
        for (int i = 0; i < log.size(); i++) {
            Sighting each = believed.get(i);
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
}
