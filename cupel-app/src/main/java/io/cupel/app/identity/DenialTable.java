package io.cupel.app.identity;

import io.cupel.core.evidence.Denial;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code identity.denial}. */
final class DenialTable {
    private static final String READ = """
            select position, id, at, visitor, address,
                   not exists (select from identity.denial restore where restore.undone = denial.id) as holds
              from identity.denial where undone = ''
            """;

    private final JdbcClient db;

    DenialTable(JdbcClient db) {
        this.db = db;
    }

    /** All that was said, in the order of the log. */
    List<Denial> all() {
        return db.sql("select id, at, visitor, address, undone from identity.denial order by position")
                .query((row, index) -> new Denial(
                        row.getString("id"),
                        row.getLong("at"),
                        row.getString("visitor"),
                        row.getString("address"),
                        row.getString("undone"),
                        ""))
                .list();
    }

    Optional<ClaimUndo> find(String id) {
        return db.sql(READ + "and id = :id")
                .param("id", id)
                .query(DenialTable::undo)
                .optional();
    }

    /** Before a position, the newest first; of some addresses, or with none of all. */
    List<ClaimUndo> before(long position, Collection<String> addresses, int limit) {
        return db.sql(READ + """
                and position < :before and (cardinality(:addresses) = 0 or address = any (:addresses))
                order by position desc limit :limit
                """)
                .param("before", position)
                .param("addresses", addresses.toArray(String[]::new))
                .param("limit", limit)
                .query(DenialTable::undo)
                .list();
    }

    void write(Map<Long, Denial> denials) {
        denials.forEach((position, said) -> db.sql("""
                insert into identity.denial (position, id, at, visitor, address, undone)
                values (:position, :id, :at, :visitor, :address, :undone)
                """)
                .param("position", position)
                .param("id", said.id())
                .param("at", said.at())
                .param("visitor", said.visitor())
                .param("address", said.address())
                .param("undone", said.undone())
                .update());
    }

    /** Forgets what was said of these; gives the positions of the entries that say it. */
    List<Long> forget(Collection<String> names) {
        return db.sql("""
                with gone as (
                    delete from identity.denial where visitor = any (:names) or address = any (:names)
                    returning id, position),
                restored as (
                    delete from identity.denial where undone in (select id from gone) returning position)
                select position from gone union all select position from restored
                """)
                .param("names", names.toArray(String[]::new))
                .query(Long.class)
                .list();
    }

    private static ClaimUndo undo(ResultSet row, int index) throws SQLException {
        return new ClaimUndo(
                row.getLong("position"),
                row.getString("id"),
                row.getLong("at"),
                row.getString("visitor"),
                row.getString("address"),
                row.getBoolean("holds"));
    }
}
