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
    /** Rows with text that a report may begin with. */
    static final int TITLE_MAX = 20;

    /** Blank rows among them, and before a table without a title. */
    static final int BLANK_MAX = 1_000;

    private static final int START = 512;

    /** So many letters that nobody can see may stand there, and beyond those one among so many. */
    private static final int UNSEEN_MAX = 16;

    private static final int UNSEEN_RATIO = 20;
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

    /**
     * Expects no other kind of text than a table.
     *
     * @param encoding of the file, of which the bytes may be in a narrower form
     */
    static void expectTable(String file, byte[] bytes, Encoding encoding) throws FileFault {
        String start = new String(bytes, 0, Math.min(START, bytes.length), StandardCharsets.UTF_8);
        if (JSON.matcher(start).matches()) {
            if (encoding == Encoding.UTF_16_LITTLE || encoding == Encoding.UTF_16_BIG) {
                throw Source.notUtf8(file, encoding);
            }
            throw new FileFault(
                    file, 1, "is JSON, but not JSON Lines; write one object on each line, as jq -c '.[]' does");
        }
        if (isNoText(start)) {
            throw new FileFault(file, 1, "is no text; export the table as CSV UTF-8");
        }
        if (PAGE.matcher(start.toLowerCase(Locale.ROOT)).matches()) {
            throw new FileFault(file, 1, "is a web page or XML, not a table; export it again as CSV UTF-8");
        }
    }

    /** Whether there are more letters that nobody can see than text ever has; few, and any zeros, may be damage. */
    private static boolean isNoText(String start) {
        long unseen = start.chars()
                .filter(letter -> letter > 0 && letter < ' ' && !Character.isWhitespace(letter))
                .count();
        return unseen > UNSEEN_MAX && unseen * UNSEEN_RATIO > start.length();
    }

    /** Reads up to the header. A title has one filled cell a row, and a row with more must follow. */
    static HeaderRow find(String file, RowReader reader, StyleGuess guess) throws IOException {
        if (guess.named()) {
            next(reader);
        }
        List<RowReader.Row> before = new ArrayList<>();
        int titles = 0;
        RowReader.Row row = next(reader);
        while (row != null && titles < TITLE_MAX && before.size() < BLANK_MAX && isBefore(row, guess)) {
            titles += filled(row, guess.style()) > 0 ? 1 : 0;
            before.add(row);
            row = next(reader);
        }
        if (row == null || isBefore(row, guess)) {
            if (row != null && titles == TITLE_MAX) {
                expectNoTitle(file, before, guess);
            }
            before.addAll(row == null ? List.of() : List.of(row));
            reader.giveBack(before);
            before.clear();
            row = next(reader);
            while (row != null && before.size() < BLANK_MAX && filled(row, guess.style()) == 0) {
                before.add(row);
                row = next(reader);
            }
        }
        if (row == null || filled(row, guess.style()) == 0) {
            String what = before.isEmpty()
                    ? "is empty"
                    : "is empty but for blank rows"
                            + (row == null ? "" : ", as its first " + Numerals.of(BLANK_MAX) + " rows tell");
            throw new FileFault(file, 1, what + "; a table begins with the names of its columns");
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
        return filled(row, guess.style()) <= (guess.columns() > 1 ? 1 : 0);
    }

    /** Expects that rows with one filled cell, more than a title may have, are those of a table with gaps. */
    private static void expectNoTitle(String file, List<RowReader.Row> rows, StyleGuess guess) throws FileFault {
        if (rows.stream().allMatch(row -> isShort(row, guess))) {
            throw new FileFault(
                    file,
                    rows.get(0).line(),
                    "begins with a title of more than " + TITLE_MAX
                            + " rows; delete the rows before the one that names the columns");
        }
    }

    /** Whether a row has not even blank cells where rows of the table have some. */
    private static boolean isShort(RowReader.Row row, StyleGuess guess) {
        try {
            return row.isBlank() || guess.style().cells(row.raw()).size() < guess.columns();
        } catch (Refusal refusal) {
            return false;
        }
    }

    /** How many cells are not blank; of a row that cannot be read, too many for a title. */
    private static long filled(RowReader.Row row, Style style) {
        if (row.isBlank()) {
            return 0;
        }
        try {
            return row.refusal() == null
                    ? style.cells(row.raw()).stream()
                            .filter(cell -> !cell.isBlank())
                            .count()
                    : Long.MAX_VALUE;
        } catch (Refusal refusal) {
            return Long.MAX_VALUE;
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
