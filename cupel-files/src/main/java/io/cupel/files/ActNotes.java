package io.cupel.files;

import io.cupel.core.evidence.Act;
import io.cupel.core.evidence.Decision;
import io.cupel.core.evidence.Event;
import io.cupel.core.evidence.Evidence;
import io.cupel.core.evidence.Told;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What is odd about touches and decisions, seen beside all that is known of their leads. They are used all the same.
 */
final class ActNotes {
    private record Place(String file, long line) {
        static final Comparator<Place> ORDER = Comparator.comparing(Place::file).thenComparing(Place::line);
    }

    /** Of decisions alone: they are few, and a person has to look at the odd ones. */
    private final Map<String, Place> places = new HashMap<>();

    /** Where an act stands; of several copies the first. */
    void met(Act act, String file, long line) {
        if (act instanceof Decision) {
            places.putIfAbsent(act.id(), new Place(file, line));
        }
    }

    /** In sentences without anything personal. */
    List<String> sentences(List<Evidence> evidence) {
        List<String> sentences = new ArrayList<>();
        List<Place> early = new ArrayList<>();
        long unknown = 0;
        for (Evidence lead : evidence) {
            unknown += isKnownByActsAlone(lead) ? 1 : 0;
            long contact = firstContact(lead);
            lead.acts().stream()
                    .filter(act -> act.at() < contact)
                    .map(act -> places.get(act.id()))
                    .filter(Objects::nonNull)
                    .forEach(early::add);
        }
        if (!early.isEmpty()) {
            Place first = Collections.min(early, Place.ORDER);
            boolean isOne = early.size() == 1;
            sentences.add((isOne ? "1 outcome lies" : early.size() + " outcomes lie")
                    + " before the first that is known of the lead (" + (isOne ? "" : "the first at ") + first.file()
                    + ":" + first.line() + "); " + (isOne ? "it is" : "they are") + " used all the same");
        }
        if (unknown > 0) {
            sentences.add((unknown == 1 ? "1 lead is" : unknown + " leads are")
                    + " known by touches or outcomes alone: no other file tells of "
                    + (unknown == 1 ? "it" : "them"));
        }
        return sentences;
    }

    private static boolean isKnownByActsAlone(Evidence lead) {
        return !lead.acts().isEmpty()
                && lead.events().isEmpty()
                && lead.own().told().isEmpty();
    }

    /** When the lead was created or did its first; never, where neither is known. */
    private static long firstContact(Evidence lead) {
        long first = lead.events().stream().mapToLong(Event::at).min().orElse(Long.MAX_VALUE);
        long told = lead.own().told().stream()
                .mapToLong(Told::at)
                .filter(at -> at != Told.BEFORE_ALL)
                .min()
                .orElse(Long.MAX_VALUE);
        long contact = Math.min(first, told);
        return contact == Long.MAX_VALUE ? Told.BEFORE_ALL : contact;
    }
}
