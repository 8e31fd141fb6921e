package io.cupel.app.people;

import io.cupel.app.ground.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was answered to POSTs with an Idempotency-Key, by token and key. */
@Component
final class AnswerTable {
    /** Old rows that one new row takes along, so that no clock of its own is needed to keep the table small. */
    private static final int SWEPT_MAX = 100;

    private final JdbcClient db;

    AnswerTable(JdbcClient db) {
        this.db = db;
    }

    /** A row as it stands; the answer is null while the first request has not ended. */
    record Row(String request, @Nullable Answer answer) {}

    /** Whether this is the first request of the key. */
    boolean begin(long token, String key, String request, Instant now) {
        return db.sql("""
                                insert into people.answer (token_id, key, request, begun_at)
                                values (:token, :key, :request, :now) on conflict do nothing
                                """)
                        .param("token", token)
                        .param("key", key)
                        .param("request", request)
                        .param("now", Times.written(now))
                        .update()
                == 1;
    }

    Optional<Row> find(long token, String key) {
        return db.sql("""
                        select request, status, content_type, location, tag, body
                          from people.answer where token_id = :token and key = :key
                        """)
                .param("token", token)
                .param("key", key)
                .query(AnswerTable::row)
                .optional();
    }

    /** The rows stay, so that nothing is done twice. */
    void forget(Collection<String> texts) {
        db.sql("""
                update people.answer set body = null, location = null
                 where exists (select 1 from unnest(:texts) as text
                                where position(lower(text) in lower(coalesce(body, '') || coalesce(location, ''))) > 0)
                """).param("texts", texts.toArray(String[]::new)).update();
    }

    void end(long token, String key, Answer answer) {
        db.sql("""
                        update people.answer
                           set status = :status, content_type = :type, location = :location, tag = :tag, body = :body
                         where token_id = :token and key = :key
                        """)
                .param("status", answer.status())
                .param("type", answer.contentType())
                .param("location", answer.location())
                .param("tag", answer.tag())
                .param("body", answer.body())
                .param("token", token)
                .param("key", key)
                .update();
    }

    void forget(long token, String key) {
        db.sql("delete from people.answer where token_id = :token and key = :key")
                .param("token", token)
                .param("key", key)
                .update();
    }

    /** Deletes this key's row where it is older than that, and some others. */
    void sweep(long token, String key, Instant olderThan) {
        db.sql("""
                        delete from people.answer
                         where begun_at < :limit
                           and ((token_id = :token and key = :key) or (token_id, key) in (
                               select token_id, key from people.answer
                                where begun_at < :limit order by begun_at limit :most for update skip locked))
                        """)
                .param("token", token)
                .param("key", key)
                .param("limit", Times.written(olderThan))
                .param("most", SWEPT_MAX)
                .update();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        int status = row.getInt("status");
        Answer answer = row.wasNull()
                ? null
                : new Answer(
                        status,
                        row.getString("content_type"),
                        row.getString("location"),
                        row.getString("tag"),
                        row.getString("body"));
        return new Row(row.getString("request"), answer);
    }
}
