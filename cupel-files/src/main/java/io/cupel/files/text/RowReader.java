package io.cupel.files.text;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Puts the lines of a table together into rows: a row goes on while a quoted cell is open. A quote that never ends
 * costs the row that opened it and no other.
 */
final class RowReader implements Closeable {
    static final int ROW_MAX = 500 * 1024;
    private static final int LINES_MAX = 200;

    /**
     * A row as it stands.
     *
     * @param line the number of its first line
     * @param refusal why it cannot be read; null where it can
     * @param lines of a row over several lines, these; else none
     */
    record Row(long line, String raw, @Nullable Refusal refusal, List<Row> lines) {
        Row(long line, String raw, @Nullable Refusal refusal) {
            this(line, raw, refusal, List.of());
        }

        boolean isBlank() {
            return refusal == null && raw.isBlank();
        }
    }

    private final LineReader lines;
    private final Deque<Row> ahead = new ArrayDeque<>();
    private char separator = ',';
    /** The lines that were looked at up to this one, save the one where it closes, leave an open cell open. */
    private long openUntil;
    /** The line, behind those, where an open cell ends; 0 where none is known. */
    private long closedAt;

    private long scanned;

    RowReader(LineReader lines) {
        this.lines = lines;
    }

    /** The next row; null at the end. */
    @Nullable
    Row next() throws IOException {
        Row first = line();
        if (first == null || first.refusal() != null || !endsOpen(first.raw(), false)) {
            return first;
        }
        List<Row> taken = new ArrayList<>();
        taken.add(first);
        int length = first.raw().length();
        while (taken.size() <= LINES_MAX && length < ROW_MAX) {
            Row more = line();
            if (more == null) {
                break;
            }
            taken.add(more);
            if (more.refusal() != null) {
                break;
            }
            length += 1 + more.raw().length();
            if (closes(more)) {
                String raw = taken.stream().map(Row::raw).collect(Collectors.joining("\n"));
                return new Row(first.line(), raw, null, List.copyOf(taken));
            }
        }
        giveBack(taken.subList(1, taken.size()));
        return new Row(first.line(), first.raw(), new Refusal(Reason.OPEN_QUOTE));
    }

    /**
     * Whether an open cell ends in this line and none is open after it. That does not depend on the line that opened
     * the cell, so what one row learnt holds for the next and no line is looked through twice for it.
     */
    private boolean closes(Row line) {
        if (line.line() > openUntil && line.line() != closedAt) {
            if (endsOpen(line.raw(), true)) {
                openUntil = line.line();
            } else {
                closedAt = line.line();
            }
        }
        return line.line() == closedAt;
    }

    /**
     * Takes a row over several lines apart, because it makes no sense as a whole: the quote that its first line opens
     * was closed by one that opened a cell further down. The other lines are read again.
     */
    Row takeApart(Row row) {
        Row first = row.lines().get(0);
        giveBack(row.lines().subList(1, row.lines().size()));
        return new Row(first.line(), first.raw(), new Refusal(Reason.OPEN_QUOTE));
    }

    private void giveBack(List<Row> lines) {
        for (int i = lines.size() - 1; i >= 0; i--) {
            ahead.addFirst(lines.get(i));
        }
    }

    /** Tells by the header what stands between cells: of comma, semicolon and tab the one that it has most of. */
    char detectSeparator(String header) {
        int[] counts = new int[3];
        boolean quoted = false;
        for (int i = 0; i < header.length(); i++) {
            char letter = header.charAt(i);
            quoted ^= letter == '"';
            int which = ",;\t".indexOf(letter);
            if (which >= 0 && !quoted) {
                counts[which]++;
            }
        }
        separator = counts[1] > counts[0] ? ';' : ',';
        if (counts[2] > counts[0] && counts[2] > counts[1]) {
            separator = '\t';
        }
        openUntil = 0;
        closedAt = 0;
        return separator;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    private @Nullable Row line() throws IOException {
        if (!ahead.isEmpty()) {
            return ahead.removeFirst();
        }
        if (!lines.next()) {
            return null;
        }
        if (lines.isCut()) {
            return new Row(lines.number(), lines.shown(), new Refusal(Reason.ROW_TOO_LONG));
        }
        try {
            return new Row(lines.number(), lines.text(), null);
        } catch (Refusal refusal) {
            return new Row(lines.number(), lines.shown(), refusal);
        }
    }

    /** Characters that were looked through for quotes. */
    long scanned() {
        return scanned;
    }

    /** Whether a quoted cell is open after the line, one being open before it or not. */
    private boolean endsOpen(String raw, boolean isOpenBefore) {
        scanned += raw.length();
        boolean quoted = isOpenBefore;
        boolean atStart = !isOpenBefore;
        for (int i = 0; i < raw.length(); i++) {
            char letter = raw.charAt(i);
            if (quoted) {
                if (letter == '"') {
                    boolean doubled = i + 1 < raw.length() && raw.charAt(i + 1) == '"';
                    quoted = doubled;
                    i += doubled ? 1 : 0;
                }
            } else if (letter == '"' && atStart) {
                quoted = true;
            }
            atStart = letter == separator && !quoted;
        }
        return quoted;
    }
}
