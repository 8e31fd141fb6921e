package io.cupel.app.judging;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads of the table {@code judging.lead} what waits in the review tray. */
final class TrayTable {
    private static final String CHOSEN = """
             from
            """ + CaseTable.ROWS + """
             where part_of is null and waiting_since is not null
               and (cast(:cause as text) is null or waiting_cause = :cause)
               and (cast(:target as text) is null or coalesce(waiting_target, 'BACK') = :target)
               and (cast(:since as timestamptz) is null or waiting_since = :since)
            """;

    private final JdbcClient db;

    TrayTable(JdbcClient db) {
        this.db = db;
    }

    /** Those that wait longest first; of one instant by their numbers. */
    List<LeadRow> list(TrayQuery query, Instant behindSince, long behind, int limit) {
        return asked("select " + CaseTable.COLUMNS + CHOSEN + """
               and (waiting_since, number) > (:behind_since, :behind)
             order by waiting_since, number limit :limit
            """, query)
                .param("behind_since", Timestamp.from(behindSince))
                .param("behind", behind)
                .param("limit", limit)
                .query((row, index) -> CaseTable.row(row))
                .list();
    }

    /** Of these leads the ones that wait. */
    List<LeadRow> of(Collection<Long> numbers) {
        return db.sql("select " + CaseTable.COLUMNS + " from" + CaseTable.ROWS + """
                 where part_of is null and waiting_since is not null and number = any (:numbers) order by number
                """)
                .param("numbers", numbers.toArray(Long[]::new))
                .query((row, index) -> CaseTable.row(row))
                .list();
    }

    /** How many wait, by what they wait for. */
    List<Tray.Count> counts(TrayQuery query) {
        return asked(
                        "select waiting_cause, coalesce(waiting_target, 'BACK') as target, waiting_since,"
                                + " waiting_contract, count(*) as leads" + CHOSEN + """
             group by waiting_cause, target, waiting_since, waiting_contract
             order by waiting_since, waiting_cause, target, waiting_contract limit 1000
            """,
                        query)
                .query((row, index) -> new Tray.Count(
                        row.getString("waiting_cause"),
                        row.getString("target"),
                        row.getTimestamp("waiting_since").toInstant(),
                        row.getString("waiting_contract"),
                        row.getLong("leads")))
                .list();
    }

    long count(TrayQuery query) {
        return asked("select count(*)" + CHOSEN, query).query(Long.class).single();
    }

    private JdbcClient.StatementSpec asked(String sql, TrayQuery query) {
        return db.sql(sql)
                .param("cause", query.cause() == null ? null : query.cause().name())
                .param("target", query.target())
                .param("since", timestamp(query.since()));
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }
}
