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

    /** The position up to which the log is judged, kept for this transaction; empty while another instance judges. */
    Optional<Long> take() {
        return db.sql("select position from judging.progress for update skip locked")
                .query(Long.class)
                .optional();
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
