package io.cupel.cli;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A table of text for a terminal or a pipe. Nothing is ever cut: where a row does not fit the width, its last cell goes
 * below it, broken between words; where even the rest does not fit, the columns marked as movable go there too.
 */
final class Table {
    private static final String GAP = "  ";
    private static final String INDENT = "    ";

    /** An indented line: what stands before a further gap, if there is one, and the words to break. */
    private static final Pattern HINT = Pattern.compile("( +(?:\\S+(?: \\S+)* {2,})?)(\\S.*)");

    /** No letter below takes two places: Hangul Jamo are the first. */
    private static final int FIRST_WIDE = 0x1100;

    private static final int ZERO_WIDTH_NON_JOINER = 0x200c;
    private static final int ZERO_WIDTH_JOINER = 0x200d;

    private final List<Column> columns;
    private final List<List<String>> rows = new ArrayList<>();

    /**
     * One column; the last one of a table holds words that may go below.
     *
     * @param right whether it is aligned right, as numbers are
     * @param movable whether it goes below the row, before the last cell's words, where the width is short
     */
    record Column(String header, boolean right, boolean movable) {
        static Column text(String header) {
            return new Column(header, false, false);
        }

        static Column number(String header) {
            return new Column(header, true, false);
        }

        static Column movable(String header) {
            return new Column(header, false, true);
        }
    }

    Table(List<Column> columns) {
        this.columns = List.copyOf(columns);
    }

    void add(List<String> cells) {
        if (cells.size() != columns.size()) {
            throw new IllegalArgumentException("a row has " + columns.size() + " cells, not " + cells.size());
        }
        rows.add(cells.stream().map(Table::plain).toList());
    }

    List<String> lines(int width) {
        int last = columns.size() - 1;
        int[] widest = widest();
        List<Integer> all = new ArrayList<>();
        List<Integer> firm = new ArrayList<>();
        for (int i = 0; i < last; i++) {
            all.add(i);
            if (!columns.get(i).movable()) {
                firm.add(i);
            }
        }
        int beside = length(all, widest) + GAP.length() + widest[last];
        if (beside <= width) {
            all.add(last);
            return render(all, List.of(), widest, width);
        }
        return length(all, widest) <= width
                ? render(all, List.of(last), widest, width)
                : render(firm, columnsBut(firm), widest, width);
    }

    private List<Integer> columnsBut(List<Integer> shown) {
        List<Integer> others = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            if (!shown.contains(i)) {
                others.add(i);
            }
        }
        return others;
    }

    private List<String> render(List<Integer> beside, List<Integer> below, int[] widest, int width) {
        List<String> lines = new ArrayList<>();
        lines.add(row(beside, columns.stream().map(Column::header).toList(), widest));
        for (List<String> row : rows) {
            lines.add(row(beside, row, widest));
            String words = String.join(
                    " · ",
                    below.stream().map(row::get).filter(cell -> !cell.isEmpty()).toList());
            if (!words.isEmpty()) {
                wrap(words, width - INDENT.length()).forEach(line -> lines.add(INDENT + line));
            }
        }
        return lines;
    }

    private String row(List<Integer> shown, List<String> cells, int[] widest) {
        StringBuilder line = new StringBuilder();
        for (int i : shown) {
            String cell = cells.get(i);
            String blanks = " ".repeat(widest[i] - width(cell));
            line.append(line.length() == 0 ? "" : GAP).append(columns.get(i).right() ? blanks + cell : cell + blanks);
        }
        return line.toString().stripTrailing();
    }

    private static int length(List<Integer> shown, int[] widest) {
        return shown.stream().mapToInt(column -> widest[column]).sum() + GAP.length() * Math.max(0, shown.size() - 1);
    }

    /** The width of each column's widest cell. */
    private int[] widest() {
        int[] widest =
                columns.stream().mapToInt(column -> width(column.header())).toArray();
        for (List<String> row : rows) {
            for (int i = 0; i < widest.length; i++) {
                widest[i] = Math.max(widest[i], width(row.get(i)));
            }
        }
        return widest;
    }

    /** Breaks words into lines; a word that is longer than a line stays whole. */
    static List<String> wrap(String words, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : words.split(" ", -1)) {
            if (line.length() > 0 && width(line.toString()) + 1 + width(word) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    /** The line as it is where it fits, else broken between words: one with an indent goes on under its last words. */
    static List<String> wrapped(String line, int width) {
        if (width(line) <= width) {
            return List.of(line);
        }
        Matcher hint = HINT.matcher(line);
        if (!hint.matches()) {
            return wrap(line, width);
        }
        String blanks = " ".repeat(width(hint.group(1)));
        List<String> lines = new ArrayList<>();
        for (String words : wrap(hint.group(2), width - blanks.length())) {
            lines.add((lines.isEmpty() ? hint.group(1) : blanks) + words);
        }
        return lines;
    }

    /** How many places a terminal gives a text; Chinese, Japanese and Korean letters take two. */
    static int width(String text) {
        int width = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            width += isWide(text.codePointAt(i)) ? 2 : 1;
        }
        return width;
    }

    private static boolean isWide(int point) {
        if (point < FIRST_WIDE) {
            return false;
        }
        UnicodeScript script = UnicodeScript.of(point);
        return script == UnicodeScript.HAN
                || script == UnicodeScript.HIRAGANA
                || script == UnicodeScript.KATAKANA
                || script == UnicodeScript.HANGUL;
    }

    /** Without what could steer the terminal that shows it: control characters, and marks that turn the reading. */
    static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().forEach(point -> plain.appendCodePoint(isSteering(point) ? '\ufffd' : point));
        return plain.toString();
    }

    private static boolean isSteering(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                true;
            // names in Persian and Hindi need the joiners, and they only shape letters
            case Character.FORMAT -> point != ZERO_WIDTH_NON_JOINER && point != ZERO_WIDTH_JOINER;
            default -> false;
        };
    }
}
