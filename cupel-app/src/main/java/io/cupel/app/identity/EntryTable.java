package io.cupel.app.identity;

import io.cupel.app.ground.BinaryRows;
import io.cupel.core.evidence.Filing;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code identity.entry}. */
final class EntryTable {
    private static final RowMapper<Row> ROW = (row, index) -> new Row(
            row.getLong("subject"), row.getLong("position"), row.getBoolean("is_telling"), row.getString("about"));

    private final JdbcClient db;
    private final JdbcOperations connections;

    EntryTable(JdbcClient db, JdbcOperations connections) {
        this.db = db;
        this.connections = connections;
    }

    /** @param about the company that it is taken to tell about */
    record Row(
            long subject,
            long position,
            boolean isTelling,
            @Nullable String about) {}

    /** In the order of the log. */
    List<Row> ofSubjects(Collection<Long> subjects) {
        return db.sql("""
                select subject, position, is_telling, about from identity.entry
                 where subject = any (:subjects) order by position
                """)
                .param("subjects", subjects.toArray(Long[]::new))
                .query(ROW)
                .list();
    }

    /** Of these the ones behind a position. */
    List<Row> ofSubjects(Collection<Long> subjects, long behind) {
        return db.sql("""
                select subject, position, is_telling, about from identity.entry
                 where subject = any (:subjects) and position > :behind order by position
                """)
                .param("subjects", subjects.toArray(Long[]::new))
                .param("behind", behind)
                .query(ROW)
                .list();
    }

    /** Positions before one, the newest first. */
    List<Long> newest(Collection<Long> subjects, long before, int limit) {
        return db.sql("""
                select position from identity.entry where subject = any (:subjects) and position < :before
                 order by position desc limit :limit
                """)
                .param("subjects", subjects.toArray(Long[]::new))
                .param("before", before)
                .param("limit", limit)
                .query(Long.class)
                .list();
    }

    List<Row> tellingOfSubjects(Collection<Long> subjects) {
        return db.sql("""
                select subject, position, is_telling, about from identity.entry
                 where subject = any (:subjects) and is_telling order by position
                """)
                .param("subjects", subjects.toArray(Long[]::new))
                .query(ROW)
                .list();
    }

    List<Row> about(Collection<String> companies) {
        return db.sql("""
                select subject, position, is_telling, about from identity.entry
                 where about = any (:companies) order by position
                """)
                .param("companies", companies.toArray(String[]::new))
                .query(ROW)
                .list();
    }

    /** Of entries that were not written before. */
    void add(List<Filing.NewEntry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        List<Filing.NewEntry> inOrder =
                new ArrayList<>(entries); // of the key, so that neighbours in its index come together
        inOrder.sort(Comparator.comparingLong(Filing.NewEntry::subject).thenComparingLong(Filing.NewEntry::position));
        BinaryRows rows = new BinaryRows();
        for (Filing.NewEntry each : inOrder) {
            rows.row(4)
                    .bigint(each.subject())
                    .bigint(each.position())
                    .bool(each.isTelling())
                    .text(each.about().orElse(null));
        }
        connections.execute((ConnectionCallback<Integer>) connection -> {
            rows.write(connection, """
                    copy identity.entry (subject, position, is_telling, about) from stdin (format binary)""");
            return entries.size();
        });
    }

    /** Of entries that were written before. */
    void write(List<Filing.NewEntry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        db.sql("""
                insert into identity.entry (subject, position, is_telling, about)
                select * from unnest(:subjects, :positions, :telling, :abouts)
                    on conflict (subject, position) do update set about = excluded.about
                """)
                .param(
                        "subjects",
                        entries.stream().map(Filing.NewEntry::subject).toArray(Long[]::new))
                .param(
                        "positions",
                        entries.stream().map(Filing.NewEntry::position).toArray(Long[]::new))
                .param(
                        "telling",
                        entries.stream().map(Filing.NewEntry::isTelling).toArray(Boolean[]::new))
                .param(
                        "abouts",
                        entries.stream()
                                .map(entry -> entry.about().orElse(null))
                                .toArray(String[]::new))
                .update();
    }

    /** Of entries that are another subject's now. */
    void move(List<Filing.Moved> moved) {
        for (Filing.Moved each : moved) {
            db.sql("""
                    update identity.entry set subject = :subject, is_telling = :telling, about = :about
                     where subject = :before and position = :position
                    """)
                    .param("subject", each.entry().subject())
                    .param("telling", each.entry().isTelling())
                    .param("about", each.entry().about().orElse(null))
                    .param("before", each.from())
                    .param("position", each.entry().position())
                    .update();
        }
    }

    void forget(Collection<Long> positions) {
        db.sql("delete from identity.entry where position = any (:positions)")
                .param("positions", positions.toArray(Long[]::new))
                .update();
    }
}
