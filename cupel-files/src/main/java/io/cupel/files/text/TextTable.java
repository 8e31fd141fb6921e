package io.cupel.files.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table of text with a header, plain or packed by gzip. Its encoding, what separates its cells and what quotes them
 * are told by its beginning; docs/files.md says how.
 */
public final class TextTable implements Table {
    /** What is looked at to tell the encoding. */
    private static final int LOOK_MAX = 1 << 20;

    private final Path file;
    private final long size;
    private final Letters letters;
    private final StyleGuess guess;
    private final RowReader reader;
    private final List<String> names;
    private final List<String> header;
    private final long headerLine;
    private final int rowsBefore;
    private final Margins margins;
    private boolean isAtEnd;
    private boolean grew;

    private TextTable(Path file, long size, Beginning beginning) throws IOException {
        this.file = file;
        this.size = size;
        this.letters = beginning.letters();
        this.guess = beginning.guess();
        this.reader = beginning.reader();
        HeaderRow found = HeaderRow.find(file.toString(), reader, guess);
        names = found.cells();
        header = found.names();
        headerLine = found.line();
        rowsBefore = found.rowsBefore();
        margins = new Margins(names);
    }

    /** What is known of a table before its first row is read. */
    private record Beginning(Letters letters, StyleGuess guess, RowReader reader) {}

    /**
     * Reads the header; the rows are read as they are asked for.
     *
     * @throws FileFault if the file is no table
     * @throws IOException if it cannot be read
     */
    public static TextTable open(Path file, Opening opening) throws IOException {
        Source.expectRegular(file);
        long size = Files.size(file);
        InputStream in = Source.open(file, opening);
        try {
            return new TextTable(file, size, beginning(file.toString(), in));
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    /**
     * Expects text that may be a table or a log, and no web page or the like.
     *
     * @throws FileFault if it is neither
     * @throws IOException if it cannot be read
     */
    public static void expectText(Path file) throws IOException {
        try (InputStream in = Source.open(file, Files::newInputStream)) {
            beginning(file.toString(), in);
        }
    }

    private static Beginning beginning(String name, InputStream in) throws IOException {
        Look look = Look.at(in, LOOK_MAX);
        Encoding encoding = Encoding.of(look.bytes(), look.isWhole());
        if (encoding == Encoding.UTF_32) {
            throw new FileFault(name, "is UTF-32; save the table as CSV UTF-8");
        }
        if (encoding == Encoding.UTF_16_LITTLE || encoding == Encoding.UTF_16_BIG) {
            look = Look.at(new NarrowStream(look.whole(), encoding == Encoding.UTF_16_BIG), LOOK_MAX);
        }
        HeaderRow.expectTable(name, look.bytes(), encoding);
        StyleGuess guess = StyleGuess.of(look.bytes(), look.isWhole(), encoding);
        Letters letters = new Letters(encoding);
        LineReader lines = LineReader.ofTable(look.whole(), RowReader.ROW_MAX, letters);
        return new Beginning(letters, guess, new RowReader(lines, guess.style()));
    }

    @Override
    public List<String> header() {
        return header;
    }

    @Override
    public long headerLine() {
        return headerLine;
    }

    @Override
    public @Nullable Row next() throws IOException {
        Row row = margins.ready();
        while (row == null && !isAtEnd) {
            RowReader.Row read = read();
            if (read == null) {
                isAtEnd = true;
                grew = Files.size(file) > size;
                margins.finish();
            } else {
                take(read);
            }
            row = margins.ready();
        }
        return row;
    }

    private RowReader.@Nullable Row read() throws IOException {
        try {
            return reader.next();
        } catch (FileFault fault) {
            throw fault.after(reader.lineRead());
        }
    }

    private void take(RowReader.Row row) {
        List<String> cells = List.of();
        try {
            if (row.refusal() != null) {
                throw row.refusal();
            }
            cells = row.isBlank() ? List.of() : guess.style().cells(row.raw());
            if (areBlank(cells)) {
                margins.blank(row.line());
                return;
            }
            margins.row(new Row(row.line(), row.raw(), fitted(cells), null), cells);
        } catch (Refusal refusal) {
            boolean isTorn = refusal.reason() == Reason.CELLS && !row.lines().isEmpty();
            RowReader.Row part = isTorn ? reader.takeApart(row) : row;
            Refusal reason = isTorn && part.refusal() != null ? part.refusal() : refusal;
            margins.row(new Row(row.line(), part.raw(), List.of(), reason), isTorn ? List.of() : cells);
        }
    }

    private static boolean areBlank(List<String> cells) {
        for (String cell : cells) {
            if (!cell.isBlank()) {
                return false;
            }
        }
        return true;
    }

    /** As many cells as the header has. Where the header or the row ends with nothing, the other may end before. */
    private List<String> fitted(List<String> cells) throws Refusal {
        int columns = names.size();
        if (cells.size() == columns) {
            return cells;
        }
        List<String> longer = cells.size() > columns ? cells : names;
        int shorter = Math.min(cells.size(), columns);
        if (!areBlank(longer.subList(shorter, longer.size()))) {
            throw new Refusal(Reason.CELLS, ": " + cells.size() + ", not " + columns);
        }
        List<String> fitted = new ArrayList<>(cells.subList(0, shorter));
        while (fitted.size() < columns) {
            fitted.add("");
        }
        return fitted;
    }

    @Override
    public long passedOver() {
        return margins.count();
    }

    @Override
    public List<String> remarks() {
        List<String> told = new ArrayList<>();
        String encoding = switch (letters.encoding()) {
            case OPEN, UTF_8, UTF_32 -> "";
            case UTF_16_LITTLE, UTF_16_BIG -> "is read as UTF-16";
            case WINDOWS_1252 -> "is not UTF-8; read as Windows-1252";
        };
        if (!encoding.isEmpty() || !guess.told().isEmpty()) {
            String link = encoding.isEmpty() ? "is " : guess.told().isEmpty() ? "" : ", ";
            told.add(encoding + link + guess.told());
        }
        if (rowsBefore > 0) {
            told.add("has a title of " + rowsBefore + (rowsBefore == 1 ? " row" : " rows")
                    + " before its header in line " + headerLine);
        }
        // rows behind the header alone, which is what counts are of
        if (!margins.told().isEmpty()) {
            told.add("has rows that were passed over: " + String.join(", ", margins.told()));
        }
        if (grew) {
            told.add("grew while it was read; what was added is not read");
        }
        return told.stream().map(sentence -> file + " " + sentence).toList();
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
