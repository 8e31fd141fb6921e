package io.cupel.app.intake;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which messages the table {@code intake.event} has. */
final class MessageTable {
    private final JdbcClient db;

    MessageTable(JdbcClient db) {
        this.db = db;
    }

    Set<UUID> known(Collection<UUID> messages) {
        return db.sql("select message from intake.event where message = any (:messages)")
                .param("messages", messages.toArray(UUID[]::new))
                .query(UUID.class)
                .set();
    }
}
