package io.cupel.core.evidence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Sightings kept as they are, sorted by lead. */
final class FewSightings implements SeenByLead {
    private final Identities identities;
    private final Map<Integer, List<Sighting>> leads = new HashMap<>();
    private final List<Sighting> strangers = new ArrayList<>();

    /** A sighting, and the number under which its lead was met. */
    private record Met(Sighting sighting, int subject) {}

    FewSightings(Collection<Sighting> told) {
        Denials denials = Denials.of(told);
        List<Sighting> sightings = told.stream().map(denials::believed).toList();
        Introductions introductions = new Introductions();
        List<Met> all = sightings.stream()
                .map(each -> new Met(each, introductions.meet(each.keys(), each.at())))
                .toList();
        introductions.settle();
        for (Met each : all) {
            if (each.subject() != Introductions.NOBODY) {
                Keys keys = each.sighting().keys();
                recognise(introductions, each.sighting(), keys.anonymous(), each.subject());
                recognise(introductions, each.sighting(), keys.previous(), each.subject());
            }
        }
        this.identities = introductions.identities(visitors(sightings, introductions));
        for (Met each : all) {
            int place = place(each.sighting(), each.subject());
            if (place >= 0) {
                leads.computeIfAbsent(place, key -> new ArrayList<>()).add(each.sighting());
            } else {
                strangers.add(each.sighting());
            }
        }
    }

    private static void recognise(
            Introductions introductions, Sighting sighting, @Nullable String anonymous, int subject) {
        if (anonymous != null) {
            introductions.recognise(anonymous, subject, sighting.at(), sighting.order());
        }
    }

    private static int visitors(Collection<Sighting> sightings, Introductions introductions) {
        Set<String> visitors = new HashSet<>();
        for (Sighting each : sightings) {
            String anonymous = each.keys().anonymous();
            if (anonymous != null && !introductions.isRecognised(anonymous)) {
                visitors.add(anonymous);
            }
        }
        return visitors.size();
    }

    private int place(Sighting sighting, int subject) {
        if (subject != Introductions.NOBODY) {
            return identities.place(subject);
        }
        String anonymous = sighting.keys().anonymous();
        return anonymous == null ? Introductions.NOBODY : identities.place(anonymous, sighting.at());
    }

    Identities identities() {
        return identities;
    }

    @Override
    public List<Event> events(int place) {
        List<Event> events = new ArrayList<>();
        for (Sighting each : words(place)) {
            if (each.event() != null) {
                events.add(each.event());
            }
        }
        events.sort(Event.ORDER);
        return events;
    }

    @Override
    public List<Sighting> words(int place) {
        return leads.getOrDefault(place, List.of());
    }

    @Override
    public List<Sighting> strangers() {
        return List.copyOf(strangers);
    }
}
