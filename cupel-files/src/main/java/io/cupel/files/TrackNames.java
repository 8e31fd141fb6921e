package io.cupel.files;

import io.cupel.core.contract.Contract;
import io.cupel.core.contract.Signal;
import io.cupel.core.evidence.Event;
import io.cupel.core.evidence.EventType;
import io.cupel.core.evidence.Sighting;
import io.cupel.files.columns.ShownName;
import io.cupel.files.text.Numerals;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What was tracked under other names than signals are on: it gives no points, and nobody would know why. */
final class TrackNames {
    /** The names that signals are on. */
    private final Set<String> exact = new HashSet<>();
    /** By these names without signs, blanks and the size of letters: the first signal that is on one. */
    private final Map<String, Signal> wanted = new HashMap<>();
    /** Whether a signal is on tracks of any name. */
    private final boolean isOfAny;

    TrackNames(Contract contract) {
        boolean isAny = false;
        for (Signal signal : contract.signals()) {
            String name = signal.on().type() == EventType.TRACK ? signal.on().name() : "";
            isAny |= name == null;
            if (name != null && exact.add(name)) {
                wanted.putIfAbsent(AttributeNames.normal(name), signal);
            }
        }
        wanted.remove("");
        this.isOfAny = isAny;
    }

    /**
     * What a person should know of it.
     *
     * @param tracked the names of what calls tracked
     * @param rows what tables tell, dated columns among it
     */
    List<String> sentences(Set<String> tracked, Collection<Sighting> rows) {
        List<String> sentences = new ArrayList<>();
        for (String name : tracked) {
            Signal meant = wanted.get(AttributeNames.normal(name));
            if (meant != null && !exact.contains(name)) {
                sentences.add("'%s' is not '%s', which signal '%s' is on: names are compared letter by letter"
                        .formatted(ShownName.of(name), meant.on().name(), meant.name()));
            }
        }
        dated(rows).forEach((name, count) -> {
            if (!isOfAny && !exact.contains(name)) {
                sentences.add("tables tell of track \"%s\" %s, and no signal is on it: it gives no points"
                        .formatted(name, count == 1 ? "once" : Numerals.of(count, "time")));
            }
        });
        return sentences;
    }

    /** The names of what tables tell by their dated columns, and how often. */
    private static SortedMap<String, Long> dated(Collection<Sighting> rows) {
        SortedMap<String, Long> dated = new TreeMap<>();
        for (Sighting row : rows) {
            Event event = row.event();
            if (event != null && event.type() == EventType.TRACK) {
                dated.merge(event.name(), 1L, Long::sum);
            }
        }
        return dated;
    }
}
