package io.cupel.files;

import io.cupel.files.text.Numerals;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Long ids of one table that a spreadsheet has shortened, by their columns: they are the same for many. */
final class ShortenedIds {
    private final Map<String, FirstLine> columns = new LinkedHashMap<>();

    /** Looks at a cell of ids. */
    void look(String column, String cell, long line) {
        if (cell.indexOf('+') > 0 && CallKeys.isShortened(cell.strip())) {
            columns.computeIfAbsent(column, each -> new FirstLine()).meet(line);
        }
    }

    /** How many rows have one, in which column, and the remedy; in sentences about the file. */
    List<String> sentences(String file) {
        return columns.entrySet().stream()
                .map(each -> file + " has " + Numerals.of(each.getValue().count(), "row whose id", "rows whose ids")
                        + " in column " + each.getKey() + (each.getValue().count() == 1 ? " was" : " were")
                        + " shortened by a spreadsheet, as to 1.50E+11 ("
                        + each.getValue().place()
                        + "), and not used; export that column as text")
                .toList();
    }
}
