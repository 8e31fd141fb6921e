package io.cupel.files.parquet;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.duckdb.DuckDBResultSet;

/** The rows of a {@link PartedTable}, some at a time. */
public final class PartedRows implements Closeable {
    /** So many at most at a time. */
    public static final int MOST = 512;

    private static final int ID = 1;
    private static final int NUMBER = 2;
    private static final int FIRST_PART = 3;

    private final ParquetTable table;
    private final Statement statement;
    private final DuckDBResultSet rows;
    private final long[] highs = new long[MOST];
    private final long[] lows = new long[MOST];
    private final boolean[] areNamed = new boolean[MOST];
    private final long[] numbers = new long[MOST];
    private final long[][] parts;
    private final long[][] times;
    private long passed;

    PartedRows(ParquetTable table, String sql, PartedTable.Plan plan) throws SQLException {
        this.table = table;
        this.parts = new long[plan.parts().size()][MOST];
        this.times = new long[plan.times().size()][MOST];
        this.statement = table.duck().statement();
        this.rows = table.duck().ask(statement, sql).unwrap(DuckDBResultSet.class);
    }

    /** Goes on to the next rows; gives how many they are, 0 where there are no more. */
    public int next() throws IOException {
        int count = 0;
        try {
            while (count < MOST && rows.next()) {
                read(count++);
            }
        } catch (SQLException e) {
            throw table.fault(e);
        }
        return count;
    }

    private void read(int row) throws SQLException, InterruptedIOException {
        UUID id = rows.getUuid(ID);
        areNamed[row] = id != null;
        if (id != null) {
            highs[row] = id.getMostSignificantBits();
            lows[row] = id.getLeastSignificantBits();
        }
        numbers[row] = rows.getLong(NUMBER);
        for (int i = 0; i < parts.length; i++) {
            parts[i][row] = rows.getLong(FIRST_PART + i);
        }
        for (int i = 0; i < times.length; i++) {
            times[i][row] = rows.getLong(FIRST_PART + parts.length + i);
        }
        table.progress().passed(++passed);
    }

    /** Whether one of these rows has a message id that is written as UUIDs are. */
    public boolean isNamed(int row) {
        return areNamed[row];
    }

    /** The first half of a row's message id. */
    public long high(int row) {
        return highs[row];
    }

    /** The second half of a row's message id. */
    public long low(int row) {
        return lows[row];
    }

    /** A row's number in the file, counted from 0. */
    public long number(int row) {
        return numbers[row];
    }

    /** The numbers by which {@link PartedTable#each} told the combinations that the rows have. */
    public long[] part(int part) {
        return parts[part];
    }

    /** A time in microseconds since 1970 UTC, or {@link PartedTable#NOTHING}. */
    public long time(int time, int row) {
        return times[time][row];
    }

    @Override
    public void close() throws IOException {
        try {
            rows.close();
            statement.close();
        } catch (SQLException e) {
            throw table.fault(e);
        }
    }
}
