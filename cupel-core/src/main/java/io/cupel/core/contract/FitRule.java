package io.cupel.core.contract;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Who the contract is for.
 *
 * @param pass the points of true criteria that are needed, at least 1
 * @param grades a letter and the least points for it, no two the same; empty where the contract gives none
 */
public record FitRule(long pass, List<Criterion> criteria, SortedMap<String, Long> grades) {
    public FitRule {
        if (pass < 1) {
            throw new IllegalArgumentException("fit needs at least 1 point to pass, was " + pass);
        }
        if (new HashSet<>(grades.values()).size() < grades.size()) {
            throw new IllegalArgumentException("two grades need the same points: " + grades);
        }
        criteria = List.copyOf(criteria);
        grades = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(grades));
    }

    /** The best letter that these points reach. */
    public Optional<String> grade(long points) {
        return grades.entrySet().stream()
                .filter(grade -> points >= grade.getValue())
                .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey);
    }
}
