package io.cupel.files;

import io.cupel.files.parquet.ParquetRows;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes the rows of a table that is written. */
interface RowSink extends Closeable {
    /**
     * Takes a row.
     *
     * @param cells texts, or microseconds since 1970 UTC in columns of times; null for nothing
     * @throws IOException if it cannot be written
     */
    void row(List<? extends @Nullable Object> cells) throws IOException;

    /** Nothing comes any more. */
    default void finish() throws IOException {}

    @Override
    default void close() throws IOException {}

    /** Rows of CSV under a header. */
    record CsvRows(Writer to) implements RowSink {
        /** No spreadsheet takes a number for a formula. */
        private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)([.][0-9]+)?([eE][+-]?[0-9]+)?");

        static CsvRows under(List<String> header, Writer to) throws IOException {
            // The quotes say how the table is quoted, whatever its cells begin with.
            String row = Csv.row(header.stream().map(Csv::neutralised).toList());
            to.write(row.startsWith("\"") ? row : row.replaceFirst("^([^,]*)", "\"$1\""));
            to.write('\n');
            return new CsvRows(to);
        }

        @Override
        public void row(List<? extends @Nullable Object> cells) throws IOException {
            List<String> texts = new ArrayList<>(cells.size());
            for (Object cell : cells) {
                String text = Objects.toString(cell, "");
                texts.add(NUMBER.matcher(text).matches() ? text : Csv.neutralised(text));
            }
            to.write(Csv.row(texts));
            to.write('\n');
        }
    }

    /** An object a line. */
    record JsonRows(List<String> header, Writer to) implements RowSink {
        @Override
        public void row(List<? extends @Nullable Object> cells) throws IOException {
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < cells.size(); i++) {
                row.put(header.get(i), Objects.toString(cells.get(i), ""));
            }
            to.write(JsonWriter.of(row));
            to.write('\n');
        }
    }

    /** Rows of a Parquet file. */
    record Parquet(ParquetRows to) implements RowSink {
        @Override
        public void row(List<? extends @Nullable Object> cells) throws IOException {
            to.add(cells);
        }

        @Override
        public void finish() throws IOException {
            to.finish();
        }

        @Override
        public void close() throws IOException {
            to.close();
        }
    }
}
