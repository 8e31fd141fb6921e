package io.cupel.app.identity;

import io.cupel.core.evidence.Archive.FiledMerge;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code identity.merge}. */
final class MergeTable {
    private static final String READ = "select number, id, position, one, other, leads, holds from identity.merge ";

    private final JdbcClient db;

    MergeTable(JdbcClient db) {
        this.db = db;
    }

    /** All that hold, in the order of their numbers. */
    List<FiledMerge> holding() {
        return db.sql(READ + "where holds order by number")
                .query(MergeTable::filed)
                .list();
    }

    Optional<FiledMerge> holding(long number) {
        return db.sql(READ + "where holds and number = :number")
                .param("number", number)
                .query(MergeTable::filed)
                .optional();
    }

    /** The numbers of those that hold. */
    List<Long> numbers() {
        return db.sql("select number from identity.merge where holds")
                .query(Long.class)
                .list();
    }

    /** The leads that are one, by their number as one; numbers of others are left out. */
    Map<Long, List<Long>> parts(Collection<Long> numbers) {
        Map<Long, List<Long>> parts = new HashMap<>();
        db.sql(READ + "where holds and number = any (:numbers)")
                .param("numbers", numbers.toArray(Long[]::new))
                .query(MergeTable::filed)
                .list()
                .forEach(merge -> parts.put(merge.number(), merge.leads()));
        return parts;
    }

    Optional<LeadMerge> find(String id) {
        return db.sql(READ + "where id = :id")
                .param("id", id)
                .query(MergeTable::merge)
                .optional();
    }

    /** Before a number, the newest first; of one lead those in which it has a part, with null of all. */
    List<LeadMerge> before(long number, Collection<Long> leads, int limit) {
        return db.sql(READ + """
                where number < :before and (cardinality(:leads) = 0 or leads && :leads)
                order by number desc limit :limit
                """)
                .param("before", number)
                .param("leads", leads.toArray(Long[]::new))
                .param("limit", limit)
                .query(MergeTable::merge)
                .list();
    }

    void write(Collection<FiledMerge> merges, Collection<Long> unmerged) {
        for (FiledMerge merge : merges) {
            db.sql("""
                    insert into identity.merge (number, id, position, one, other, leads, holds)
                    values (:number, :id, :position, :one, :other, :leads, true)
                        on conflict (number) do update set leads = excluded.leads
                    """)
                    .param("number", merge.number())
                    .param("id", merge.id())
                    .param("position", merge.position())
                    .param("one", merge.one())
                    .param("other", merge.other())
                    .param("leads", merge.leads().toArray(Long[]::new))
                    .update();
        }
        if (!unmerged.isEmpty()) {
            db.sql("update identity.merge set holds = false where number = any (:numbers)")
                    .param("numbers", unmerged.toArray(Long[]::new))
                    .update();
        }
    }

    /** Forgets merges that were made by these keys; gives the positions of the entries that made them. */
    List<Long> forget(Collection<String> nodes) {
        return db.sql("delete from identity.merge where one = any (:nodes) or other = any (:nodes) returning position")
                .param("nodes", nodes.toArray(String[]::new))
                .query(Long.class)
                .list();
    }

    void clear() {
        db.sql("truncate identity.merge").update();
    }

    private static FiledMerge filed(ResultSet row, int index) throws SQLException {
        LeadMerge merge = merge(row, index);
        return new FiledMerge(merge.number(), merge.id(), merge.position(), merge.one(), merge.other(), merge.leads());
    }

    private static LeadMerge merge(ResultSet row, int index) throws SQLException {
        return new LeadMerge(
                row.getLong("number"),
                row.getString("id"),
                row.getLong("position"),
                row.getString("one"),
                row.getString("other"),
                Arrays.asList((Long[]) row.getArray("leads").getArray()),
                row.getBoolean("holds"));
    }
}
