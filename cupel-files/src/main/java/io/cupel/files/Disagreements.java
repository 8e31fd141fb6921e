package io.cupel.files;

import io.cupel.files.text.Numerals;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Where rows of one record do not say the same, as exports of different days do. */
final class Disagreements {
    private Disagreements() {}

    /** How many records have such rows, and what they differ in. */
    static List<String> sentences(Collection<LeadDraft> drafts) {
        Map<String, LeadDraft> first = new HashMap<>();
        Map<String, Map<String, Object>> told = new HashMap<>();
        Set<String> records = new HashSet<>();
        Map<String, Set<String>> byPath = new TreeMap<>();
        for (LeadDraft draft : drafts) {
            String record = record(draft);
            LeadDraft known = first.putIfAbsent(record, draft);
            if (known == null) {
                continue; // most have one row
            }
            Map<String, Object> values = told.computeIfAbsent(record, one -> new HashMap<>(known.values()));
            draft.values().forEach((path, value) -> {
                Object before = values.putIfAbsent(path, value);
                if (before != null && !before.equals(value)) {
                    records.add(record);
                    byPath.computeIfAbsent(path, one -> new HashSet<>()).add(record);
                }
            });
        }
        if (records.isEmpty()) {
            return List.of();
        }
        String what = byPath.entrySet().stream()
                .map(each -> each.getKey() + " " + Numerals.of(each.getValue().size()))
                .collect(Collectors.joining(", "));
        return List.of(Numerals.of(records.size(), "record of a lead has rows", "records of leads have rows")
                + " that do not say the same (" + what + "); "
                + (records.size() == 1 ? "" : "of each ")
                + "the row created last has the last word, of one time the one modified last, else the later one");
    }

    private static String record(LeadDraft draft) {
        return draft.keys().crm().isEmpty() ? draft.name() : draft.keys().crm().get(0);
    }
}
