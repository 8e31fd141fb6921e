package io.cupel.files.text;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The row that names the columns of a table.
 *
 * @param cells as they stand
 * @param rowsBefore blank rows and those of a title, which were passed over
 */
record HeaderRow(List<String> cells, long line, int rowsBefore) {
    /** Rows that a report may begin with. */
    static final int TITLE_MAX = 20;

    private static final int START = 512;
    private static final Pattern JSON = Pattern.compile("\ufeff?\\s*(\\{\\s*\"|\\[\\s*[\"\\[{]).*", Pattern.DOTALL);
    private static final Pattern PAGE =
            Pattern.compile("\ufeff?\\s*<(!doctype|html|table|head|\\?xml)\\b.*", Pattern.DOTALL);

    /** The cells, those without a name named by their place. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            names.add(cells.get(i).isBlank() ? "column " + (i + 1) : cells.get(i));
        }
        return List.copyOf(names);
    }

    /** Expects no other kind of text than a table. */
    static void expectTable(String file, byte[] bytes) throws FileFault {
        String start = new String(bytes, 0, Math.min(START, bytes.length), StandardCharsets.UTF_8);
        if (JSON.matcher(start).matches()) {
            throw new FileFault(file, 1, "is JSON, but not JSON Lines; write one object on each line");
        }
        if (PAGE.matcher(start.toLowerCase(Locale.ROOT)).matches()) {
            throw new FileFault(file, 1, "is a web page or XML, not a table; export it again as CSV UTF-8");
        }
    }

    /** Reads up to the header. A title has one filled cell a row, and a row with more must follow. */
    static HeaderRow find(String file, RowReader reader, StyleGuess guess) throws IOException {
        if (guess.named()) {
            next(reader);
        }
        List<RowReader.Row> before = new ArrayList<>();
        RowReader.Row row = next(reader);
        while (row != null && before.size() < TITLE_MAX && isBefore(row, guess)) {
            before.add(row);
            row = next(reader);
        }
        if (row == null || isBefore(row, guess)) {
            before.addAll(row == null ? List.of() : List.of(row));
            reader.giveBack(before);
            before.clear();
            row = next(reader);
            while (row != null && row.isBlank()) {
                before.add(row);
                row = next(reader);
            }
        }
        if (row == null) {
            throw new FileFault(file, 1, "is empty; a table begins with the names of its columns");
        }
        return new HeaderRow(cells(file, row, guess.style()), row.line(), before.size());
    }

    private static RowReader.@Nullable Row next(RowReader reader) throws IOException {
        try {
            return reader.next();
        } catch (FileFault fault) {
            throw fault.after(reader.lineRead());
        }
    }

    private static boolean isBefore(RowReader.Row row, StyleGuess guess) {
        return row.isBlank() || (guess.columns() > 1 && isTitle(row, guess.style()));
    }

    private static boolean isTitle(RowReader.Row row, Style style) {
        try {
            return row.refusal() == null
                    && style.cells(row.raw()).stream()
                                    .filter(cell -> !cell.isBlank())
                                    .count()
                            <= 1;
        } catch (Refusal refusal) {
            return false;
        }
    }

    private static List<String> cells(String file, RowReader.Row row, Style style) throws FileFault {
        try {
            if (row.refusal() != null) {
                throw row.refusal();
            }
            return style.cells(row.raw());
        } catch (Refusal refusal) {
            throw new FileFault(file, row.line(), "the header " + refusal.told() + "; save the table as CSV UTF-8");
        }
    }
}
