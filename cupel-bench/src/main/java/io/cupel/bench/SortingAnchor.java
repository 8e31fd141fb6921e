package io.cupel.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * What a database in columns needs for a part of the work alone: it reads the calls of a file as numbers, keeps each
 * message id once and sorts by lead and time. It finds out nothing about who is who and judges nobody.
 */
final class SortingAnchor {
    private static final double NANOS = 1e9;
    private static final String FROM_PARQUET = """
            SELECT message_id::uuid AS id, hash(user_id) AS person, epoch_ms(timestamp) AS moment,
                hash(type, event, properties) AS what
            FROM read_parquet('%s')
            """;

    private static final String FROM_LINES = """
            SELECT "messageId" AS id, hash("userId") AS person, epoch_ms(timestamp) AS moment,
                hash(type, event, properties) AS what
            FROM read_json('%s', format = 'newline_delimited', columns = {
                messageId: 'UUID', userId: 'VARCHAR', timestamp: 'TIMESTAMPTZ', type: 'VARCHAR', event: 'VARCHAR',
                properties: 'JSON'})
            """;

    private static final String SORTED = """
            CREATE OR REPLACE TEMP TABLE sorted AS
            SELECT id, min(person) AS person, min(moment) AS moment, min(what) AS what
            FROM (%s)
            GROUP BY id
            ORDER BY person, moment, id
            """;

    private SortingAnchor() {}

    static double secondsFromParquet(Path parquet) throws IOException {
        return seconds(FROM_PARQUET, parquet);
    }

    static double secondsFromLines(Path lines) throws IOException {
        return seconds(FROM_LINES, lines);
    }

    /** Runs it once, with as much memory as Cupel may have; gives its wall time in seconds. */
    private static double seconds(String from, Path file) throws IOException {
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duck.createStatement()) {
            statement.execute("SET memory_limit = '4GB'");
            statement.execute("SET threads = " + Runtime.getRuntime().availableProcessors());
            String name = file.toString().replace("'", "''");
            long before = System.nanoTime();
            statement.execute(SORTED.formatted(from.formatted(name)));
            return (System.nanoTime() - before) / NANOS;
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }
}
