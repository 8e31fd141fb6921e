package io.cupel.app.ground;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class SchemasIT {
    @Test
    void whatIsKnownOfALeadIsKeptWhenItsStateComesToStandApart() throws SQLException {
        TestDatabase fresh = TestDatabase.fresh();
        DataSource database = new DriverManagerDataSource(fresh.url());
        Schemas.migrateTo(
                database, Map.of("people", "1", "intake", "1", "identity", "6", "contracts", "1", "judging", "8"));
        try (Connection connection = fresh.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    insert into judging.lead (number, id, position, judged_at, stage, cycle, is_hand_raised, fit, score,
                        usage_score, contract, written, turn, told)
                    values (7, 'ann', 12, '2026-03-01T10:00:00Z', 'mql', 1, false, 'pass', 61, 3, 'w@1', '\\x0102', 2,
                        '{"lead.n":1}')
                    """);
            Schemas.migrate(database);
            try (ResultSet row = statement.executeQuery("""
                    select id, stage, told, position, extract(epoch from judged_at) as judged, score, usage_score, turn,
                           encode(written, 'hex') as written
                      from judging.lead join judging.state using (number) where number = 7
                    """)) {
                assertThat(row.next()).isTrue();
                assertThat(row.getString("id") + " " + row.getString("stage") + " " + row.getString("told"))
                        .isEqualTo("ann mql {\"lead.n\":1}");
                assertThat(row.getLong("position")).isEqualTo(12);
                assertThat(row.getLong("judged")).isEqualTo(1_772_359_200);
                assertThat(row.getLong("score")).isEqualTo(61);
                assertThat(row.getLong("usage_score")).isEqualTo(3);
                assertThat(row.getInt("turn")).isEqualTo(2);
                assertThat(row.getString("written")).isEqualTo("0102");
            }
        }
    }
}
