package io.cupel.app.contracts;

import io.cupel.app.contracts.Act.Step;
import io.cupel.app.ground.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who did what to drafts and versions, and when. Append-only. */
@Component
final class ActTable {
    private final JdbcClient db;

    ActTable(JdbcClient db) {
        this.db = db;
    }

    /** The act's own number is given by the table. */
    void insert(Act act) {
        db.sql("""
                        insert into contracts.act (at, person_id, step, version, draft_id, note)
                        values (:at, :person, :step, :version, :draft, :note)
                        """)
                .param("at", Times.written(act.at()))
                .param("person", act.person())
                .param("step", act.step().name().toLowerCase(Locale.ROOT))
                .param("version", act.version())
                .param("draft", act.draft())
                .param("note", act.note())
                .update();
    }

    /** From the oldest on; of one version, or of all. */
    List<Act> after(long id, @Nullable Integer version, int limit) {
        return db.sql("""
                        select id, at, person_id, step, version, draft_id, note
                          from contracts.act
                         where id > :id and (cast(:version as int) is null or version = :version)
                         order by id limit :limit
                        """)
                .param("id", id)
                .param("version", version, Types.INTEGER)
                .param("limit", limit)
                .query(ActTable::act)
                .list();
    }

    private static Act act(ResultSet row, int count) throws SQLException {
        return new Act(
                row.getLong("id"),
                Times.read(row, "at"),
                row.getObject("person_id", Long.class),
                Step.valueOf(row.getString("step").toUpperCase(Locale.ROOT)),
                row.getObject("version", Integer.class),
                row.getObject("draft_id", Long.class),
                row.getString("note"));
    }
}
