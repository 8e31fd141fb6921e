package io.cupel.core.evidence;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * To which company a lead belongs, over time: the one it was last said to belong to, else that of its e-mail address,
 * unless anybody can have an address there. Everything told at one instant is taken in before it is asked.
 */
final class CompanyKeys {
    private final TreeMap<Long, @Nullable String> since = new TreeMap<>();

    private CompanyKeys() {}

    static CompanyKeys of(List<Sighting> seen) {
        CompanyKeys keys = new CompanyKeys();
        String said = null;
        String mailed = null;
        for (Sighting sighting : telling(seen)) {
            if (sighting.company() != null) {
                said = sighting.company();
            }
            if (sighting.values().get("lead.email") instanceof String email) {
                mailed = MailDomains.companyDomain(email).orElse(null);
            }
            if (said != null || mailed != null || !keys.since.isEmpty()) {
                keys.since.put(sighting.at(), said != null ? said : mailed);
            }
        }
        keys.dropRepeated();
        return keys;
    }

    /** Those by which anything about the company can change, earlier ones first. */
    private static List<Sighting> telling(List<Sighting> seen) {
        List<Sighting> telling = new ArrayList<>(1);
        for (Sighting sighting : seen) {
            if (sighting.company() != null || sighting.values().containsKey("lead.email")) {
                telling.add(sighting);
            }
        }
        telling.sort(Sighting.ORDER);
        return telling;
    }

    /** Since when which company; null for none any more. */
    SortedMap<Long, @Nullable String> since() {
        return Collections.unmodifiableSortedMap(since);
    }

    @Nullable
    String at(long instant) {
        Map.Entry<Long, @Nullable String> entry = since.floorEntry(instant);
        return entry == null ? null : entry.getValue();
    }

    private void dropRepeated() {
        String before = null;
        var entries = since.entrySet().iterator();
        while (entries.hasNext()) {
            String now = entries.next().getValue();
            if (Objects.equals(before, now)) {
                entries.remove();
            }
            before = now;
        }
    }
}
