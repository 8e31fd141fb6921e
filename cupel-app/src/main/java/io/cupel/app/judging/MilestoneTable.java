package io.cupel.app.judging;

import io.cupel.core.lifecycle.Milestone;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code judging.milestone}: the way to the states of leads with many events. */
final class MilestoneTable {
    /** Events of a lead from one to the next. */
    static final int BETWEEN = 1_000;

    private final JdbcClient db;

    MilestoneTable(JdbcClient db) {
        this.db = db;
    }

    /** The last of a lead whose events all occurred before an instant, in milliseconds since 1970 UTC. */
    Optional<Milestone> last(long lead, int turn, long before) {
        return db.sql("""
                select position, at, state from judging.milestone
                 where lead = :lead and turn = :turn and at < :before order by position desc limit 1
                """)
                .param("lead", lead)
                .param("turn", turn)
                .param("before", before)
                .query((row, index) -> new Milestone(row.getLong("position"), row.getLong("at"), row.getBytes("state")))
                .optional();
    }

    void add(Map<Long, Milestone> of, int turn) {
        of.forEach((lead, milestone) -> db.sql("""
                insert into judging.milestone (lead, position, turn, at, state)
                values (:lead, :position, :turn, :at, :state)
                    on conflict (lead, position) do update set turn = excluded.turn, at = excluded.at,
                       state = excluded.state
                """)
                .param("lead", lead)
                .param("position", milestone.position())
                .param("turn", turn)
                .param("at", milestone.at())
                .param("state", milestone.state())
                .update());
    }

    /** Of each of these leads those hold no more whose last event occurred after an instant, or of another turn. */
    void drop(Map<Long, Long> sound, int turn) {
        if (!sound.isEmpty()) {
            List<Long> leads = List.copyOf(sound.keySet());
            db.sql("""
                    delete from judging.milestone using unnest(:leads, :instants) as sound (number, until)
                     where lead = sound.number and (at > sound.until or turn <> :turn)
                    """)
                    .param("leads", leads.toArray(Long[]::new))
                    .param("instants", leads.stream().map(sound::get).toArray(Long[]::new))
                    .param("turn", turn)
                    .update();
        }
    }
}
