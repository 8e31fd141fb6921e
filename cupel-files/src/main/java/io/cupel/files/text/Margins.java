package io.cupel.files.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Passes over what reports print around and between the rows of a table: blank rows, the header once more, totals, and
 * at the end whose report it is. A row of one cell in the middle is a broken row, so only the end of the file tells:
 * until then such rows are held back.
 */
final class Margins {
    /** Rows that a report may end with. */
    static final int END_MAX = 50;

    private static final Pattern END = Pattern.compile(
            "(grand |sub)-?totals?\\b.*|totals?( \\(.*\\))?:?|sum|count|copyright\\b.*|©.*|\\(c\\).*|confidential\\b.*"
                    + "|generated (by|on|at)\\b.*"
                    + "|(report|exported|created|filtered|run) (by|on|at|from|generated|created|run)\\b.*"
                    + "|end of (report|file)\\b.*|as of\\b.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern TOTAL =
            Pattern.compile("(grand |sub)-?totals?\\b[^@]*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("[-(]?\\p{Sc}?[0-9][0-9.,']*\\p{Sc}?%?\\)?");

    /** A row that may be the end of a report, and what it is where it is not. */
    private record Loose(Row row, boolean isEnd) {}

    private final List<String> header;
    private final Deque<Row> ready = new ArrayDeque<>();
    private final List<Loose> loose = new ArrayList<>();
    private boolean isAfterBlank;

    private final Lines blank = new Lines();
    private final Lines repeated = new Lines();
    private final Lines totals = new Lines();
    private final Lines ends = new Lines();

    Margins(List<String> header) {
        this.header = header.stream().map(Margins::plain).toList();
    }

    /** The next row that is known to be one; null for none yet. */
    @Nullable
    Row ready() {
        return ready.poll();
    }

    void blank(long line) {
        blank.add(line);
        isAfterBlank = true;
    }

    /**
     * Takes a row that is not blank.
     *
     * @param cells all that it has, read or refused; none where they cannot be told apart
     */
    void row(Row row, List<String> cells) {
        int filled = 0;
        boolean areNumbers = true;
        String first = "";
        for (String cell : cells) {
            if (!cell.isBlank()) {
                first = filled == 0 ? cell.strip() : first;
                areNumbers = areNumbers && (filled == 0 || isNumber(cell.strip()));
                filled++;
            }
        }
        boolean isSum = filled > 0 && areNumbers;
        boolean isAlone = filled == 1 && header.size() > 1 && cells.size() < header.size();
        if (!isAlone && isHeader(cells)) {
            repeated.add(row.line());
        } else if (isSum && TOTAL.matcher(first).matches()) {
            totals.add(row.line());
        } else if (isAlone || isEnd(cells, first, isSum)) {
            boolean isNamed = END.matcher(first).matches();
            loose.add(new Loose(row, isNamed || (isAfterBlank && first.indexOf('@') < 0)));
            if (loose.size() > END_MAX) {
                release(loose.size());
            }
        } else {
            release(loose.size());
            isAfterBlank = false;
            ready.add(row);
        }
    }

    /** Most cells are told by their last letter. */
    private static boolean isNumber(String cell) {
        return !Character.isLetter(cell.charAt(cell.length() - 1))
                && NUMBER.matcher(cell).matches();
    }

    private boolean isHeader(List<String> cells) {
        boolean isSame = cells.size() == header.size();
        for (int i = 0; isSame && i < header.size(); i++) {
            isSame = plain(cells.get(i)).equals(header.get(i));
        }
        return isSame;
    }

    /** Whether a row of several cells begins as the end of a report does, which a name may do too. */
    private boolean isEnd(List<String> cells, String first, boolean isSum) {
        boolean isApart = isAfterBlank || !loose.isEmpty() || cells.size() < header.size();
        return (isSum || isApart) && END.matcher(first).matches();
    }

    /** Nothing comes any more. */
    void finish() {
        int from = 0;
        while (from < loose.size() && !loose.get(from).isEnd()) {
            from++;
        }
        release(from);
        for (Loose each : loose) {
            if (each.isEnd()) {
                ends.add(each.row().line());
            } else {
                ready.add(each.row());
            }
        }
        loose.clear();
    }

    private void release(int rows) {
        List<Loose> released = loose.subList(0, rows);
        released.forEach(each -> ready.add(each.row()));
        released.clear();
    }

    /** Rows that were passed over. */
    long count() {
        return blank.count + repeated.count + totals.count + ends.count;
    }

    /** What was passed over, and where, each kind in a few words. */
    List<String> told() {
        List<String> told = new ArrayList<>();
        blank.tell(told, " blank ", "");
        repeated.tell(told, " with the header once more ", "");
        totals.tell(told, " with sums ", "");
        ends.tell(told, " at the end ", ", about the report");
        return told;
    }

    private static String plain(String cell) {
        return cell.strip().toLowerCase(Locale.ROOT);
    }

    /** How many rows of a kind there were, and where. */
    private static final class Lines {
        private static final int SHOWN_MAX = 5;
        private final List<Long> first = new ArrayList<>();
        private long count;
        private long last;

        void add(long line) {
            count++;
            last = line;
            if (first.size() < SHOWN_MAX) {
                first.add(line);
            }
        }

        void tell(List<String> told, String kind, String more) {
            if (count == 0) {
                return;
            }
            List<String> shown =
                    new ArrayList<>(first.stream().map(String::valueOf).toList());
            if (count > shown.size()) {
                shown.add("…");
                shown.add(String.valueOf(last));
            }
            told.add(Numerals.of(count) + kind + "(line" + (count == 1 ? " " : "s ") + String.join(", ", shown) + ")"
                    + more);
        }
    }
}
