package io.cupel.app.judging;

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

    /** @param version of the contract by which it is judged; 0 before the first */
    record Row(long position, int version) {}

    /** How far the log is judged, kept for this transaction; empty while another instance judges. */
    Optional<Row> take() {
        return db.sql("select position, version from judging.progress for update skip locked")
                .query((row, index) -> new Row(row.getLong("position"), row.getInt("version")))
                .optional();
    }

    /** From the beginning, by another version of the contract. */
    void begin(int version) {
        db.sql("update judging.progress set position = 0, received_at = to_timestamp(0), version = :version")
                .param("version", version)
                .update();
    }

    long position() {
        return db.sql("select position from judging.progress").query(Long.class).single();
    }

    void move(long position, Instant received) {
        db.sql("update judging.progress set position = :position, received_at = :received")
                .param("position", position)
                .param("received", Timestamp.from(received))
                .update();
    }
}
