package io.cupel.app.judging;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code judging.rehearsal}: the newest rehearsal of each version. */
final class RehearsalTable {
    /** Whoever counts is heard of more often. */
    private static final Duration SILENCE_MAX = Duration.ofMinutes(1);

    private static final String NOTHING = "-";

    private final JdbcClient db;

    RehearsalTable(JdbcClient db) {
        this.db = db;
    }

    /** Begins a rehearsal, unless one of this version is under way; gives whether it began. */
    boolean begin(UUID run, Rehearsal rehearsal, Instant now) {
        return db.sql("""
                insert into judging.rehearsal (version, run, state, at, heard_at, judged_by, leads, seen, counts)
                values (:version, :run, 'RUNNING', :at, :now, :judged_by, :leads, 0, '')
                    on conflict (version) do update set run = :run, state = 'RUNNING', at = :at, heard_at = :now,
                        judged_by = :judged_by, leads = :leads, seen = 0, counts = ''
                     where rehearsal.state <> 'RUNNING' or rehearsal.heard_at < :silent
                """)
                        .param("version", rehearsal.version())
                        .param("run", run)
                        .param("at", Timestamp.from(rehearsal.at()))
                        .param("now", Timestamp.from(now))
                        .param("judged_by", rehearsal.judgedBy())
                        .param("leads", rehearsal.leads())
                        .param("silent", Timestamp.from(now.minus(SILENCE_MAX)))
                        .update()
                > 0;
    }

    /** Writes down how far it has come; gives whether it is still to go on. */
    boolean note(UUID run, Rehearsal.State state, long seen, List<Rehearsal.Change> changes, Instant now) {
        return db.sql("""
                update judging.rehearsal set state = :state, seen = :seen, counts = :counts, heard_at = :now
                 where run = :run and state = 'RUNNING'
                """)
                        .param("run", run)
                        .param("state", state.name())
                        .param("seen", seen)
                        .param("counts", written(changes))
                        .param("now", Timestamp.from(now))
                        .update()
                > 0;
    }

    void stop(int version) {
        db.sql("update judging.rehearsal set state = 'STOPPED' where version = :version and state = 'RUNNING'")
                .param("version", version)
                .update();
    }

    Optional<Rehearsal> find(int version, Instant now) {
        return db.sql("""
                select version, state, at, heard_at, judged_by, leads, seen, counts
                  from judging.rehearsal where version = :version
                """)
                .param("version", version)
                .query((row, index) -> rehearsal(row, now))
                .optional();
    }

    private static Rehearsal rehearsal(ResultSet row, Instant now) throws SQLException {
        Rehearsal.State state = Rehearsal.State.valueOf(row.getString("state"));
        boolean isSilent = row.getTimestamp("heard_at").toInstant().isBefore(now.minus(SILENCE_MAX));
        return new Rehearsal(
                row.getInt("version"),
                state == Rehearsal.State.RUNNING && isSilent ? Rehearsal.State.LOST : state,
                row.getTimestamp("at").toInstant(),
                row.getInt("judged_by"),
                row.getLong("leads"),
                row.getLong("seen"),
                read(row.getString("counts")));
    }

    private static String written(List<Rehearsal.Change> changes) {
        StringBuilder text = new StringBuilder();
        changes.forEach(each -> text.append(each.from())
                .append(' ')
                .append(each.waitedFor() == null ? NOTHING : each.waitedFor())
                .append(' ')
                .append(each.to())
                .append(' ')
                .append(each.waitFor() == null ? NOTHING : each.waitFor())
                .append(' ')
                .append(each.leads())
                .append('\n'));
        return text.toString();
    }

    private static List<Rehearsal.Change> read(String written) {
        List<Rehearsal.Change> changes = new ArrayList<>();
        for (String line : written.lines().toList()) {
            List<String> words = List.of(line.split(" ", -1));
            changes.add(new Rehearsal.Change(
                    words.get(0),
                    orNull(words.get(1)),
                    words.get(2),
                    orNull(words.get(3)),
                    Long.parseLong(words.get(4))));
        }
        return changes;
    }

    private static @Nullable String orNull(String word) {
        return word.equals(NOTHING) ? null : word;
    }
}
