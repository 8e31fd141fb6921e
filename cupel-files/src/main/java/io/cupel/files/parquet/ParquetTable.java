package io.cupel.files.parquet;

import io.cupel.files.text.FileFault;
import io.cupel.files.text.Opening;
import io.cupel.files.text.Row;
import io.cupel.files.text.Source;
import io.cupel.files.text.Table;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The table of a Parquet file, its values as texts: times with an offset as ISO 8601 writes them in UTC, lists with
 * semicolons between their parts, what is nested as JSON, nothing as an empty text. A row's line is its number.
 */
public final class ParquetTable implements Table {
    private static final int COLUMNS_MAX = 2_000;
    private static final String DAMAGED = "is a Parquet file that is damaged; copy or download it again";

    private final Duck duck;
    private final RowProgress progress;
    private final List<ParquetColumn> columns;
    private @Nullable Statement statement;
    private @Nullable ResultSet rows;
    /** The rows that are wanted by their numbers from 0, in a table of this name; null for all. */
    private @Nullable String wanted;

    private boolean isAtEnd;
    private long line;
    private long passedOver;

    private ParquetTable(Duck duck, RowProgress progress, List<ParquetColumn> columns) {
        this.duck = duck;
        this.progress = progress;
        this.columns = List.copyOf(columns);
    }

    /**
     * Reads the names of the columns; the rows are read as they are asked for.
     *
     * @param opening hears how far the reading is
     * @throws FileFault if the file is damaged, or DuckDB does not run on this system
     * @throws IOException if it cannot be read
     */
    public static ParquetTable open(Path file, Opening opening) throws IOException {
        return open(file, opening, Duck.Room.USUAL);
    }

    static ParquetTable open(Path file, Opening opening, Duck.Room room) throws IOException {
        Source.expectRegular(file);
        Duck duck = Duck.of(file, room);
        try {
            List<ParquetColumn> columns = columns(duck);
            if (columns.size() > COLUMNS_MAX) {
                throw new FileFault(file.toString(), "has more than 2,000 columns");
            }
            return new ParquetTable(duck, RowProgress.of(duck, file, opening), columns);
        } catch (SQLException e) {
            duck.close();
            throw duck.fault(e, DAMAGED);
        } catch (IOException e) {
            duck.close();
            throw e;
        }
    }

    private static List<ParquetColumn> columns(Duck duck) throws SQLException {
        List<ParquetColumn> columns = new ArrayList<>();
        try (Statement statement = duck.statement();
                ResultSet described = statement.executeQuery("describe select * from " + duck.rows(""))) {
            while (described.next()) {
                columns.add(ParquetColumn.of(described.getString(1), described.getString(2)));
            }
        }
        return columns;
    }

    @Override
    public List<String> header() {
        return columns.stream().map(ParquetColumn::name).toList();
    }

    @Override
    public long headerLine() {
        return 1;
    }

    @Override
    public @Nullable Row next() throws IOException {
        if (isAtEnd) {
            return null;
        }
        try {
            ResultSet each = rows == null ? start() : rows;
            while (each.next()) {
                count(each);
                List<String> cells = new ArrayList<>(columns.size());
                for (int i = 0; i < columns.size(); i++) {
                    cells.add(columns.get(i).cell(each, i + 1));
                }
                if (!cells.stream().allMatch(String::isBlank)) {
                    return new Row(line, String.join(",", cells), cells, null);
                }
                passedOver++;
            }
            return null;
        } catch (SQLException e) {
            throw fault(e);
        }
    }

    private void count(ResultSet each) throws SQLException, InterruptedIOException {
        if (wanted == null) {
            line++;
            progress.passed(line);
        } else {
            line = each.getLong(columns.size() + 1) + 1; // it passed before
        }
    }

    private ResultSet start() throws SQLException {
        String texts = columns.stream().map(ParquetColumn::sql).collect(Collectors.joining(", "));
        String number = PartedTable.ROW_NUMBER;
        String some = wanted == null
                ? "select " + texts + " from " + duck.rows("")
                : "select " + texts + ", " + number + " from " + duck.rows(PartedTable.NUMBERED) + " where " + number
                        + " in (select n from " + wanted + ") order by " + number;
        Statement asked = duck.statement();
        statement = asked;
        ResultSet found = duck.ask(asked, some);
        rows = found;
        return found;
    }

    List<ParquetColumn> columns() {
        return columns;
    }

    Duck duck() {
        return duck;
    }

    RowProgress progress() {
        return progress;
    }

    /** From now on gives only some rows, which passed before: their numbers stand in a table of this name. */
    void only(String numbers) {
        if (rows != null) {
            throw new IllegalStateException("the rows are being read");
        }
        wanted = numbers;
    }

    /** From now on gives no rows: all passed before. */
    void end() {
        isAtEnd = true;
    }

    /** What a failure of reading means to a person. */
    IOException fault(SQLException failure) {
        IOException fault = duck.fault(failure, DAMAGED);
        if (Duck.isFull(failure)) {
            throw Duck.noRoom(failure);
        }
        return fault;
    }

    @Override
    public long passedOver() {
        return passedOver;
    }

    @Override
    public List<String> remarks() {
        return List.of();
    }

    @Override
    public void close() throws IOException {
        try (duck) {
            if (rows != null) {
                rows.close();
            }
            if (statement != null) {
                statement.close();
            }
        } catch (SQLException e) {
            throw duck.fault(e, DAMAGED);
        }
    }
}
