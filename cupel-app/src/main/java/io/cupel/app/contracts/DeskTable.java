package io.cupel.app.contracts;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The one row that whoever takes a step holds until the transaction ends. */
@Component
final class DeskTable {
    private final JdbcClient db;

    DeskTable(JdbcClient db) {
        this.db = db;
    }

    void hold() {
        db.sql("select last_version from contracts.desk for update")
                .query(Integer.class)
                .single();
    }

    /** The number of the next version; numbers have no gaps. */
    int nextVersion() {
        return db.sql("update contracts.desk set last_version = last_version + 1 returning last_version")
                .query(Integer.class)
                .single();
    }
}
