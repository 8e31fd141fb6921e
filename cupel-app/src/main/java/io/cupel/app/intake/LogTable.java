package io.cupel.app.intake;

import io.cupel.app.ground.BinaryRows;
import io.cupel.core.evidence.Origin;
import io.cupel.files.LiveCall;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The tables of the log: {@code intake.event}, {@code intake.head}, {@code intake.sender}. An entry whose call is empty
 * is the tombstone of one that was erased: it is found by the hash of its message id alone.
 */
final class LogTable {
    /** The rows of {@code intake.sender} that tell of some positions. */
    private static final String SENDERS = """
            unnest(:positions) as wanted (position) cross join lateral
                (select position, until, ip, user_agent from intake.sender
                  where position <= wanted.position order by position desc limit 1) as sender
             where sender.until >= wanted.position
            """;

    private final JdbcClient db;

    LogTable(JdbcClient db) {
        this.db = db;
    }

    /** Up to where the log goes, and when that was received. */
    record Head(long position, long receivedAtMillis) {}

    /** A call that is in the log. */
    record Known(long position, String call) {}

    /** Locks the head until the transaction ends: one appender at a time, whatever the number of instances. */
    static Head lockHead(Connection connection) throws SQLException {
        String sql = "select position, received_at from intake.head for update";
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            if (!row.next()) {
                throw new SQLException("intake.head has lost its row");
            }
            return new Head(row.getLong(1), row.getTimestamp(2).getTime());
        }
    }

    static void moveHead(Connection connection, Head head) throws SQLException {
        String sql = "update intake.head set position = ?, received_at = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, head.position());
            statement.setTimestamp(2, new Timestamp(head.receivedAtMillis()));
            statement.executeUpdate();
        }
    }

    /** Which of these messages are in the log. */
    static Map<UUID, Known> known(Connection connection, Collection<UUID> messages) throws SQLException {
        String sql = "select message, position, call from intake.event where message = any (?)";
        Map<UUID, Known> known = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            Array array = connection.createArrayOf("uuid", messages.toArray());
            statement.setArray(1, array);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    known.put(row.getObject(1, UUID.class), new Known(row.getLong(2), row.getString(3)));
                }
            }
            array.free();
        }
        return known;
    }

    static void writeEvents(Connection connection, BinaryRows rows) throws SQLException {
        rows.write(connection, """
                copy intake.event (position, received_at, occurred_at, message, write_key, origin, call)
                from stdin (format binary)""");
    }

    List<LogEntry> after(long position, int limit) {
        return db.sql("""
                select position, received_at, occurred_at, write_key, origin, call from intake.event
                 where position > :position and call <> '' order by position limit :limit
                """)
                .param("position", position)
                .param("limit", limit)
                .query(LogTable::entry)
                .list();
    }

    /** The same, only what has one of these texts in it, up to a position. */
    List<LogEntry> telling(List<String> texts, long position, long until, int limit) {
        // finds a text in a third of the time that "like" takes
        String has = IntStream.range(0, texts.size())
                .mapToObj(i -> "strpos(call, :text" + i + ") > 0")
                .collect(Collectors.joining(" or "));
        JdbcClient.StatementSpec statement = db.sql("""
                select position, received_at, occurred_at, write_key, origin, call from intake.event
                 where position > :position and position <= :until and (%s)
                 order by position limit :limit
                """.formatted(has))
                .param("position", position)
                .param("until", until)
                .param("limit", limit);
        for (int i = 0; i < texts.size(); i++) {
            statement = statement.param("text" + i, texts.get(i));
        }
        return statement.query(LogTable::entry).list();
    }

    /** Where in the log these messages are, as far as they are there. */
    Map<UUID, Long> positions(Collection<UUID> messages) {
        Map<UUID, Long> positions = new HashMap<>();
        db.sql("select message, position from intake.event where message = any (:messages) and call <> ''")
                .param("messages", messages.toArray(UUID[]::new))
                .query((ResultSet row) -> {
                    positions.put(row.getObject("message", UUID.class), row.getLong("position"));
                });
        return positions;
    }

    /** From where the calls of these positions were sent, as far as that is still kept. */
    Map<Long, LiveCall.Sender> senders(Collection<Long> positions) {
        Map<Long, LiveCall.Sender> senders = new HashMap<>();
        db.sql("select wanted.position, ip, user_agent from " + SENDERS)
                .param("positions", positions.toArray(Long[]::new))
                .query((ResultSet row) -> {
                    senders.put(
                            row.getLong("position"),
                            new LiveCall.Sender(row.getString("ip"), row.getString("user_agent")));
                });
        return senders;
    }

    List<LogEntry> at(Collection<Long> positions) {
        return db.sql("""
                select position, received_at, occurred_at, write_key, origin, call from intake.event
                 where position = any (:positions) and call <> ''
                """)
                .param("positions", positions.toArray(Long[]::new))
                .query(LogTable::entry)
                .list();
    }

    /** How many of these positions have entries that were not erased. */
    long count(Collection<Long> positions) {
        return db.sql("select count(*) from intake.event where position = any (:positions) and call <> ''")
                .param("positions", positions.toArray(Long[]::new))
                .query(Long.class)
                .single();
    }

    long head() {
        return db.sql("select position from intake.head").query(Long.class).single();
    }

    /** Keeps everybody from appending until the transaction ends; gives the head. */
    LogHead hold() {
        return db.sql("select position, received_at from intake.head for update")
                .query((row, number) -> new LogHead(
                        row.getLong("position"), row.getTimestamp("received_at").toInstant()))
                .single();
    }

    /** Makes tombstones of entries, and forgets from where they were sent, with all that came at once from there. */
    void erase(Collection<Long> positions) {
        db.sql("update intake.event set call = '' where position = any (:positions)")
                .param("positions", positions.toArray(Long[]::new))
                .update();
        db.sql("delete from intake.sender where position in (select sender.position from " + SENDERS + ")")
                .param("positions", positions.toArray(Long[]::new))
                .update();
    }

    /** Nothing is received before this instant from now on; gives the head as it is then. */
    LogHead advance(Instant receivedAt) {
        return db.sql("""
                update intake.head set received_at = greatest(received_at, :received_at)
                returning position, received_at
                """)
                .param("received_at", Timestamp.from(receivedAt))
                .query((row, number) -> new LogHead(
                        row.getLong("position"), row.getTimestamp("received_at").toInstant()))
                .single();
    }

    /** Deletes those of the oldest senders that are older; gives how many these were, at most the limit. */
    int deleteSendersBefore(Instant instant, int limit) {
        return db.sql("""
                delete from intake.sender where received_at < :instant and position in
                    (select position from intake.sender order by position limit :limit)
                """)
                .param("instant", Timestamp.from(instant))
                .param("limit", limit)
                .update();
    }

    private static LogEntry entry(ResultSet row, int number) throws SQLException {
        return new LogEntry(
                row.getLong("position"),
                row.getTimestamp("received_at").toInstant(),
                row.getTimestamp("occurred_at").toInstant(),
                row.getInt("write_key"),
                Origin.read(row.getString("origin")),
                row.getString("call"));
    }
}
