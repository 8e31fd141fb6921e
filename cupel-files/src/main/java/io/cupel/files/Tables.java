package io.cupel.files;

import io.cupel.files.parquet.ParquetTable;
import io.cupel.files.text.Opening;
import io.cupel.files.text.Row;
import io.cupel.files.text.Table;
import io.cupel.files.text.TextTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Opens tables of every form. */
final class Tables {
    private Tables() {}

    /**
     * The table that a file holds.
     *
     * @throws IOException if it is none or cannot be read
     */
    static Table open(Path file, Opening opening) throws IOException {
        return switch (Form.of(file)) {
            case CSV -> new Unguarded(TextTable.open(file, opening));
            case JSONL -> JsonTable.open(file, opening);
            case PARQUET -> ParquetTable.open(file, opening);
        };
    }

    /** A table without the apostrophes that keep spreadsheets from running cells. */
    private record Unguarded(TextTable table) implements Table {
        @Override
        public List<String> header() {
            return table.header().stream().map(Csv::plain).toList();
        }

        @Override
        public long headerLine() {
            return table.headerLine();
        }

        @Override
        public @Nullable Row next() throws IOException {
            Row row = table.next();
            boolean isGuarded = row != null && row.cells().stream().anyMatch(cell -> !cell.equals(Csv.plain(cell)));
            return row == null || !isGuarded
                    ? row
                    : new Row(
                            row.line(),
                            row.raw(),
                            row.cells().stream().map(Csv::plain).toList(),
                            row.refusal());
        }

        @Override
        public long passedOver() {
            return table.passedOver();
        }

        @Override
        public List<String> remarks() {
            return table.remarks();
        }

        @Override
        public void close() throws IOException {
            table.close();
        }
    }
}
