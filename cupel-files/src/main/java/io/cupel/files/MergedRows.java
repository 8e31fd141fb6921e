package io.cupel.files;

import io.cupel.core.evidence.Keys;
import io.cupel.core.evidence.Sighting;
import io.cupel.core.evidence.Told;
import io.cupel.files.text.Numerals;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Rows that are marked as deleted because they were merged into others: that the ids are one person's is all that they
 * still tell. Those that lead to nobody who is left make no lead.
 */
final class MergedRows {
    private final List<Ids> rows = new ArrayList<>();
    /** By each id, the places of the rows that have it. */
    private final Map<String, List<Integer>> places = new HashMap<>();

    /** The ids of a row, and of the record that it was merged into. */
    record Ids(List<String> own, List<String> into) {
        List<String> all() {
            return Stream.concat(own.stream(), into.stream()).distinct().toList();
        }
    }

    void add(Ids ids) {
        ids.all()
                .forEach(id ->
                        places.computeIfAbsent(id, each -> new ArrayList<>()).add(rows.size()));
        rows.add(ids);
    }

    /** The ids that no record has any more: of those merged into another that have no row of their own. */
    Set<String> gone(Collection<LeadDraft> left) {
        Set<String> gone = new HashSet<>();
        rows.forEach(row -> gone.addAll(row.own()));
        left.forEach(draft -> gone.addAll(draft.merged()));
        if (gone.isEmpty()) {
            return gone;
        }
        left.forEach(draft -> draft.keys().crm().stream()
                .filter(id -> !draft.merged().contains(id))
                .forEach(gone::remove));
        return gone;
    }

    long size() {
        return rows.size();
    }

    /** How many a file has, in a sentence about it. */
    static List<String> sentences(String file, long count) {
        return count == 0
                ? List.of()
                : List.of(file + " has "
                        + Numerals.of(
                                count, "row that is deleted because it was", "rows that are deleted because they were")
                        + " merged into another; nothing but the ids is used");
    }

    /** The rows that lead, maybe by others, to somebody who is left. */
    List<Sighting> sightings(Collection<LeadDraft> left) {
        if (rows.isEmpty()) {
            return List.of();
        }
        Set<String> known = new HashSet<>();
        left.forEach(draft -> known.addAll(draft.keys().crm()));
        Deque<String> next = new ArrayDeque<>(known);
        Set<Integer> told = new HashSet<>();
        List<Sighting> sightings = new ArrayList<>();
        while (!next.isEmpty()) {
            for (int place : places.getOrDefault(next.remove(), List.of())) {
                if (told.add(place)) {
                    List<String> ids = rows.get(place).all();
                    Keys keys = new Keys(null, List.of(), null, null, null, ids);
                    sightings.add(Sighting.row(keys, Told.BEFORE_ALL, "", Map.of(), null));
                    ids.stream().filter(known::add).forEach(next::add);
                }
            }
        }
        return sightings;
    }
}
