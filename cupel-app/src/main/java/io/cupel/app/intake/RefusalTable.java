package io.cupel.app.intake;

import io.cupel.files.LiveCall;
import io.cupel.files.text.Reason;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code intake.refusal}. */
final class RefusalTable {
    /** That are looked at when somebody is erased. */
    private static final int AT_ONCE = 1_000;

    private final JdbcClient db;

    RefusalTable(JdbcClient db) {
        this.db = db;
    }

    /** Writes refusals within a transaction. */
    static void write(Connection connection, int writeKey, Instant receivedAt, List<LiveCall.Refused> refused)
            throws SQLException {
        String sql = "insert into intake.refusal (received_at, write_key, reason, told, raw) values (?, ?, ?, ?, ?)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (LiveCall.Refused each : refused) {
                statement.setTimestamp(1, Timestamp.from(receivedAt));
                statement.setInt(2, writeKey);
                statement.setString(3, each.reason().name());
                statement.setString(4, each.told());
                statement.setString(5, each.raw());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    List<RefusedCall> before(long number, RefusalQuery query, int limit) {
        Reason reason = query.reason();
        Instant since = query.since();
        return db.sql("""
                select number, received_at, write_key, reason, told, raw from intake.refusal
                 where number < :number and (cast(:write_key as int) is null or write_key = :write_key)
                   and (cast(:reason as text) is null or reason = :reason)
                   and (cast(:since as timestamptz) is null or received_at >= :since)
                 order by number desc limit :limit
                """)
                .param("number", number)
                .param("write_key", query.writeKey())
                .param("reason", reason == null ? null : reason.name())
                .param("since", since == null ? null : Timestamp.from(since))
                .param("limit", limit)
                .query(RefusalTable::refused)
                .list();
    }

    int deleteBefore(Instant instant, int limit) {
        return db.sql("""
                delete from intake.refusal where number in
                    (select number from intake.refusal where received_at < :instant order by received_at limit :limit)
                """)
                .param("instant", Timestamp.from(instant))
                .param("limit", limit)
                .update();
    }

    /** Deletes of a key all but the newest so many; at most the limit at once. */
    int deleteBeyond(int writeKey, int newest, int limit) {
        return db.sql("""
                delete from intake.refusal where number in
                    (select number from intake.refusal
                      where write_key = :write_key
                        and number <= (select number from intake.refusal where write_key = :write_key
                                        order by number desc offset :newest limit 1)
                      order by number limit :limit)
                """)
                .param("write_key", writeKey)
                .param("newest", newest)
                .param("limit", limit)
                .update();
    }

    /** Empties what was kept of calls of which that holds. */
    void erase(Predicate<String> isAbout) {
        long behind = 0;
        List<Kept> some = kept(behind);
        while (!some.isEmpty()) {
            Long[] found = some.stream()
                    .filter(each -> isAbout.test(each.raw))
                    .map(Kept::number)
                    .toArray(Long[]::new);
            if (found.length > 0) {
                db.sql("update intake.refusal set raw = '' where number = any (:numbers)")
                        .param("numbers", found)
                        .update();
            }
            behind = some.get(some.size() - 1).number;
            some = kept(behind);
        }
    }

    private record Kept(long number, String raw) {}

    private List<Kept> kept(long behind) {
        return db.sql("""
                select number, raw from intake.refusal where number > :behind and raw <> ''
                 order by number limit :limit
                """)
                .param("behind", behind)
                .param("limit", AT_ONCE)
                .query((row, index) -> new Kept(row.getLong("number"), row.getString("raw")))
                .list();
    }

    private static RefusedCall refused(ResultSet row, int rowNumber) throws SQLException {
        return new RefusedCall(
                row.getLong("number"),
                row.getTimestamp("received_at").toInstant(),
                row.getInt("write_key"),
                Reason.valueOf(row.getString("reason")),
                row.getString("told"),
                row.getString("raw"));
    }
}
