package io.cupel.app.contracts;

import io.cupel.app.contracts.Schedule.Turn;
import io.cupel.app.ground.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Versions; a trigger keeps their content from ever changing. */
@Component
final class VersionTable {
    private final JdbcClient db;

    VersionTable(JdbcClient db) {
        this.db = db;
    }

    /** A version as the table has it, without signatures and without what supersedes it. */
    record Row(
            int number,
            String name,
            String hash,
            String text,
            @Nullable Long draft,
            Instant proposed,
            boolean withdrawn,
            @Nullable Instant activeFrom) {}

    void insert(int number, String name, String hash, String text, @Nullable Long draft, Instant now) {
        db.sql("""
                        insert into contracts.version (number, name, hash, text, draft_id, proposed_at)
                        values (:number, :name, :hash, :text, :draft, :now)
                        """)
                .param("number", number)
                .param("name", name)
                .param("hash", hash)
                .param("text", text)
                .param("draft", draft)
                .param("now", Times.written(now))
                .update();
    }

    void withdraw(int number) {
        db.sql("""
                        update contracts.version set withdrawn = true, active_from = null, activation = null
                         where number = :number
                        """).param("number", number).update();
    }

    void activate(int number, Instant from) {
        db.sql("""
                        update contracts.version
                           set active_from = :from, activation = nextval('contracts.activation')
                         where number = :number
                        """).param("from", Times.written(from)).param("number", number).update();
    }

    Optional<Row> find(int number) {
        return db.sql("""
                        select number, name, hash, text, draft_id, proposed_at, withdrawn, active_from
                          from contracts.version where number = :number
                        """).param("number", number).query(VersionTable::row).optional();
    }

    /** From the newest back; without texts, which lists do not show. */
    List<Row> before(int number, int limit) {
        return db.sql("""
                        select number, name, hash, '' as text, draft_id, proposed_at, withdrawn, active_from
                          from contracts.version where number < :number order by number desc limit :limit
                        """)
                .param("number", number)
                .param("limit", limit)
                .query(VersionTable::row)
                .list();
    }

    Schedule schedule() {
        return new Schedule(db.sql("""
                        select number, active_from, activation from contracts.version where active_from is not null
                        """)
                .query((row, count) ->
                        new Turn(row.getInt("number"), Times.read(row, "active_from"), row.getLong("activation")))
                .list());
    }

    private static Row row(ResultSet row, int count) throws SQLException {
        long draft = row.getLong("draft_id");
        Long from = row.wasNull() ? null : draft;
        return new Row(
                row.getInt("number"),
                row.getString("name"),
                row.getString("hash"),
                row.getString("text"),
                from,
                Times.read(row, "proposed_at"),
                row.getBoolean("withdrawn"),
                Times.readNullable(row, "active_from"));
    }
}
