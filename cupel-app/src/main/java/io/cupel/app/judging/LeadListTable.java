package io.cupel.app.judging;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the table {@code judging.lead} as lists. */
final class LeadListTable {
    /** For a stage that was entered before the first event: earlier than any instant of an event. */
    static final long NO_SINCE = -62_135_596_800_000L;

    /** What holds at :now of each row, and which rows a query is about. */
    private static final String CHOSEN = """
            with chosen as (
                select *, coalesce(
                       cast(extract(epoch from case when due <= :now then due else since end) * 1000 as bigint),
                               :no_since) as since_millis
                  from
            """ + CaseTable.ROWS + """
                 where part_of is null
                   and (cardinality(:stages) = 0
                           or (stage = any (:stages) and (due is null or due > :now))
                           or (:nurture and due <= :now))
                   and (cast(:number as bigint) is null or number = :number)
                   and (cast(:company as text) is null or company = :company)
                   and (cast(:fit as text) is null or fit = :fit)
                   and (cast(:grade as text) is null or grade = :grade)
                   and (cast(:min_score as bigint) is null or score >= :min_score)
                   and (cast(:held as boolean) is null or is_held = :held)
                   and (cast(:hand as boolean) is null or (is_hand_raised and (due is null or due > :now)) = :hand))
            """;

    private static final String WITHIN = """
             from chosen
             where (cast(:since as bigint) is null or since_millis >= :since)
               and (cast(:until as bigint) is null or (since_millis < :until and since_millis > :no_since))
            """;

    private static final String BY_NUMBER =
            CHOSEN + "select " + CaseTable.COLUMNS + WITHIN + " and number > :behind order by number limit :limit";

    private static final String BY_SCORE = CHOSEN + "select " + CaseTable.COLUMNS + WITHIN + """
             and (score < :key or (score = :key and number > :behind)) order by score desc, number limit :limit
            """;

    private static final String BY_SINCE = CHOSEN + "select " + CaseTable.COLUMNS + WITHIN + """
             and (since_millis < :key or (since_millis = :key and number > :behind))
             order by since_millis desc, number limit :limit
            """;

    private final JdbcClient db;

    LeadListTable(JdbcClient db) {
        this.db = db;
    }

    /** Leads as they stand at an instant. */
    List<LeadRow> list(LeadQuery query, LeadQuery.Order order, LeadQuery.Behind behind, Instant now, int limit) {
        String sql = switch (order) {
            case NUMBER -> BY_NUMBER;
            case SCORE -> BY_SCORE;
            case SINCE -> BY_SINCE;
        };
        return db.sql(sql)
                .param("now", Timestamp.from(now))
                .param("no_since", NO_SINCE)
                .param("stages", query.stages().toArray(String[]::new))
                .param("nurture", query.stages().contains("nurture"))
                .param("number", query.number())
                .param("company", query.company())
                .param("fit", query.fit())
                .param("grade", query.grade())
                .param("min_score", query.minScore())
                .param("held", query.held())
                .param("hand", query.handRaised())
                .param("since", query.since())
                .param("until", query.until())
                .param("key", behind.key())
                .param("behind", behind.number())
                .param("limit", limit)
                .query((row, index) -> CaseTable.row(row).at(now))
                .list();
    }

    /** Companies behind a domain, in the order of their domains. */
    List<CompanyRow> companies(String behind, int limit) {
        return db.sql("""
                select company, count(*) as leads, max(score) as score, max(usage_score) as usage_score
                  from judging.lead join judging.state using (number)
                 where part_of is null and company > :behind collate "C"
                 group by company order by company collate "C" limit :limit
                """)
                .param("behind", behind)
                .param("limit", limit)
                .query(LeadListTable::company)
                .list();
    }

    /** One company; empty where no lead belongs to it. */
    Optional<CompanyRow> company(String domain) {
        return db.sql("""
                select company, count(*) as leads, max(score) as score, max(usage_score) as usage_score
                  from judging.lead join judging.state using (number)
                 where part_of is null and company = :domain group by company
                """).param("domain", domain).query(LeadListTable::company).optional();
    }

    /** How many leads of a company stand in each stage at an instant. */
    List<CompanyRow.InStage> stages(String domain, Instant now) {
        List<CompanyRow.InStage> stages = new ArrayList<>();
        db.sql("""
                select case when due <= :now then 'nurture' else stage end as present, count(*) as leads
                  from judging.lead where part_of is null and company = :domain group by present order by present
                """).param("domain", domain).param("now", Timestamp.from(now)).query((ResultSet row) -> {
            stages.add(new CompanyRow.InStage(row.getString("present"), row.getLong("leads")));
        });
        return stages;
    }

    private static CompanyRow company(ResultSet row, int index) throws SQLException {
        return new CompanyRow(
                row.getString("company"), row.getLong("leads"), row.getLong("score"), row.getLong("usage_score"));
    }
}
