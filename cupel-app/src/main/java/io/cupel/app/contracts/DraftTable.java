package io.cupel.app.contracts;

import io.cupel.app.ground.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Drafts, with the text of their last edit. */
@Component
final class DraftTable {
    private final JdbcClient db;

    DraftTable(JdbcClient db) {
        this.db = db;
    }

    long insert(String text, long person, Instant now) {
        return db.sql("""
                        insert into contracts.draft (text, created_at, edited_by, edited_at)
                        values (:text, :now, :person, :now) returning id
                        """)
                .param("text", text)
                .param("person", person)
                .param("now", Times.written(now))
                .query(Long.class)
                .single();
    }

    void edit(long id, String text, long person, Instant now) {
        db.sql("""
                        update contracts.draft
                           set text = :text, revision = revision + 1, edited_by = :person, edited_at = :now,
                               version = null
                         where id = :id
                        """)
                .param("text", text)
                .param("person", person)
                .param("now", Times.written(now))
                .param("id", id)
                .update();
    }

    /** Notes what it was proposed as, or that it no longer is. */
    void proposedAs(long id, @Nullable Integer version) {
        db.sql("update contracts.draft set version = :version, revision = revision + 1 where id = :id")
                .param("version", version)
                .param("id", id)
                .update();
    }

    void delete(long id) {
        db.sql("delete from contracts.draft where id = :id").param("id", id).update();
    }

    int count() {
        return db.sql("select count(*) from contracts.draft")
                .query(Integer.class)
                .single();
    }

    Optional<Draft> find(long id) {
        return db.sql("""
                        select id, text, revision, created_at, edited_by, edited_at, version
                          from contracts.draft where id = :id
                        """).param("id", id).query(DraftTable::draft).optional();
    }

    List<Draft> after(long id, int limit) {
        return db.sql("""
                        select id, text, revision, created_at, edited_by, edited_at, version
                          from contracts.draft where id > :id order by id limit :limit
                        """)
                .param("id", id)
                .param("limit", limit)
                .query(DraftTable::draft)
                .list();
    }

    private static Draft draft(ResultSet row, int number) throws SQLException {
        int version = row.getInt("version");
        Integer proposedAs = row.wasNull() ? null : version;
        return new Draft(
                row.getLong("id"),
                row.getString("text"),
                row.getInt("revision"),
                Times.read(row, "created_at"),
                row.getLong("edited_by"),
                Times.read(row, "edited_at"),
                proposedAs);
    }
}
