package io.cupel.app.intake;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code intake.differing_copy}. */
final class CopyTable {
    private final JdbcClient db;

    CopyTable(JdbcClient db) {
        this.db = db;
    }

    /** A copy that says something else than the call of the same message id that is kept. */
    record Copy(UUID message, long keptPosition, String keptHash, String copyHash, int writeKey, Instant at) {}

    /** Counts copies within a transaction. */
    static void count(Connection connection, List<Copy> copies) throws SQLException {
        String sql = """
                insert into intake.differing_copy
                    (message, copy_hash, kept_hash, kept_position, write_key, first_at, last_at, times)
                values (?, ?, ?, ?, ?, ?, ?, 1)
                on conflict (message, copy_hash) do update
                    set times = differing_copy.times + 1, last_at = excluded.last_at""";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (Copy copy : copies) {
                statement.setObject(1, copy.message());
                statement.setString(2, copy.copyHash());
                statement.setString(3, copy.keptHash());
                statement.setLong(4, copy.keptPosition());
                statement.setInt(5, copy.writeKey());
                statement.setTimestamp(6, Timestamp.from(copy.at()));
                statement.setTimestamp(7, Timestamp.from(copy.at()));
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    List<DifferingCopy> behind(DifferingCopies.Place place, int limit) {
        return db.sql("""
                select message, kept_position, kept_hash, copy_hash, write_key, first_at, last_at, times
                  from intake.differing_copy where (first_at, message, copy_hash) < (:first_at, :message, :copy_hash)
                 order by first_at desc, message desc, copy_hash desc limit :limit
                """)
                .param("first_at", Timestamp.from(place.firstAt()))
                .param("message", place.message())
                .param("copy_hash", place.copyHash())
                .param("limit", limit)
                .query(CopyTable::copy)
                .list();
    }

    private static DifferingCopy copy(ResultSet row, int number) throws SQLException {
        return new DifferingCopy(
                row.getObject("message", UUID.class),
                row.getLong("kept_position"),
                row.getString("kept_hash"),
                row.getString("copy_hash"),
                row.getInt("write_key"),
                row.getTimestamp("first_at").toInstant(),
                row.getTimestamp("last_at").toInstant(),
                row.getLong("times"));
    }

    int deleteBefore(Instant instant, int limit) {
        return db.sql("""
                delete from intake.differing_copy where (message, copy_hash) in
                    (select message, copy_hash from intake.differing_copy
                      where last_at < :instant order by last_at limit :limit)
                """)
                .param("instant", Timestamp.from(instant))
                .param("limit", limit)
                .update();
    }
}
