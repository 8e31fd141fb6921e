package io.cupel.files;

import io.cupel.core.evidence.Decision.Outcome;
import io.cupel.core.evidence.Sighting;
import io.cupel.files.text.Numerals;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What exports of deals tell. Of several rows of one deal, as exports of different days hold, those that were changed
 * last tell; where one does not say when it was changed, all do, so that a deal once closed stays closed.
 */
final class Deals {
    /**
     * A row.
     *
     * @param id of the deal, with its system's name; empty where it has none
     * @param modified in milliseconds since 1970 UTC; empty where the row does not say it
     * @param outcome how the deal stands
     * @param told about each of its contacts
     */
    record Row(String id, OptionalLong modified, Outcome outcome, List<Sighting> told) {
        /** Whether the row is as new as another, and says the same: a deal has a row for each of its contacts. */
        boolean isLike(Row other) {
            return modified.equals(other.modified) && outcome == other.outcome;
        }
    }

    private final List<Row> rows = new ArrayList<>();
    private final Map<String, Row> last = new HashMap<>();
    /** The last rows that tell of a closed deal. */
    private final Map<String, Row> closed = new HashMap<>();
    /** Deals of which some row does not say when it was changed. */
    private final Set<String> undated = new HashSet<>();
    /** Deals of which rows differ in how they stand. */
    private final Set<String> differing = new HashSet<>();

    /** Takes a row; the later one has the last word where two were changed at one time. */
    void add(Row row) {
        rows.add(row);
        if (row.id().isEmpty()) {
            return;
        }
        Row before = last.get(row.id());
        if (row.modified().isEmpty()) {
            undated.add(row.id());
        }
        if (before != null && before.outcome() != row.outcome()) {
            differing.add(row.id());
        }
        if (row.outcome() != Outcome.OPPORTUNITY) {
            closed.put(row.id(), row);
        }
        if (before == null || when(before) <= when(row)) {
            last.put(row.id(), row);
        }
    }

    private static long when(Row row) {
        return row.modified().orElse(Long.MIN_VALUE);
    }

    /** What holds, in the order in which it was told. */
    List<Sighting> sightings() {
        return rows.stream()
                .filter(this::holds)
                .flatMap(row -> row.told().stream())
                .toList();
    }

    private boolean holds(Row row) {
        Row newest = last.get(row.id());
        return newest == null || undated.contains(row.id()) || row.isLike(newest);
    }

    /** How many of the deals that have an id stand how. */
    Map<Outcome, Long> standing() {
        Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
        last.forEach((id, row) -> {
            Row holds = undated.contains(id) ? closed.getOrDefault(id, row) : row;
            counts.merge(holds.outcome(), 1L, Long::sum);
        });
        return counts;
    }

    /** Of how many deals rows differ in how they stand, and what is made of that. */
    List<String> sentences() {
        long open = differing.stream().filter(undated::contains).count();
        long settled = differing.size() - open;
        List<String> sentences = new ArrayList<>();
        if (settled > 0) {
            sentences.add(rowsOf(settled) + "; the row modified last tells");
        }
        if (open > 0) {
            sentences.add(rowsOf(open) + ", and do not all say when they were modified; "
                    + (open == 1 ? "it counts" : "they count")
                    + " as closed: export Last Modified Date with the deals");
        }
        return sentences;
    }

    private static String rowsOf(long deals) {
        return Numerals.of(deals, "deal has", "deals have") + " rows that differ in whether "
                + (deals == 1 ? "it is" : "they are") + " open, won or lost";
    }
}
