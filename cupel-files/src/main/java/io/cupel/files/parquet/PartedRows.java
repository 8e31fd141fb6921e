package io.cupel.files.parquet;

import java.io.Closeable;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of a {@link PartedTable}, one after the other. */
public final class PartedRows implements Closeable {
    private static final int ID = 1;
    private static final int NUMBER = 2;
    private static final int FIRST_PART = 3;

    private final ParquetTable table;
    private final Statement statement;
    private final ResultSet rows;
    private final long[] parts;
    private final long[] times;
    private @Nullable UUID id;
    private long number;
    private long passed;

    PartedRows(ParquetTable table, String sql, PartedTable.Plan plan) throws SQLException {
        this.table = table;
        this.parts = new long[plan.parts().size()];
        this.times = new long[plan.times().size()];
        this.statement = table.duck().statement();
        this.rows = statement.executeQuery(sql);
    }

    /** Goes to the next row; false where there is none. */
    public boolean next() throws IOException {
        try {
            if (!rows.next()) {
                return false;
            }
            id = (UUID) rows.getObject(ID);
            number = rows.getLong(NUMBER);
            for (int i = 0; i < parts.length; i++) {
                parts[i] = rows.getLong(FIRST_PART + i);
            }
            for (int i = 0; i < times.length; i++) {
                times[i] = rows.getLong(FIRST_PART + parts.length + i);
            }
        } catch (SQLException e) {
            throw table.fault(e);
        }
        table.progress().passed(++passed);
        return true;
    }

    /** The row's message id; null where it has none, or one that is not written as UUIDs are. */
    public @Nullable UUID id() {
        return id;
    }

    /** The row's number in the file, counted from 0. */
    public long number() {
        return number;
    }

    /** The number by which {@link PartedTable#each} told the combination that the row has. */
    public long part(int part) {
        return parts[part];
    }

    /** A time in microseconds since 1970 UTC, or {@link PartedTable#NOTHING}. */
    public long time(int time) {
        return times[time];
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
