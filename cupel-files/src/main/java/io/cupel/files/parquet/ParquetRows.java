package io.cupel.files.parquet;

import io.cupel.files.log.TempFault;
import io.cupel.files.text.FileFault;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;

/** Writes rows to a Parquet file, which is there when {@link #finish} was called. */
public final class ParquetRows implements Closeable {
    private static final String FAILED = "cannot be written as Parquet";
    private static final String SMALLER = "write CSV or JSON Lines instead, or fewer rows to a file";
    private static final String TABLE = "cupel_rows";

    /**
     * A column.
     *
     * @param isInstant whether it holds times ({@code TIMESTAMP WITH TIME ZONE}), and not texts
     */
    public record Column(String name, boolean isInstant) {}

    private final Duck duck;
    private final Path file;
    private final List<Column> columns;
    private final DuckDBAppender appender;
    private boolean isClosed;

    private ParquetRows(Duck duck, Path file, List<Column> columns, DuckDBAppender appender) {
        this.duck = duck;
        this.file = file;
        this.columns = columns;
        this.appender = appender;
    }

    /**
     * Takes rows for a file that may stand there already, and is then replaced.
     *
     * @throws FileFault if DuckDB does not run on this system
     * @throws TempFault if nothing can be written to the folder of temporary files, now or later
     */
    public static ParquetRows open(Path file, List<Column> columns) throws IOException {
        return open(file, columns, Duck.Room.USUAL);
    }

    static ParquetRows open(Path file, List<Column> columns, Duck.Room room) throws IOException {
        Duck duck = Duck.of(file, room);
        List<String> types = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            types.add("c" + i + (columns.get(i).isInstant() ? " timestamptz" : " varchar"));
        }
        try {
            duck.run("create table " + TABLE + " (" + String.join(", ", types) + ")");
            DuckDBAppender appender = duck.connection().createAppender("main", TABLE);
            return new ParquetRows(duck, file, List.copyOf(columns), appender);
        } catch (SQLException e) {
            duck.close();
            throw duck.fault(e, FAILED, SMALLER);
        }
    }

    /**
     * Takes a row.
     *
     * @param cells as many as columns: of a time its microseconds since 1970 UTC, else a text; null for nothing
     * @throws IOException if there is no room for it
     */
    public void add(List<? extends @Nullable Object> cells) throws IOException {
        if (cells.size() != columns.size()) {
            throw new IllegalArgumentException("a row has as many cells as there are columns");
        }
        try {
            appender.beginRow();
            for (Object cell : cells) {
                if (cell == null) {
                    appender.appendNull();
                } else if (cell instanceof Long micros) {
                    appender.appendEpochMicros(micros);
                } else {
                    appender.append(cell.toString());
                }
            }
            appender.endRow();
        } catch (SQLException e) {
            throw duck.fault(e, FAILED, SMALLER);
        }
    }

    /**
     * Writes the file.
     *
     * @throws IOException if that fails, as on a full disk; the file is then of no use
     */
    public void finish() throws IOException {
        String names = IntStream.range(0, columns.size())
                .mapToObj(i -> "c" + i + " as " + Duck.named(columns.get(i).name()))
                .collect(Collectors.joining(", "));
        try {
            appender.close();
            isClosed = true;
            duck.run("copy (select " + names + " from " + TABLE + ") to "
                    + Duck.quoted(file.toAbsolutePath().toString())
                    + " (format parquet, compression zstd, use_tmp_file false)");
        } catch (SQLException e) {
            throw duck.fault(e, FAILED, SMALLER);
        }
    }

    @Override
    public void close() throws IOException {
        try (duck) {
            if (!isClosed) {
                isClosed = true;
                appender.close();
            }
        } catch (SQLException e) {
            throw duck.fault(e, FAILED, SMALLER);
        }
    }
}
