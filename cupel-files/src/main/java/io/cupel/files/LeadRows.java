package io.cupel.files;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.cupel.core.evidence.Sighting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;

/** Reads leads files: tables of UTF-8 text with a header, separated by comma, semicolon or tab. */
final class LeadRows {
    private final LeadRow.Setting setting;
    private final Rejections rejections;
    private final LeadFiles.Listener listener;
    private final Progress progress;
    private final List<Sighting> rows = new ArrayList<>();

    LeadRows(LeadRow.Setting setting, Rejections rejections, LeadFiles.Listener listener, Progress progress) {
        this.setting = setting;
        this.rejections = rejections;
        this.listener = listener;
        this.progress = progress;
    }

    /** The rows that can be used, in the order of the files. */
    List<Sighting> rows() {
        return Collections.unmodifiableList(rows);
    }

    /** @param number of the file among the leads files, in the order in which they are given */
    void read(Path file, int number) throws IOException {
        String name = file.toString();
        try (RowReader reader = new RowReader(LineReader.ofTable(progress.open(file), RowReader.ROW_MAX))) {
            RowReader.Row first = firstRow(reader, name);
            char separator = reader.detectSeparator(first.raw());
            CsvReader.CsvReaderBuilder csv = CsvReader.builder()
                    .fieldSeparator(separator)
                    .skipEmptyLines(false)
                    .maxBufferSize(2 * RowReader.ROW_MAX);
            LeadHeader header = header(name, first, csv);
            for (RowReader.Row row = reader.next(); row != null; row = reader.next()) {
                setting.unreadables().at(name, row.line());
                try {
                    take(row, header, csv, order(number, row.line()));
                } catch (Refusal refusal) {
                    boolean isTorn =
                            refusal.reason() == Reason.CELLS && !row.lines().isEmpty();
                    RowReader.Row part = isTorn ? reader.takeApart(row) : row;
                    Refusal reason = isTorn && part.refusal() != null ? part.refusal() : refusal;
                    rejections.add(name, row.line(), "", reason, part.raw());
                }
            }
        }
    }

    private static RowReader.Row firstRow(RowReader reader, String name) throws IOException {
        RowReader.Row row = reader.next();
        while (row != null && row.isBlank()) {
            row = reader.next();
        }
        if (row == null) {
            throw new FileFault(name, 1, "is empty; a leads file begins with the names of its columns");
        }
        if (row.refusal() != null) {
            throw new FileFault(
                    name, row.line(), "the header " + row.refusal().told() + "; save the table as CSV UTF-8");
        }
        return row;
    }

    private LeadHeader header(String name, RowReader.Row row, CsvReader.CsvReaderBuilder csv) throws FileFault {
        List<String> cells;
        try {
            cells = cells(row, csv);
        } catch (Refusal refusal) {
            throw new FileFault(name, row.line(), "the header " + refusal.told());
        }
        LeadHeader header = new LeadHeader(cells, setting.names());
        if (!header.hasKey()) {
            throw new FileFault(
                    name,
                    row.line(),
                    "no column tells who a lead is; name one of them email, user_id or phone. The columns are: "
                            + String.join(", ", header.names()));
        }
        header.sentences(name).forEach(listener::note);
        return header;
    }

    private void take(RowReader.Row row, LeadHeader header, CsvReader.CsvReaderBuilder csv, String order)
            throws Refusal {
        if (row.refusal() != null) {
            throw row.refusal();
        }
        if (row.isBlank()) {
            return;
        }
        List<String> cells = cells(row, csv);
        if (cells.stream().allMatch(String::isBlank)) {
            return;
        }
        int columns = header.targets().size();
        if (cells.size() != columns) {
            throw new Refusal(Reason.CELLS, ": " + cells.size() + ", not " + columns);
        }
        rows.add(LeadRow.read(header, cells, order, setting));
    }

    private static List<String> cells(RowReader.Row row, CsvReader.CsvReaderBuilder csv) throws Refusal {
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

    /** A row's place, written so that later ones compare greater as texts. */
    private static String order(int file, long line) {
        String place = Long.toString(file * 1_000_000_000_000L + line);
        return "0".repeat(19 - place.length()) + place;
    }
}
