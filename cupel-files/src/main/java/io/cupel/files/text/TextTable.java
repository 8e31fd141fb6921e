package io.cupel.files.text;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table of UTF-8 text with a header, its cells separated by comma, semicolon or tab. */
public final class TextTable implements Table {
    private final RowReader reader;
    private final CsvReader.CsvReaderBuilder csv;
    private final List<String> header;
    private final long headerLine;

    private TextTable(String name, RowReader reader) throws IOException {
        this.reader = reader;
        RowReader.Row first = first(name, reader);
        csv = CsvReader.builder()
                .fieldSeparator(reader.detectSeparator(first.raw()))
                .skipEmptyLines(false)
                .maxBufferSize(2 * RowReader.ROW_MAX);
        headerLine = first.line();
        try {
            header = cells(first);
        } catch (Refusal refusal) {
            throw new FileFault(name, headerLine, "the header " + refusal.told());
        }
    }

    /**
     * Reads the header; the rows are read as they are asked for.
     *
     * @throws FileFault if the file is no table
     * @throws IOException if it cannot be read
     */
    public static TextTable open(Path file, Opening opening) throws IOException {
        RowReader reader = new RowReader(LineReader.ofTable(opening.open(file), RowReader.ROW_MAX));
        try {
            return new TextTable(file.toString(), reader);
        } catch (IOException e) {
            reader.close();
            throw e;
        }
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
        for (RowReader.Row row = reader.next(); row != null; row = reader.next()) {
            try {
                List<String> cells = row.isBlank() ? List.of() : cells(row);
                if (cells.stream().allMatch(String::isBlank)) {
                    continue;
                }
                if (cells.size() != header.size()) {
                    throw new Refusal(Reason.CELLS, ": " + cells.size() + ", not " + header.size());
                }
                return new Row(row.line(), row.raw(), cells, null);
            } catch (Refusal refusal) {
                boolean isTorn =
                        refusal.reason() == Reason.CELLS && !row.lines().isEmpty();
                RowReader.Row part = isTorn ? reader.takeApart(row) : row;
                Refusal reason = isTorn && part.refusal() != null ? part.refusal() : refusal;
                return new Row(row.line(), part.raw(), List.of(), reason);
            }
        }
        return null;
    }

    @Override
    public List<String> remarks() {
        return List.of();
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    private static RowReader.Row first(String name, RowReader reader) throws IOException {
        RowReader.Row row = reader.next();
        while (row != null && row.isBlank()) {
            row = reader.next();
        }
        if (row == null) {
            throw new FileFault(name, 1, "is empty; a table begins with the names of its columns");
        }
        if (row.refusal() != null) {
            throw new FileFault(
                    name, row.line(), "the header " + row.refusal().told() + "; save the table as CSV UTF-8");
        }
        return row;
    }

    private List<String> cells(RowReader.Row row) throws Refusal {
        if (row.refusal() != null) {
            throw row.refusal();
        }
        try (CsvReader<CsvRecord> records = csv.ofCsvRecord(row.raw())) {
            Iterator<CsvRecord> each = records.iterator();
            List<String> cells = each.next().getFields();
            if (each.hasNext()) {
                // The library sees the end of a row where the reader of rows does not.
                throw new Refusal(Reason.CELLS);
            }
            return cells;
        } catch (CsvParseException e) {
            throw new Refusal(Reason.CELLS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
