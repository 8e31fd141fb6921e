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
    private final Style style;
    /** The lines that were looked at up to this one, save the one where it closes, leave an open cell open. */
    private long openUntil;
    /** The line, behind those, where an open cell ends; 0 where none is known. */
    private long closedAt;

    private long scanned;

    RowReader(LineReader lines, Style style) {
        this.lines = lines;
        this.style = style;
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

    /** These come next, in this order. */
    void giveBack(List<Row> lines) {
        for (int i = lines.size() - 1; i >= 0; i--) {
            ahead.addFirst(lines.get(i));
        }
    }

    /** Of the last line that was read whole; 0 for none. */
    long lineRead() {
        return lines.number();
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

    private boolean endsOpen(String raw, boolean isOpenBefore) {
        scanned += raw.length();
        return style.endsOpen(raw, isOpenBefore);
    }
}
