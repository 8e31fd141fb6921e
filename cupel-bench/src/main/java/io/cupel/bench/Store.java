package io.cupel.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Looks into the database of a server under test. For one thread. */
final class Store implements AutoCloseable {
    private static final long LOOK_NANOS = 2_000_000;
    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(60);

    private final Connection connection;

    private Store(Connection connection) {
        this.connection = connection;
    }

    static Store open(String database) throws SQLException {
        return new Store(DriverManager.getConnection(database));
    }

    Connection connection() {
        return connection;
    }

    /** Everything that a repeated batch must leave as it is. */
    record Counts(long events, long head, long judged, long leads, long transitions) {}

    Counts counts() throws SQLException {
        return new Counts(
                number("select count(*) from intake.event"),
                head(),
                judged(),
                leads(),
                number("select count(*) from judging.transition"));
    }

    /** The position of the last event of the log. */
    long head() throws SQLException {
        return number("select position from intake.head");
    }

    /** Up to which position the log is judged. */
    long judged() throws SQLException {
        return number("select position from judging.progress");
    }

    long leads() throws SQLException {
        return number("select count(*) from judging.lead");
    }

    /** Leads that stand, or stood, at the stage of sales. */
    long qualified() throws SQLException {
        return number("select count(distinct lead) from judging.transition where to_stage = 'MQL'");
    }

    /** What nobody vacuums while the server is timed that stands beside it. */
    static final String NO_VACUUM = " with (autovacuum_enabled = false)";

    /** Waits until the whole log is judged, by any version of the contract. */
    void awaitJudged() throws SQLException {
        awaitJudged(0);
    }

    /** Waits until the whole log, and every lead, is judged by this version or a later one. */
    void awaitJudged(int version) throws SQLException {
        String left = "select count(*) from judging.progress, intake.head where progress.version < " + version
                + " or progress.position < head.position"
                + " or exists (select 1 from judging.turn where state <> 'DONE')";
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (number(left) > 0) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("judging has not reached the head: " + counts());
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    /** How long it took until every lead was judged by the newest version, from when that began to judge. */
    long lastSweepMillis() throws SQLException {
        return number("""
                select cast(extract(epoch from done_at - begun_at) * 1000 as bigint)
                  from judging.turn order by number desc limit 1
                """);
    }

    /** Positions of the events behind one, by the hash of their message ids. */
    Map<UUID, Long> positionsBehind(long position) throws SQLException {
        Map<UUID, Long> positions = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select message, position from intake.event where position > " + position)) {
            while (rows.next()) {
                positions.put(rows.getObject(1, UUID.class), rows.getLong(2));
            }
        }
        return positions;
    }

    /** Refuses a database that acknowledges what a loss of power would take. */
    void mustBeDurable() throws SQLException {
        for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("show " + setting)) {
                rows.next();
                if (!rows.getString(1).equals("on")) {
                    throw new IllegalStateException(setting + " is " + rows.getString(1) + ": nothing is durable");
                }
            }
        }
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    long number(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
