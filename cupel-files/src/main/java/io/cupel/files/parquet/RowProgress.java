package io.cupel.files.parquet;

import io.cupel.files.text.Opening;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Tells how far the reading of a Parquet file is: as much of its bytes as of its rows. */
final class RowProgress {
    /** So many rows at a time. */
    private static final int STEP = 4_096;

    private final Opening opening;
    private final long bytes;
    private final long rows;
    private long told;

    private RowProgress(Opening opening, long bytes, long rows) {
        this.opening = opening;
        this.bytes = bytes;
        this.rows = rows;
    }

    static RowProgress of(Duck duck, Path file, Opening opening) throws IOException, SQLException {
        try (Statement statement = duck.statement();
                ResultSet counted = statement.executeQuery("select count(*) from " + duck.rows(""))) {
            counted.next();
            return new RowProgress(opening, Files.size(file), counted.getLong(1));
        }
    }

    /** How many rows the file says that it has. */
    long rows() {
        return rows;
    }

    /**
     * So many rows are read by now.
     *
     * @throws InterruptedIOException if whoever reads is to stop
     */
    void passed(long count) throws InterruptedIOException {
        if (count % STEP == 0 || count == rows) {
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedIOException("interrupted");
            }
            long now = count >= rows ? bytes : (long) ((double) bytes * count / rows);
            opening.passed(now - told);
            told = now;
        }
    }
}
