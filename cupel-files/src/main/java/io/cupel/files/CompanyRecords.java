package io.cupel.files;

import io.cupel.core.evidence.Domains;
import io.cupel.core.evidence.Keys;
import io.cupel.core.evidence.Sighting;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What exports of companies tell: by domain for all that belong to it, by record id for the leads that name it. */
final class CompanyRecords {
    private final Map<String, Map<String, Object>> byId = new HashMap<>();
    private final List<Sighting> sightings = new ArrayList<>();
    private long missing;

    /** A row of such an export; of two of one id the later has the last word. */
    void add(@Nullable String id, long at, String order, Map<String, Object> values) {
        if (id != null) {
            byId.computeIfAbsent(id, one -> new HashMap<>()).putAll(values);
        }
        String domain = domain(values);
        if (domain != null) {
            sightings.add(Sighting.row(Keys.NONE, at, order, values, domain));
        }
    }

    /** What holds for everybody of a company. */
    List<Sighting> sightings() {
        return sightings;
    }

    /** The row of a lead, with what is known about its company's record. */
    Sighting told(LeadDraft draft) {
        Map<String, Object> record = draft.companyId() == null ? null : byId.get(draft.companyId());
        if (record == null) {
            missing += draft.companyId() == null ? 0 : 1;
            return Sighting.row(draft.keys(), draft.at(), draft.order(), draft.values(), draft.company());
        }
        Map<String, Object> values = new HashMap<>(record);
        values.putAll(draft.values());
        String company = draft.company() != null ? draft.company() : domain(record);
        return Sighting.row(draft.keys(), draft.at(), draft.order(), values, company);
    }

    /** How many rows that were told on name a record that is in no file. */
    List<String> sentences() {
        return missing == 0
                ? List.of()
                : List.of(missing + (missing == 1 ? " row of leads names" : " rows of leads name")
                        + " a company's record that no file holds; exports of companies may stand after --leads");
    }

    private static @Nullable String domain(Map<String, Object> values) {
        return values.get("company.domain") instanceof String told
                ? Domains.ofCompany(told).orElse(null)
                : null;
    }
}
