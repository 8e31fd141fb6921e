package io.cupel.core.evidence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What anybody tells about one company. Told by several threads, and read when all is told. */
final class Company {
    private static final String DOMAIN = "company.domain";

    private final String key;
    private List<Told> told = new ArrayList<>(1);
    private AttributeLog log = AttributeLog.EMPTY;

    /** @param key by which it is known, its domain as a rule */
    Company(String key) {
        this.key = key;
    }

    /** Takes in what a call or row tells of the company of its lead. */
    void tell(Sighting sighting) {
        Map<String, Object> values = Attributes.part(sighting.values(), true);
        if (sighting.company() != null && !values.containsKey(DOMAIN)) {
            values = withKey(values);
        }
        if (!values.isEmpty()) {
            add(Told.by(sighting, values));
        }
    }

    private synchronized void add(Told word) {
        told.add(word);
    }

    private Map<String, Object> withKey(Map<String, Object> values) {
        Map<String, Object> all = new HashMap<>(values);
        all.put(DOMAIN, key);
        return Map.copyOf(all);
    }

    /** All is told. */
    synchronized void settle() {
        log = AttributeLog.ofNews(told, false);
        told = List.of();
    }

    AttributeLog log() {
        return log;
    }
}
