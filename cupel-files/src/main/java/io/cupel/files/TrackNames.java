package io.cupel.files;

import io.cupel.core.contract.Contract;
import io.cupel.core.contract.On;
import io.cupel.core.contract.Signal;
import io.cupel.core.evidence.Event;
import io.cupel.core.evidence.EventType;
import io.cupel.core.evidence.Sighting;
import io.cupel.files.columns.ShownName;
import io.cupel.files.text.Numerals;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What was tracked under other names than signals are on: it gives no points, and nobody would know why. */
final class TrackNames {
    private final Contract contract;

    TrackNames(Contract contract) {
        this.contract = contract;
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
            String normal = AttributeNames.normal(name);
            contract.signals().stream()
                    .filter(signal -> !name.equals(name(signal)) && isNear(normal, signal))
                    .findFirst()
                    .ifPresent(signal -> sentences.add(
                            "'%s' is not '%s', which signal '%s' is on: names are compared letter by letter"
                                    .formatted(ShownName.of(name), name(signal), signal.name())));
        }
        dated(rows).forEach((name, count) -> {
            if (contract.signals().stream().noneMatch(signal -> isOn(signal, name))) {
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

    private static String name(Signal signal) {
        String name = signal.on().name();
        return name == null ? "" : name;
    }

    private static boolean isNear(String normal, Signal signal) {
        return signal.on().type() == EventType.TRACK
                && !normal.isEmpty()
                && normal.equals(AttributeNames.normal(name(signal)));
    }

    private static boolean isOn(Signal signal, String track) {
        On on = signal.on();
        return on.type() == EventType.TRACK && (on.name() == null || on.name().equals(track));
    }
}
