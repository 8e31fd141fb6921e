package io.cupel.core.evidence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Of several leads that are one the strictest consent holds, whichever was told last. */
final class Consents {
    /** What each of these says where consent was withheld. */
    private static final Map<String, Boolean> WITHHELD = Map.of("lead.opted_in", false, "lead.unsubscribed", true);

    private Consents() {}

    /**
     * What was told about leads together, with the strictest consent in the place of each.
     *
     * @param words what was told about each of them
     */
    static List<Sighting> strictest(List<List<Sighting>> words) {
        List<Sighting> all = new ArrayList<>();
        words.forEach(own -> own.forEach(word -> all.add(without(word))));
        List<AttributeLog> parts = words.stream()
                .map(own -> Known.evidence("", List.of(), own, null).own())
                .toList();
        WITHHELD.forEach((path, withheld) -> {
            TreeSet<Long> instants = new TreeSet<>();
            for (AttributeLog part : parts) {
                part.told().stream()
                        .filter(word -> word.values().containsKey(path))
                        .forEach(word -> instants.add(word.at()));
            }
            for (long at : instants) {
                Map<String, Object> told = Map.of(path, strictest(parts, path, withheld, at));
                all.add(new Sighting(Keys.NONE, at, false, "", null, told, null, null));
            }
        });
        return all;
    }

    private static Object strictest(List<AttributeLog> parts, String path, Object withheld, long at) {
        Object strictest = null;
        for (AttributeLog part : parts) {
            Object value = part.at(at).get(path);
            strictest = withheld.equals(value) || strictest == null ? value : strictest;
        }
        return strictest == null ? withheld : strictest;
    }

    private static Sighting without(Sighting word) {
        if (WITHHELD.keySet().stream().noneMatch(word.values()::containsKey)) {
            return word;
        }
        Map<String, Object> values = new HashMap<>(word.values());
        values.keySet().removeAll(WITHHELD.keySet());
        return word.with(values);
    }
}
