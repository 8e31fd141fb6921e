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

    void clear() {
        db.update("truncate judging.transition");
    }

    /** Of leads, oldest first; of one instant by lead, and then in the order in which they happened. */
    List<Changed> of(Collection<Long> leads) {
        return db.query("""
                select lead, position, at, from_stage, to_stage, why, cycle, detail, score_micros, fit, evidence,
                       contract
                  from judging.transition where lead = any (?) order by at, lead, number
                """, (row, index) -> changed(row), (Object) leads.toArray(Long[]::new));
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
