package io.cupel.contract;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One thing that a contract says, as a difference tells of it. */
final class Item {
    static final String ABSENT = "none";
    private static final String POINTS = "points";
    /** Kinds whose items bear names that say nothing alone. */
    private static final Set<String> SPELT_OUT = Set.of("tier", "hours on", "rate of", "grade");

    private final String kind;
    private final String name;
    private final Map<String, String> values = new LinkedHashMap<>();
    private String summary = "";

    Item(String kind, String name) {
        this.kind = kind;
        this.name = name;
    }

    /** In a few words, for when all of it comes or goes. */
    Item summed(String words) {
        this.summary = words;
        return this;
    }

    Item with(String label, @Nullable Object value) {
        values.put(label, value == null || value.equals("") ? ABSENT : value.toString());
        return this;
    }

    String kind() {
        return kind;
    }

    String name() {
        return name;
    }

    Map<String, String> values() {
        return values;
    }

    /** Of all items of a contract, this one's. */
    String key() {
        return kind + '\n' + name;
    }

    String announced() {
        String words = summary.isEmpty() ? "" : " (" + summary + ")";
        return (kind.isEmpty() ? name : kind + " " + name) + words;
    }

    /** A change of one of its values: {@code Pricing page: 20 → 25 points}, {@code threshold of MQL: 60 → 50}. */
    String changed(String label, String before, String after) {
        String change = before + " → " + after;
        String subject = SPELT_OUT.contains(kind) ? kind + " " + name : name;
        if (label.equals(POINTS)) {
            return subject + ": " + change + " points";
        }
        String whole = kind.isEmpty() ? label + " of " + name : subject + ", " + label;
        return (name.isEmpty() ? label : whole) + ": " + change;
    }
}
