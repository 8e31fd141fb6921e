package io.cupel.app.judging;

import io.cupel.app.contracts.Schedule;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code judging.turn}: which version of the contract judges from when on. */
final class TurnTable {
    private static final String COLUMNS = """
            select turn.number, version, contract, at, position, turn.state, leads, begun_at, done_at,
                   case when turn.state = 'DONE' then 0
                        else (select count(*) from judging.state where state.turn < turn.number) end as not_yet
              from judging.turn
            """;

    private final JdbcClient db;

    TurnTable(JdbcClient db) {
        this.db = db;
    }

    /** A turn as the judge needs it; {@code from} and {@code made} are those of the schedule. */
    record Row(int number, int version, Instant at, long position, Instant from, long made) {
        /** Whether the schedule has another one behind it. */
        boolean isBefore(Schedule.Turn turn) {
            return turn.from().isAfter(from) || (turn.from().equals(from) && turn.made() > made);
        }
    }

    /** In their order. */
    List<Row> all() {
        return db.sql("select number, version, at, position, active_from, made from judging.turn order by number")
                .query(TurnTable::row)
                .list();
    }

    Optional<Row> row(int number) {
        return db.sql("""
                select number, version, at, position, active_from, made from judging.turn where number = :number
                """).param("number", number).query(TurnTable::row).optional();
    }

    private static Row row(ResultSet row, int index) throws SQLException {
        return new Row(
                row.getInt("number"),
                row.getInt("version"),
                row.getTimestamp("at").toInstant(),
                row.getLong("position"),
                row.getTimestamp("active_from").toInstant(),
                row.getLong("made"));
    }

    /** So many turns below a number, from the newest back. */
    List<Turn> before(int number, int limit) {
        return db.sql(COLUMNS + " where turn.number < :number order by turn.number desc limit :limit")
                .param("number", number)
                .param("limit", limit)
                .query(TurnTable::turn)
                .list();
    }

    Optional<Turn> find(int number) {
        return db.sql(COLUMNS + " where turn.number = :number")
                .param("number", number)
                .query(TurnTable::turn)
                .optional();
    }

    void insert(Row turn, String contract, Turn.State state, Instant now) {
        db.sql("""
                insert into judging.turn (number, version, contract, active_from, made, at, position, state, leads,
                    begun_at, done_at)
                values (:number, :version, :contract, :from, :made, :at, :position, :state,
                    (select count(*) from judging.lead), :now, :done)
                """)
                .param("number", turn.number())
                .param("version", turn.version())
                .param("contract", contract)
                .param("from", Timestamp.from(turn.from()))
                .param("made", turn.made())
                .param("at", Timestamp.from(turn.at()))
                .param("position", turn.position())
                .param("state", state.name())
                .param("now", Timestamp.from(now))
                .param("done", state == Turn.State.DONE ? Timestamp.from(now) : null)
                .update();
    }

    /** The newest turn of which the sweep runs; 0 for none. */
    int running() {
        return db.sql("select coalesce(max(number), 0) from judging.turn where state = 'RUNNING'")
                .query(Integer.class)
                .single();
    }

    /** Whether all leads took a turn. */
    boolean isDone(int turn) {
        return db.sql("select state = 'DONE' from judging.turn where number = :turn")
                .param("turn", turn)
                .query(Boolean.class)
                .single();
    }

    /** All leads took a turn, and so all before it. */
    void done(int turn, Instant now) {
        db.sql("""
                update judging.turn set state = 'DONE', done_at = :now where number <= :turn and state <> 'DONE'
                """).param("turn", turn).param("now", Timestamp.from(now)).update();
    }

    /** Stops a sweep, or has it go on; gives whether it was not done. */
    boolean set(int turn, Turn.State state) {
        return db.sql("update judging.turn set state = :state where number = :turn and state <> 'DONE'")
                        .param("turn", turn)
                        .param("state", state.name())
                        .update()
                > 0;
    }

    void clear() {
        db.sql("delete from judging.turn").update();
    }

    private static Turn turn(ResultSet row, int index) throws SQLException {
        return new Turn(
                row.getInt("number"),
                row.getInt("version"),
                row.getString("contract"),
                row.getTimestamp("at").toInstant(),
                row.getLong("position"),
                Turn.State.valueOf(row.getString("state")),
                row.getLong("leads"),
                row.getLong("not_yet"),
                row.getTimestamp("begun_at").toInstant(),
                instant(row.getTimestamp("done_at")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
