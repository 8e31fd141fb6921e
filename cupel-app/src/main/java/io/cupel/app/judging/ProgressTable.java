package io.cupel.app.judging;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code judging.progress}: up to where the log is judged. */
final class ProgressTable {
    private final JdbcClient db;

    ProgressTable(JdbcClient db) {
        this.db = db;
    }

    /**
     * How far the log is judged.
     *
     * @param receivedAt whatever is logged behind the position is received then or later
     * @param version of the contract by which it is judged; 0 before the first
     * @param turn rises with every writing
     */
    record Row(long position, Instant receivedAt, int version, long turn) {}

    /** How far the log is judged, kept for this transaction; empty while another instance judges. */
    Optional<Row> take() {
        return db.sql("select position, received_at, version, turn from judging.progress for update skip locked")
                .query(ProgressTable::row)
                .optional();
    }

    /**
     * Waits until no other instance judges, and nobody looks for what machines did, and keeps them from it for this
     * transaction.
     */
    void await() {
        db.sql("select 1 from judging.progress for update").query(Integer.class).single();
        db.sql("select 1 from judging.watch for update").query(Integer.class).single();
    }

    /** From the beginning, by another version of the contract. */
    void begin(int version) {
        db.sql("""
                update judging.progress
                   set position = 0, received_at = to_timestamp(0), version = :version, turn = turn + 1
                """).param("version", version).update();
    }

    Row read() {
        return db.sql("select position, received_at, version, turn from judging.progress")
                .query(ProgressTable::row)
                .single();
    }

    /** Another version judges from an instant on. */
    void turn(int version, Instant at) {
        db.sql("update judging.progress set version = :version, received_at = :at, turn = turn + 1")
                .param("version", version)
                .param("at", Timestamp.from(at))
                .update();
    }

    /** Something else was written. */
    void note() {
        db.sql("update judging.progress set turn = turn + 1").update();
    }

    long position() {
        return read().position();
    }

    void move(long position, Instant received) {
        db.sql("update judging.progress set position = :position, received_at = :received, turn = turn + 1")
                .param("position", position)
                .param("received", Timestamp.from(received))
                .update();
    }

    private static Row row(ResultSet row, int index) throws SQLException {
        return new Row(
                row.getLong("position"),
                row.getTimestamp("received_at").toInstant(),
                row.getInt("version"),
                row.getLong("turn"));
    }
}
