package io.cupel.files;

import io.cupel.core.evidence.Domains;
import io.cupel.core.evidence.Keys;
import io.cupel.core.evidence.Sighting;
import io.cupel.files.text.Numerals;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What exports of companies tell: by domain for all that belong to it, by record id for the leads that name it. */
final class CompanyRecords {
    /** By record id, the rows in the order in which they tell. */
    private final Map<String, TreeMap<String, Map<String, Object>>> rowsById = new HashMap<>();

    private final Map<String, Map<String, Object>> byId = new HashMap<>();
    private final List<Sighting> sightings = new ArrayList<>();
    /** By the record that they name, rows of leads that were there before. */
    private final Map<String, Long> copies = new HashMap<>();

    private long missing;

    /** A row of such an export. */
    void add(@Nullable String id, long at, String order, Map<String, Object> values) {
        if (id != null) {
            rowsById.computeIfAbsent(id, one -> new TreeMap<>()).put(order, values);
        }
        String domain = domain(values);
        if (domain != null) {
            sightings.add(Sighting.row(Keys.NONE, at, order, values, domain));
        }
    }

    /** The row of a lead that was there before, so that it is no further one that names its record. */
    void copy(LeadDraft draft) {
        if (draft.companyId() != null) {
            copies.merge(draft.companyId(), 1L, Long::sum);
        }
    }

    /** What holds for everybody of a company. */
    List<Sighting> sightings() {
        return sightings;
    }

    /** The row of a lead, with what is known about its company's record. */
    Sighting told(LeadDraft draft) {
        Map<String, Object> record = draft.companyId() == null ? null : record(draft.companyId());
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
        long repeated = copies.entrySet().stream()
                .filter(each -> record(each.getKey()) == null)
                .mapToLong(Map.Entry::getValue)
                .sum();
        long missing = this.missing - repeated;
        return missing == 0
                ? List.of()
                : List.of(Numerals.of(missing, "row of leads names", "rows of leads name")
                        + " a company's record that no file holds; exports of companies may stand after --leads");
    }

    /** All that is known of a record; of two rows that tell one thing the later word counts. */
    private @Nullable Map<String, Object> record(String id) {
        TreeMap<String, Map<String, Object>> rows = rowsById.get(id);
        return rows == null
                ? null
                : byId.computeIfAbsent(id, one -> {
                    Map<String, Object> record = new HashMap<>();
                    rows.values().forEach(record::putAll);
                    return record;
                });
    }

    private static @Nullable String domain(Map<String, Object> values) {
        return values.get("company.domain") instanceof String told
                ? Domains.ofCompany(told).orElse(null)
                : null;
    }
}
