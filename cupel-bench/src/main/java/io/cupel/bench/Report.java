package io.cupel.bench;

import java.util.ArrayList;
import java.util.List;

/** Lines of figures, as a table for people and as numbers for the history. */
final class Report {
    private static final List<String> HEADS = List.of("", "what", "ours", "anchor", "ratio", "must / strive", "");

    private final List<List<String>> rows = new ArrayList<>(List.of(HEADS));
    private final Json figures = new Json();

    /**
     * A goal: the smaller the better.
     *
     * @param must what has to be reached
     * @param strive what would be better still
     */
    record Goal(String name, double must, double strive) {}

    /** A figure that has a goal. */
    void goal(Goal goal, String what, double value, List<String> shown) {
        String bounds = Json.number(goal.must()) + " / " + Json.number(goal.strive());
        String result = value <= goal.strive() ? "met, and striven for" : value <= goal.must() ? "met" : "NOT MET";
        row(goal.name(), what, shown, bounds, result);
    }

    /** A figure without a goal. */
    void line(String what, String... shown) {
        row("", what, List.of(shown), "", "");
    }

    private void row(String goal, String what, List<String> shown, String bounds, String result) {
        List<String> row = new ArrayList<>(List.of(goal, what));
        for (int i = 0; i < 3; i++) {
            row.add(i < shown.size() ? shown.get(i) : "");
        }
        row.add(bounds);
        row.add(result);
        rows.add(row);
    }

    /** Remembers a number for the history. */
    void figure(String name, double value) {
        figures.put(name, value);
    }

    void figure(String name, long value) {
        figures.put(name, value);
    }

    Json figures() {
        return figures;
    }

    String text() {
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                String cell = row.get(column);
                line.append(cell).append(" ".repeat(width(column) - cell.length() + 2));
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }
}
