package io.cupel.app.judging;

import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The table {@code judging.state}: the states of the leads' cases, with what changes as often. Who has the row of a
 * lead may have it catch up; {@link Sweeping} tells why that is enough.
 */
final class StateTable {
    private static final String WRITE = """
            insert into judging.state (number, position, judged_at, score, usage_score, turn, word, written)
            select number, position, epoch + judged * millis, score, usage, turn, word, written
              from (values (timestamptz 'epoch', interval '1 millisecond')) as unit (epoch, millis),
                   unnest(:numbers, :positions, :judged, :scores, :usages, :turns, :words, :written)
                   as judged (number, position, judged, score, usage, turn, word, written)
            """;

    private static final String REWRITE = """
            update judging.state
               set position = judged.position, judged_at = epoch + judged.judged * millis, score = judged.score,
                   usage_score = judged.usage, turn = judged.turn, word = judged.word, written = judged.written
              from (values (timestamptz 'epoch', interval '1 millisecond')) as unit (epoch, millis),
                   unnest(:numbers, :positions, :judged, :scores, :usages, :turns, :words, :written)
                   as judged (number, position, judged, score, usage, turn, word, written)
             where state.number = judged.number
            """;

    private final JdbcClient db;

    StateTable(JdbcClient db) {
        this.db = db;
    }

    /** Writes those that have no state yet. */
    void write(StateRows states) {
        write(WRITE, states);
    }

    /** Writes those that have one; to find that out while writing would take the database longer. */
    void rewrite(StateRows states) {
        write(REWRITE, states);
    }

    private void write(String how, StateRows states) {
        if (states.isEmpty()) {
            return;
        }
        int rows = db.sql(how)
                .param("numbers", states.numbers)
                .param("positions", states.positions)
                .param("judged", states.judged)
                .param("scores", states.scores)
                .param("usages", states.usages)
                .param("turns", states.turns)
                .param("words", states.words)
                .param("written", states.written)
                .update();
        if (rows != states.numbers.length) {
            throw new IllegalStateException("of " + states.numbers.length + " states the database has " + rows);
        }
    }

    /** Makes these leads the caller's until the transaction ends, and waits for those whose they are. */
    void take(Collection<Long> numbers) {
        if (!numbers.isEmpty()) {
            db.sql("select number from judging.state where number = any (:numbers) order by number for update")
                    .param("numbers", numbers.toArray(Long[]::new))
                    .query(Long.class)
                    .list();
        }
    }

    /** Whether any lead did not take a turn yet. */
    boolean isAnyBehind(int turn) {
        return db.sql("select exists (select 1 from judging.state where turn < :turn)")
                .param("turn", turn)
                .query(Boolean.class)
                .single();
    }

    /**
     * Begins a transaction in which leads are leased; waits while somebody holds all. Before anything else: what the
     * transaction sees is not of before.
     */
    void enter() {
        db.sql("lock table judging.state in row share mode").update();
    }

    /** Waits until nobody leases leads, and keeps everybody from it for this transaction. */
    void hold() {
        db.sql("lock table judging.state in exclusive mode").update();
    }
}
