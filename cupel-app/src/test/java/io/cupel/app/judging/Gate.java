package io.cupel.app.judging;

import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.app.ground.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A connection that holds a table, until it is opened, so that others wait in the middle of what they do. */
final class Gate implements AutoCloseable {
    private final Connection connection;
    private final Statement statement;

    private Gate(Connection connection) throws SQLException {
        this.connection = connection;
        this.statement = connection.createStatement();
        connection.setAutoCommit(false);
    }

    /** What lists show of leads can be read, but not written. */
    static Gate beforeLists(TestDatabase database) throws SQLException {
        return new Gate(database.connect()).with("lock table judging.lead in share mode");
    }

    /** Nobody can lease leads. */
    static Gate beforeLeases(TestDatabase database) throws SQLException {
        return new Gate(database.connect()).with("lock table judging.state in exclusive mode");
    }

    /** What became known about companies cannot be read. */
    static Gate beforeWords(TestDatabase database) throws SQLException {
        return new Gate(database.connect()).with("lock table judging.word in access exclusive mode");
    }

    /** Does something in its transaction. */
    Gate with(String sql) throws SQLException {
        statement.execute(sql);
        return this;
    }

    /** Waits until so many others wait for anybody in this database. */
    void awaitWaiting(int others) throws SQLException {
        await("cardinality(pg_blocking_pids(pid)) > 0", others);
    }

    /** Waits until so many others, and no more, wait for this one itself. */
    void awaitBefore(int others) throws SQLException {
        await("pg_blocking_pids(pid) @> array[pg_backend_pid()]", others);
    }

    private void await(String who, int others) throws SQLException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (waiting(who) != others) {
            assertThat(System.nanoTime()).as("%d wait", others).isLessThan(until);
            LockSupport.parkNanos(2_000_000);
        }
    }

    private int waiting(String who) throws SQLException {
        try (ResultSet row = statement.executeQuery(
                "select count(*) from pg_stat_activity where datname = current_database() and " + who)) {
            row.next();
            return row.getInt(1);
        }
    }

    void open() throws SQLException {
        connection.commit();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
