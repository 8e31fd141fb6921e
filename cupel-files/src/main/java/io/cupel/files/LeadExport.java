package io.cupel.files;

import io.cupel.files.parquet.ParquetRows;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a table of leads that {@code cupel qualify} reads, in every form. */
public final class LeadExport {
    private LeadExport() {}

    /** Takes rows, each of as many texts as there are columns; null for nothing. */
    @FunctionalInterface
    public interface Taker {
        void take(List<@Nullable String> cells) throws IOException;
    }

    /** The rows, in their order. */
    @FunctionalInterface
    public interface Rows {
        void forEach(Taker taker) throws IOException;
    }

    /**
     * Writes rows; Parquet is made in a temporary file first.
     *
     * @throws IOException if they cannot be written
     */
    public static void write(List<String> header, Rows rows, Form form, OutputStream to) throws IOException {
        switch (form) {
            case CSV -> {
                Writer out = LogExport.writer(to);
                fill(rows, RowSink.CsvRows.under(header, out));
                out.flush();
            }
            case JSONL -> {
                Writer out = LogExport.writer(to);
                fill(rows, new RowSink.JsonRows(header, out));
                out.flush();
            }
            case PARQUET -> {
                List<ParquetRows.Column> columns = new ArrayList<>();
                header.forEach(name -> columns.add(new ParquetRows.Column(name, false)));
                LogExport.parquet(columns, sink -> fill(rows, sink), to);
            }
        }
    }

    private static void fill(Rows rows, RowSink sink) throws IOException {
        rows.forEach(sink::row);
    }
}
