package io.cupel.app.judging;

import io.cupel.core.contract.Points;
import io.cupel.core.engine.Fit;
import io.cupel.core.lifecycle.Stage;
import io.cupel.core.lifecycle.Transition;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** The table {@code judging.transition}: every change of stage. Append-only, but for what is erased. */
final class TransitionTable {
    private final JdbcTemplate db;

    TransitionTable(JdbcTemplate db) {
        this.db = db;
    }

    /**
     * A change of stage of a lead.
     *
     * @param lead the number that it had then
     */
    record Changed(long lead, long position, Transition transition, String contract) {}

    void write(List<Changed> all) {
        db.batchUpdate("""
                insert into judging.transition (lead, position, at, from_stage, to_stage, why, cycle, detail,
                    score_micros, fit, evidence, contract) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, all, Math.max(1, all.size()), TransitionTable::fill);
    }

    private static void fill(PreparedStatement row, Changed changed) throws SQLException {
        Transition transition = changed.transition();
        Connection connection = row.getConnection();
        row.setLong(1, changed.lead());
        row.setLong(2, changed.position());
        row.setTimestamp(3, new Timestamp(transition.at()));
        row.setString(4, transition.from().name());
        row.setString(5, transition.to().name());
        row.setString(6, transition.why().name());
        row.setInt(7, transition.cycle());
        row.setString(8, transition.detail());
        row.setLong(9, transition.score().micros());
        row.setString(10, transition.fit().name());
        row.setArray(11, connection.createArrayOf("text", transition.evidence().toArray()));
        row.setString(12, changed.contract());
    }

    /** What is left of these leads' changes of stage says nothing about whom they were. */
    void forget(Collection<Long> leads) {
        db.update("update judging.transition set detail = '', evidence = '{}' where lead = any (?)", (Object)
                leads.toArray(Long[]::new));
    }

    /**
     * Of a lead, oldest first; of one instant by lead, and then in the order in which they happened. With all that
     * happened to those that turned out to be it or were merged into it.
     */
    List<Changed> history(long lead) {
        return db.query("""
                with recursive past (number, until) as (
                    select cast(? as bigint), cast(? as bigint)
                    union
                    (with known as (select * from past)
                     select absorbed.number, known.until from judging.absorbed join known on into_lead = known.number
                     union all
                     select past.part, least(past.until, known.until)
                       from judging.past join known on past.whole = known.number)
                ), whole as (select number, max(until) as until from past group by number)
                select lead, position, at, from_stage, to_stage, why, cycle, detail, score_micros, fit, evidence,
                       contract
                  from judging.transition join whole on whole.number = lead and transition.number <= whole.until
                 order by at, lead, transition.number
                """, (row, index) -> changed(row), lead, Long.MAX_VALUE);
    }

    void clear() {
        db.update("truncate judging.transition");
    }

    private static Changed changed(ResultSet row) throws SQLException {
        Array evidence = row.getArray("evidence");
        List<String> ids = Arrays.asList((String[]) evidence.getArray());
        return new Changed(
                row.getLong("lead"),
                row.getLong("position"),
                new Transition(
                        row.getTimestamp("at").getTime(),
                        Stage.valueOf(row.getString("from_stage")),
                        Stage.valueOf(row.getString("to_stage")),
                        Transition.Why.valueOf(row.getString("why")),
                        row.getInt("cycle"),
                        row.getString("detail"),
                        new Points(row.getLong("score_micros")),
                        Fit.Verdict.valueOf(row.getString("fit")),
                        ids),
                row.getString("contract"));
    }
}
