package io.cupel.files;

import io.cupel.core.evidence.Act;
import io.cupel.core.evidence.Decision;
import io.cupel.core.evidence.Event;
import io.cupel.core.evidence.Evidence;
import io.cupel.core.evidence.Sighting;
import io.cupel.core.evidence.Told;
import io.cupel.core.evidence.Touch;
import io.cupel.files.text.Numerals;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * What is odd about touches and decisions, seen beside all that is known of their leads. They are used all the same.
 */
final class ActNotes {
    private record Place(String file, long line) {
        static final Comparator<Place> ORDER = Comparator.comparing(Place::file).thenComparing(Place::line);
    }

    private final ZoneId zone;

    /** Of decisions alone: they are few, and a person has to look at the odd ones. */
    private final Map<String, Place> places = new HashMap<>();

    /** @param zone in which a date without a time of day begins */
    ActNotes(ZoneId zone) {
        this.zone = zone;
    }

    /** Where an act stands; of several copies the first. */
    void met(Act act, String file, long line) {
        if (act instanceof Decision) {
            places.putIfAbsent(act.id(), new Place(file, line));
        }
    }

    /** What was met behind all this. */
    void takeOver(ActNotes behind) {
        behind.places.forEach(places::putIfAbsent);
    }

    /** What a row of leads decided, as far as it lies before what the row itself tells. */
    void met(LeadDraft draft, String file, long line) {
        if (draft.acts().isEmpty() && draft.stand() == null) {
            return; // as most
        }
        List<Act> acts = new ArrayList<>(draft.acts());
        if (draft.stand() != null && draft.stand().decision() != null) {
            acts.add(draft.stand().decision());
        }
        acts.stream()
                .filter(act -> act.at() != Told.BEFORE_ALL && (draft.at() == Told.BEFORE_ALL || act.at() < draft.at()))
                .forEach(act -> met(act, file, line));
    }

    /** How a deal ended. That it was opened before its contact was written down is nothing odd. */
    void met(List<Sighting> deal, String file, long line) {
        for (Sighting told : deal) {
            if (told.act() instanceof Decision decision && decision.outcome() != Decision.Outcome.OPPORTUNITY) {
                met(decision, file, line);
            }
        }
    }

    /** In sentences without anything personal. */
    List<String> sentences(List<Evidence> evidence, LeadIds ids) {
        Map<Decision.Outcome, Long> early = new EnumMap<>(Decision.Outcome.class);
        List<Place> places = new ArrayList<>();
        long unknown = 0;
        for (Evidence lead : evidence) {
            unknown += isKnownByActsAlone(lead) ? 1 : 0;
            long contact = firstContact(lead);
            for (Decision decision : lead.decisions()) {
                Place place = this.places.get(decision.id());
                if (place != null && isBefore(decision.at(), contact)) {
                    early.merge(decision.outcome(), 1L, Long::sum);
                    places.add(place);
                }
            }
        }
        List<String> sentences = new ArrayList<>();
        if (!places.isEmpty()) {
            sentences.add(early(early, Collections.min(places, Place.ORDER)));
        }
        if (unknown > 0) {
            sentences.add(Numerals.of(unknown, "lead is", "leads are")
                    + " known by touches, outcomes or deals alone; if another file tells of "
                    + (unknown == 1 ? "it" : "them") + ", name leads alike in both: by user id, e-mail address or an"
                    + " id such as " + ids.example());
        }
        return sentences;
    }

    private static String early(Map<Decision.Outcome, Long> early, Place first) {
        long all = early.values().stream().mapToLong(Long::longValue).sum();
        if (all == 1) {
            String what = early.keySet().iterator().next().written();
            return "1 outcome (%s, %s:%s) lies before the first that is known of its lead; it is used all the same"
                    .formatted(what, first.file(), first.line());
        }
        String what = early.entrySet().stream()
                .map(each -> Numerals.of(each.getValue()) + " " + each.getKey().written())
                .collect(Collectors.joining(", "));
        return "%s outcomes (%s; the first at %s:%s) lie before the first that is known of their leads; they are used"
                        .formatted(Numerals.of(all), what, first.file(), first.line())
                + " all the same";
    }

    /** A date without a time of day may be any instant of its day. */
    private boolean isBefore(long decided, long contact) {
        ZonedDateTime at = Instant.ofEpochMilli(decided).atZone(zone);
        boolean isDay = at.toLocalTime().equals(LocalTime.MIDNIGHT);
        return (isDay ? at.plusDays(1).toInstant().toEpochMilli() - 1 : decided) < contact;
    }

    /** The address by which an act names its lead is no word of another file. */
    private static boolean isKnownByActsAlone(Evidence lead) {
        return !lead.acts().isEmpty()
                && lead.events().isEmpty()
                && lead.own().told().stream().noneMatch(Told::fromRow);
    }

    /** When the lead was created, did its first or was first touched; before all, where nothing of it is dated. */
    private static long firstContact(Evidence lead) {
        LongStream events = lead.events().stream().mapToLong(Event::at);
        LongStream touches =
                lead.acts().stream().filter(Touch.class::isInstance).mapToLong(Act::at);
        long first = LongStream.concat(events, touches).min().orElse(Long.MAX_VALUE);
        long told = lead.own().told().stream()
                .filter(Told::fromRow)
                .mapToLong(Told::at)
                .filter(at -> at != Told.BEFORE_ALL)
                .min()
                .orElse(Long.MAX_VALUE);
        long contact = Math.min(first, told);
        return contact == Long.MAX_VALUE ? Told.BEFORE_ALL : contact;
    }
}
