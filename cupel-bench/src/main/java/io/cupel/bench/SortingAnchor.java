package io.cupel.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * What a database in columns needs for a part of the work alone: it reads the calls of a Parquet file as numbers, keeps
 * each message id once and sorts by lead and time. It finds out nothing about who is who and judges nobody.
 */
final class SortingAnchor {
    private static final double NANOS = 1e9;
    private static final String SORTED = """
            CREATE OR REPLACE TEMP TABLE sorted AS
            SELECT id, min(person) AS person, min(moment) AS moment, min(what) AS what
            FROM (
                SELECT message_id::uuid AS id, hash(user_id) AS person, epoch_ms(timestamp) AS moment,
                    hash(type, event, properties) AS what
                FROM '%s')
            GROUP BY id
            ORDER BY person, moment, id
            """;

    private SortingAnchor() {}

    /** Runs it once, with as much memory as Cupel may have; gives its wall time in seconds. */
    static double seconds(Path parquet) throws IOException {
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duck.createStatement()) {
            statement.execute("SET memory_limit = '4GB'");
            statement.execute("SET threads = " + Runtime.getRuntime().availableProcessors());
            long before = System.nanoTime();
            statement.execute(SORTED.formatted(parquet.toString().replace("'", "''")));
            return (System.nanoTime() - before) / NANOS;
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }
}
