package io.cupel.core.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Builds what was seen, for tests: calls and rows at small numbers for instants. */
final class Seen {
    private final List<Sighting> all = new ArrayList<>();

    static Keys user(String user) {
        return new Keys(user, List.of(), null, null, null);
    }

    static Keys user(String user, String email) {
        return new Keys(user, List.of(email), null, null, null);
    }

    static Keys mail(String email) {
        return new Keys(null, List.of(email), null, null, null);
    }

    static Keys phone(String phone) {
        return new Keys(null, List.of(), phone, null, null);
    }

    static Keys visitor(String anonymous) {
        return new Keys(null, List.of(), null, anonymous, null);
    }

    static Keys both(String user, String anonymous) {
        return new Keys(user, List.of(), null, anonymous, null);
    }

    static Keys alias(String previous, String user) {
        return new Keys(user, List.of(), null, null, previous);
    }

    Seen call(Keys keys, long at) {
        return call(keys, at, Map.of(), null);
    }

    Seen call(Keys keys, long at, Map<String, Object> values, String company) {
        return call(keys, at, values, company, EventType.PAGE);
    }

    Seen call(Keys keys, long at, Map<String, Object> values, String company, EventType type) {
        Event event = new Event("m%03d".formatted(all.size()), at, type, "", Map.of());
        all.add(Sighting.call(keys, event, values, company));
        return this;
    }

    Seen row(Keys keys, Map<String, Object> values, String company) {
        return row(keys, Told.BEFORE_ALL, values, company);
    }

    Seen row(Keys keys, long at, Map<String, Object> values, String company) {
        all.add(Sighting.row(keys, at, "%03d".formatted(all.size()), values, company));
        return this;
    }

    /** A call by a rep. */
    Seen touch(Keys keys, long at) {
        String id = "m%03d".formatted(all.size());
        all.add(Sighting.act(keys, new Touch(id, at, "", Touch.Channel.CALL, Touch.Direction.OUTBOUND, "", false)));
        return this;
    }

    List<Sighting> all() {
        return all;
    }

    Gathering gathered() {
        return Gathering.of(all);
    }

    List<String> leads() {
        return gathered().evidence().stream().map(Evidence::lead).toList();
    }

    Evidence lead(String id) {
        return gathered().evidence().stream()
                .filter(evidence -> evidence.lead().equals(id))
                .findFirst()
                .orElseThrow();
    }

    List<Long> instants(String id) {
        return lead(id).events().stream().map(Event::at).toList();
    }
}
