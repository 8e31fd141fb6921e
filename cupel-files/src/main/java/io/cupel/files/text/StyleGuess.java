package io.cupel.files.text;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells how the cells of a table stand in its rows: each way is tried on the first rows, and the one is taken that
 * gives them the same number of cells most often.
 *
 * @param columns that number; 1 where nothing separates
 * @param named whether the first line names the separator, as Excel writes it, and is no row
 */
record StyleGuess(Style style, int columns, boolean named) {
    private static final String SEPARATORS = ",;\t|";
    private static final int ROWS_MAX = 200;
    private static final int BYTES_MAX = 1 << 18;
    /** As many cells begin with a quote and none ends with one: then it is no quote. */
    private static final int STRAY_QUOTES = 3;

    private static final Pattern NAMED = Pattern.compile("\"?sep=([,;|\t])\"?", Pattern.CASE_INSENSITIVE);

    /**
     * Guesses by what a table begins with.
     *
     * @param isWhole whether that is all of it
     */
    static StyleGuess of(byte[] bytes, boolean isWhole, Encoding encoding) throws IOException {
        byte[] start = whole(bytes, isWhole && bytes.length <= BYTES_MAX);
        String text = new Letters(encoding).shown(start, start.length);
        char quote = quote(text);
        Matcher named = NAMED.matcher(text.lines().findFirst().orElse("").replace("\ufeff", ""));
        boolean isNamed = named.matches();
        String separators = isNamed ? named.group(1) : SEPARATORS;
        Score best = new Score(new Style(separators.charAt(0), quote, false), 1, 0);
        for (int i = 0; i < separators.length(); i++) {
            best = best.orBetter(score(start, encoding, new Style(separators.charAt(i), quote, false), isNamed));
            if (text.indexOf("\\" + quote) >= 0) {
                best = best.orBetter(score(start, encoding, new Style(separators.charAt(i), quote, true), isNamed));
            }
        }
        return new StyleGuess(best.style(), best.columns(), isNamed);
    }

    /** No more than the rows that were looked at can be, and no row that is cut. */
    private static byte[] whole(byte[] bytes, boolean isWhole) {
        int end = Math.min(bytes.length, BYTES_MAX);
        while (!isWhole && end > 0 && bytes[end - 1] != '\n' && bytes[end - 1] != '\r') {
            end--;
        }
        return Arrays.copyOf(bytes, end == 0 ? Math.min(bytes.length, BYTES_MAX) : end);
    }

    private static char quote(String text) {
        int[] doubles = ends(text, '"');
        int[] singles = ends(text, '\'');
        if (doubles[0] == 0 && singles[0] >= 2 && singles[0] == singles[1]) {
            return '\'';
        }
        return doubles[0] >= STRAY_QUOTES && doubles[1] == 0 ? Style.NO_QUOTE : '"';
    }

    /** How many cells begin and how many end with the sign, whatever separates them. */
    private static int[] ends(String text, char quote) {
        int[] ends = new int[2];
        for (int i = text.indexOf(quote); i >= 0; i = text.indexOf(quote, i + 1)) {
            boolean begins = i == 0 || isBorder(text.charAt(i - 1));
            ends[0] += begins ? 1 : 0;
            boolean isEnd = i + 1 == text.length() || isBorder(text.charAt(i + 1));
            ends[1] += isEnd && (!begins || i + 1 < text.length()) ? 1 : 0;
        }
        return ends;
    }

    private static boolean isBorder(char letter) {
        return letter == '\n' || letter == '\r' || SEPARATORS.indexOf(letter) >= 0;
    }

    private record Score(Style style, int columns, long worth) {
        Score orBetter(Score other) {
            boolean isBetter = other.worth != worth ? other.worth > worth : other.columns > columns;
            return isBetter && other.columns > 1 ? other : this;
        }
    }

    /** Worth two parts for the rows that have the usual number of cells, one for the first being such a row. */
    private static Score score(byte[] start, Encoding encoding, Style style, boolean isNamed) throws IOException {
        Map<Integer, Integer> rowsBySize = new HashMap<>();
        int first = 0;
        int rows = 0;
        LineReader lines = LineReader.ofStart(start, RowReader.ROW_MAX, new Letters(encoding));
        try (RowReader reader = new RowReader(lines, style)) {
            RowReader.Row row = isNamed ? skipped(reader) : reader.next();
            for (; row != null && rows < ROWS_MAX; row = reader.next()) {
                if (row.isBlank()) {
                    continue;
                }
                rows++;
                int size = row.refusal() == null && style.isClean(row.raw()) ? size(style, row.raw()) : 0;
                first = rows == 1 ? size : first;
                rowsBySize.merge(size, 1, Integer::sum);
            }
        }
        int columns = 1;
        int most = 0;
        for (Map.Entry<Integer, Integer> each : rowsBySize.entrySet()) {
            boolean isMore = each.getValue() > most || (each.getValue() == most && each.getKey() > columns);
            if (each.getKey() > 1 && isMore) {
                columns = each.getKey();
                most = each.getValue();
            }
        }
        return new Score(style, columns, rows == 0 ? 0 : 2_000L * most / rows + (first == columns ? 1_000 : 0));
    }

    private static RowReader.@Nullable Row skipped(RowReader reader) throws IOException {
        reader.next();
        return reader.next();
    }

    private static int size(Style style, String raw) {
        try {
            List<String> cells = style.cells(raw);
            return cells.size();
        } catch (Refusal refusal) {
            return 0;
        }
    }

    /** What a person should know of it; empty where it is a comma and the double quote. */
    String told() {
        StringBuilder told = new StringBuilder();
        char separator = style.separator();
        if (separator != ',') {
            told.append("separated by ");
            told.append(separator == ';' ? "semicolons" : separator == '\t' ? "tabs" : "vertical bars");
        }
        if (style.quote() != '"' || style.isEscaped()) {
            told.append(told.isEmpty() ? "separated by commas, " : ", ");
            told.append(
                    style.quote() == Style.NO_QUOTE
                            ? "without quotes"
                            : style.quote() == '"'
                                    ? "with a backslash before quotes in cells"
                                    : "with apostrophes for quotes");
        }
        return told.toString();
    }
}
