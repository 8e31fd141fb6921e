package io.cupel.app.judging;

import io.cupel.app.identity.Registers;
import io.cupel.core.evidence.Suspicion.Verdict;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code judging.suspect}. Rows are found by the hash of the event's message id, however long that is. */
final class SuspectTable {
    private static final String LINE = "\n";
    private static final String SELECT = """
            select number, event, who, mark, marked_at, reasons, is_detected,
                   word_at, word_id, word_verdict, word_by, word_received_at
              from judging.suspect
            """;

    private static final String CHOSEN = """
             where mark is not null
               and (cast(:state as text) is null or state = :state)
               and (cast(:reason as text) is null or cast(:reason as text) = any (string_to_array(reasons, E'\\n')))
               and (cast(:whose as uuid[]) is null or who = any (cast(:whose as uuid[])))
               and (cast(:from as bigint) is null or marked_at >= :from)
               and (cast(:to as bigint) is null or marked_at < :to)
            """;

    private static final String WRITE = """
            insert into judging.suspect as known (hash, event, who, state, mark, marked_at, reasons, is_detected,
                   word_at, word_id, word_verdict, word_by, word_received_at)
            select * from unnest(:hashes, :events, :whose, :states, :marks, :marked, :reasons, :detected,
                   :word_ats, :word_ids, :verdicts, :bys, :received)
                on conflict (hash) do update
               set who = excluded.who, state = excluded.state, mark = excluded.mark,
                   marked_at = excluded.marked_at, reasons = excluded.reasons,
                   is_detected = excluded.is_detected, word_at = excluded.word_at, word_id = excluded.word_id,
                   word_verdict = excluded.word_verdict, word_by = excluded.word_by,
                   word_received_at = excluded.word_received_at
            """;

    private final JdbcClient db;

    SuspectTable(JdbcClient db) {
        this.db = db;
    }

    /** What is known of these events, by their message ids. */
    Map<String, SuspectRow> of(Collection<String> events) {
        Map<String, SuspectRow> found = new HashMap<>();
        db.sql(SELECT + " where hash = any (:hashes)")
                .param("hashes", hashes(events))
                .query((row, index) -> row(row))
                .list()
                .forEach(row -> found.put(row.event(), row));
        return found;
    }

    private static UUID[] hashes(Collection<String> events) {
        return events.stream().map(Registers::hashOf).toArray(UUID[]::new);
    }

    /** The newest first. */
    List<SuspectRow> list(SuspectQuery query, @Nullable Set<UUID> whose, long before, int limit) {
        return asked(SELECT + CHOSEN + " and number < :before order by number desc limit :limit", query, whose)
                .param("before", before)
                .param("limit", limit)
                .query((row, index) -> row(row))
                .list();
    }

    long count(SuspectQuery query, @Nullable Set<UUID> whose) {
        return asked("select count(*) from judging.suspect" + CHOSEN, query, whose)
                .query(Long.class)
                .single();
    }

    private JdbcClient.StatementSpec asked(String sql, SuspectQuery query, @Nullable Set<UUID> whose) {
        return db.sql(sql)
                .param("state", query.isMarked() == null ? null : state(query.isMarked()))
                .param("reason", query.reason())
                .param("whose", whose == null ? null : whose.toArray(UUID[]::new))
                .param("from", millis(query.from()))
                .param("to", millis(query.to()));
    }

    private static String state(boolean isMarked) {
        return isMarked ? "MARKED" : "RELEASED";
    }

    void write(Collection<SuspectRow> rows) {
        if (rows.isEmpty()) {
            return;
        }
        JdbcClient.StatementSpec written = db.sql(WRITE)
                .param("hashes", array(rows, row -> Registers.hashOf(row.event()), UUID[]::new))
                .param("events", array(rows, SuspectRow::event, String[]::new))
                .param("whose", array(rows, SuspectRow::who, UUID[]::new))
                .param("states", array(rows, row -> state(row.isMarked()), String[]::new))
                .param("marks", array(rows, row -> mark(row, SuspectRow.Mark::position), Long[]::new))
                .param("marked", array(rows, row -> millis(mark(row, SuspectRow.Mark::at)), Long[]::new))
                .param("reasons", array(rows, row -> String.join(LINE, row.reasons()), String[]::new))
                .param("detected", array(rows, SuspectRow::isDetected, Boolean[]::new));
        withWords(written, rows).update();
    }

    private static JdbcClient.StatementSpec withWords(JdbcClient.StatementSpec written, Collection<SuspectRow> rows) {
        return written.param("word_ats", array(rows, row -> word(row, SuspectRow.Word::at), Long[]::new))
                .param("word_ids", array(rows, row -> word(row, SuspectRow.Word::id), String[]::new))
                .param(
                        "verdicts",
                        array(rows, row -> word(row, word -> word.verdict().name()), String[]::new))
                .param("bys", array(rows, row -> word(row, SuspectRow.Word::by), String[]::new))
                .param("received", array(rows, row -> millis(word(row, SuspectRow.Word::received)), Long[]::new));
    }

    private static <T> @Nullable Object[] array(
            Collection<SuspectRow> rows, Function<SuspectRow, @Nullable T> part, IntFunction<T[]> made) {
        return rows.stream().map(part).toArray(made);
    }

    private static <T> @Nullable T mark(SuspectRow row, Function<SuspectRow.Mark, T> part) {
        return row.mark() == null ? null : part.apply(row.mark());
    }

    private static <T> @Nullable T word(SuspectRow row, Function<SuspectRow.Word, T> part) {
        return row.word() == null ? null : part.apply(row.word());
    }

    /** Forgets what was said of somebody who is erased: by a name of his, or by entries that were his. */
    void forget(Collection<UUID> whose, Collection<Long> positions) {
        db.sql("delete from judging.suspect where who = any (:whose) or mark = any (:positions)")
                .param("whose", whose.toArray(UUID[]::new))
                .param("positions", positions.toArray(Long[]::new))
                .update();
    }

    private static @Nullable Long millis(@Nullable Instant at) {
        return at == null ? null : at.toEpochMilli();
    }

    private static SuspectRow row(ResultSet row) throws SQLException {
        long mark = row.getLong("mark");
        boolean isMarked = !row.wasNull();
        String verdict = row.getString("word_verdict");
        String reasons = row.getString("reasons");
        return new SuspectRow(
                row.getLong("number"),
                row.getString("event"),
                Objects.requireNonNull(row.getObject("who", UUID.class)),
                isMarked ? new SuspectRow.Mark(mark, Instant.ofEpochMilli(row.getLong("marked_at"))) : null,
                reasons.isEmpty() ? List.of() : List.of(reasons.split(LINE, -1)),
                row.getBoolean("is_detected"),
                verdict == null
                        ? null
                        : new SuspectRow.Word(
                                row.getLong("word_at"),
                                row.getString("word_id"),
                                Verdict.valueOf(verdict),
                                row.getString("word_by"),
                                Instant.ofEpochMilli(row.getLong("word_received_at"))));
    }
}
