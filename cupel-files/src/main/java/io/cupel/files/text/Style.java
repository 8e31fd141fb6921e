package io.cupel.files.text;

import java.util.ArrayList;
import java.util.List;

/**
 * How the cells of a table stand in its rows.
 *
 * @param separator between two cells
 * @param quote around a cell that holds a separator, a line's end or a quote; {@link #NO_QUOTE} for none
 * @param isEscaped whether a quote in a quoted cell has a backslash before it; it may be doubled in any table
 */
record Style(char separator, char quote, boolean isEscaped) {
    static final char NO_QUOTE = 0;
    static final Style PLAIN = new Style(',', '"', false);

    /** Columns of a table, at most. */
    static final int COLUMNS_MAX = 2_000;

    /** Whether a quoted cell is open after the line, one being open before it or not. */
    boolean endsOpen(String raw, boolean isOpenBefore) {
        boolean quoted = isOpenBefore;
        boolean atStart = !isOpenBefore;
        for (int i = 0; i < raw.length(); i++) {
            char letter = raw.charAt(i);
            if (quoted) {
                int size = sizeInQuotes(raw, i);
                quoted = size > 0;
                i += Math.max(0, size - 1);
                atStart = false;
            } else if (atStart && letter == quote && quote != NO_QUOTE) {
                quoted = true;
            } else {
                atStart = letter == separator || (atStart && letter == ' ');
            }
        }
        return quoted;
    }

    /** Of what stands there in a quoted cell the letters that belong together; 0 for the quote that ends the cell. */
    private int sizeInQuotes(String raw, int at) {
        char letter = raw.charAt(at);
        char next = at + 1 < raw.length() ? raw.charAt(at + 1) : '\n';
        if (isEscaped && letter == '\\') {
            return next == quote || next == '\\' ? 2 : 1;
        }
        return letter != quote ? 1 : next == quote ? 2 : 0;
    }

    /**
     * The cells of a row.
     *
     * @throws Refusal if more follows a quoted cell before the next separator: in one line that is a slip of whoever
     *     wrote it and read as it stands, over several lines it is two rows
     */
    List<String> cells(String raw) throws Refusal {
        Cells cells = new Cells(raw);
        cells.split();
        if (cells.slips > 0 && raw.indexOf('\n') >= 0) {
            throw new Refusal(Reason.CELLS);
        }
        return cells.done;
    }

    /** Whether every quoted cell of the row ends where the cell does, and no quote stays open. */
    boolean isClean(String raw) {
        try {
            Cells cells = new Cells(raw);
            cells.split();
            return cells.slips == 0;
        } catch (Refusal refusal) {
            return false;
        }
    }

    /** A row on its way into cells. */
    private final class Cells {
        private final String raw;
        private final List<String> done = new ArrayList<>();
        private final StringBuilder cell = new StringBuilder();
        private int slips;
        private boolean isQuoted;

        Cells(String raw) {
            this.raw = raw;
        }

        void split() throws Refusal {
            int at = 0;
            while (at < raw.length()) {
                char letter = raw.charAt(at);
                if (letter == separator) {
                    end();
                    at++;
                } else if (letter == quote && quote != NO_QUOTE && !isQuoted && isAtStart()) {
                    at = quoted(at + 1);
                } else {
                    slips += isQuoted && letter != ' ' ? 1 : 0;
                    cell.append(letter);
                    at++;
                }
            }
            end();
        }

        private boolean isAtStart() {
            boolean isAtStart = true;
            for (int i = 0; i < cell.length(); i++) {
                isAtStart &= cell.charAt(i) == ' ';
            }
            return isAtStart;
        }

        /** Reads a quoted cell; answers where it goes on behind it. */
        private int quoted(int from) throws Refusal {
            cell.setLength(0);
            isQuoted = true;
            int at = from;
            while (at < raw.length()) {
                int size = sizeInQuotes(raw, at);
                if (size == 0) {
                    return at + 1;
                }
                cell.append(raw.charAt(at + size - 1));
                at += size;
            }
            throw new Refusal(Reason.OPEN_QUOTE);
        }

        private void end() throws Refusal {
            if (done.size() == COLUMNS_MAX) {
                throw new Refusal(Reason.COLUMNS);
            }
            done.add(cell.toString());
            cell.setLength(0);
            isQuoted = false;
        }
    }
}
