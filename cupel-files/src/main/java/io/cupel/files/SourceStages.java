package io.cupel.files;

import io.cupel.core.evidence.Decision;
import io.cupel.core.evidence.Told;
import io.cupel.files.columns.Columns;
import io.cupel.files.columns.Placement;
import io.cupel.files.columns.Role;
import io.cupel.files.columns.ShownValues;
import io.cupel.files.columns.StageWords;
import io.cupel.files.text.Numerals;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where one table, in the words of its system, says that leads stand. */
final class SourceStages {
    /** So many unknown values are named; a column with more holds something else than stages. */
    private static final int VALUES_NAMED_MAX = 6;

    private static final int VALUES_KEPT_MAX = 1_000;

    /** @param said the column and the value that put the lead there */
    private record Found(Placement placement, String said) {}

    /**
     * What a row says.
     *
     * @param decision that follows; null where the contract judges
     */
    record Stand(Placement placement, @Nullable Decision decision) {}

    private final Columns columns;
    private final StageWords words;
    private final DateColumns dates;
    private final RowCopies copies;
    private final Map<Integer, Map<String, Long>> unknown = new TreeMap<>();

    SourceStages(Columns columns, StageWords words, DateColumns dates, RowCopies copies) {
        this.columns = columns;
        this.words = words;
        this.dates = dates;
        this.copies = copies;
    }

    /** Null where the row says nothing about it, or nothing that is known. */
    @Nullable
    Stand of(List<String> cells, long line, long created, String key) throws IOException {
        List<Found> found = new ArrayList<>();
        for (Role role : List.of(Role.STAGE, Role.STATUS)) {
            for (Columns.Use use : columns.uses(role)) {
                addValue(use.place(), cells.get(use.place()), found);
            }
        }
        boolean isConverted = isTrue(cells, Role.CONVERTED);
        if (isConverted) {
            boolean isOpportunity = isFilled(cells, Role.CONVERTED_OPPORTUNITY);
            found.add(new Found(isOpportunity ? Placement.OPPORTUNITY : Placement.SQL, "converted"));
        }
        if (found.isEmpty()) {
            return null;
        }
        Found strongest = found.stream()
                .min(java.util.Comparator.comparing(Found::placement))
                .orElseThrow();
        Placement placement = strongest.placement();
        Decision.Outcome outcome = placement.outcome();
        if (outcome == null) {
            return new Stand(placement, null);
        }
        OptionalLong entered = entered(cells, line, placement, isConverted);
        long at = entered.isPresent() ? entered.getAsLong() : created;
        String id = ExportIds.of(key, "stage", outcome.written(), Long.toString(at));
        return new Stand(placement, new Decision(id, at, outcome, strongest.said(), "", null, true, ""));
    }

    private void addValue(int place, String cell, List<Found> found) {
        if (cell.isBlank()) {
            return;
        }
        Optional<Placement> placement = words.placement(cell);
        String name = columns.columns().get(place).shown();
        if (placement.isPresent()) {
            found.add(new Found(placement.get(), name + ": " + cell.strip()));
            return;
        }
        if (copies.isCopy()) {
            return;
        }
        Map<String, Long> values = unknown.computeIfAbsent(place, one -> new TreeMap<>());
        String value = values.size() < VALUES_KEPT_MAX ? cell.strip() : "";
        values.merge(value, 1L, Long::sum);
    }

    /** When the stage was entered, by the first date that tells it; empty where none does. */
    private OptionalLong entered(List<String> cells, long line, Placement placement, boolean isConverted)
            throws IOException {
        long earliest = Told.BEFORE_ALL;
        for (Columns.Use use : columns.uses(Role.ENTERED)) {
            String stage = use.target().detail();
            boolean isOfConversion = stage.equals("converted") && isConverted;
            if (isOfConversion || stage.equals(placement.written())) {
                OptionalLong at = dates.at(use.place(), cells.get(use.place()), line);
                if (at.isPresent()) {
                    earliest = earliest == Told.BEFORE_ALL ? at.getAsLong() : Math.min(earliest, at.getAsLong());
                }
            }
        }
        return earliest == Told.BEFORE_ALL ? OptionalLong.empty() : OptionalLong.of(earliest);
    }

    /** What the values did not tell, in sentences about the file. */
    List<String> sentences(String file) {
        List<String> sentences = new ArrayList<>();
        unknown.forEach((place, values) -> {
            long rows = values.values().stream().mapToLong(Long::longValue).sum();
            String name = columns.columns().get(place).shown();
            sentences.add("%s: '%s' says in %s what Cupel does not know as a stage%s; the contract judges these leads,"
                            .formatted(file, name, Numerals.of(rows, "row"), named(values))
                    + " unless a mapping file says what it means (stages:)");
        });
        return sentences;
    }

    private static String named(Map<String, Long> values) {
        Map<String, Long> shown = values.size() > VALUES_NAMED_MAX ? Map.of() : ShownValues.of(values);
        if (shown.isEmpty()) {
            return " (" + Numerals.of(values.size(), "value", "different values") + ")";
        }
        String names = shown.entrySet().stream()
                .map(each -> each.getKey() + " " + Numerals.of(each.getValue()))
                .collect(Collectors.joining(", "));
        int more = values.size() - shown.size();
        return " (" + names + (more == 0 ? ")" : " and " + Numerals.of(more) + " more)");
    }

    private boolean isFilled(List<String> cells, Role role) {
        return columns.uses(role).stream()
                .anyMatch(use -> !cells.get(use.place()).isBlank());
    }

    private boolean isTrue(List<String> cells, Role role) {
        return columns.uses(role).stream().anyMatch(use -> Truths.isTrue(cells.get(use.place())));
    }
}
