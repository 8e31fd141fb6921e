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

    FewSightings(Collection<Sighting> sightings) {
        Introductions introductions = new Introductions();
        Map<Sighting, Integer> subjects = new HashMap<>();
        sightings.forEach(each -> subjects.put(each, introductions.meet(each.keys(), each.at())));
        introductions.settle();
        for (Sighting each : sightings) {
            int subject = subjects.get(each);
            if (subject != Introductions.NOBODY) {
                recognise(introductions, each, each.keys().anonymous(), subject);
                recognise(introductions, each, each.keys().previous(), subject);
            }
        }
        this.identities = introductions.identities(visitors(sightings, introductions));
        for (Sighting each : sightings) {
            int place = place(each, subjects.get(each));
            if (place >= 0) {
                leads.computeIfAbsent(place, key -> new ArrayList<>()).add(each);
            } else {
                strangers.add(each);
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
