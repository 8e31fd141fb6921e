package io.cupel.app.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.app.AppUnderTest;
import io.cupel.core.evidence.Origin;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SweepingIT {
    @RegisterExtension
    static final AppUnderTest app = AppUnderTest.with();

    private static long count(LogBench bench, String table) {
        return bench.db
                .sql("select count(*) from intake." + table)
                .query(Long.class)
                .single();
    }

    @Test
    void whatIsKeptForAWhileGoesInSlicesAndTheLogStays() {
        int key = app.bean(WriteKeys.class)
                .make(WriteKey.Plan.of("swept", Origin.SERVER))
                .key()
                .number();
        SettableClock clock = new SettableClock(LogBench.NOW);
        try (LogBench bench = new LogBench(app.database(), Arrivals.NONE)) {
            bench.append(LogBench.page("old"), "{}");
            bench.append(LogBench.page("old").replace("\"u\"", "\"v\""));
            fill(bench, key);
            Sweeping sweeping = new Sweeping(
                    new LogTable(bench.db),
                    new RefusalTable(bench.db),
                    new CopyTable(bench.db),
                    new WriteKeyTable(bench.db),
                    clock);
            clock.pass(Sweeping.KEPT);
            sweeping.sweep();
            assertThat(count(bench, "sender")).as("not a millisecond too early").isEqualTo(12_001);
            assertThat(count(bench, "differing_copy")).isEqualTo(1);
            clock.pass(Duration.ofMillis(1));
            sweeping.sweep();
            assertThat(bench.db
                            .sql("select ip from intake.sender")
                            .query(String.class)
                            .list())
                    .containsExactly("new");
            assertThat(count(bench, "differing_copy")).isZero();
            List<RefusedCall> kept =
                    new Refusals(new RefusalTable(bench.db)).before(Long.MAX_VALUE, RefusalQuery.ALL, 1_000);
            assertThat(kept).extracting(RefusedCall::writeKey).containsOnly(key);
            assertThat(count(bench, "refusal")).isEqualTo(Refusals.OF_KEY_MAX);
            assertThat(kept.get(0).raw()).isEqualTo("raw 10007");
            assertThat(bench.log.after(0, 10)).hasSize(1);
        }
    }

    /** Old senders, one that is new, and more refusals than are kept. */
    private static void fill(LogBench bench, int key) {
        bench.db.sql("""
                insert into intake.sender (position, until, received_at, ip, user_agent)
                select n, n, cast(:at as timestamptz), 'ip', 'agent' from generate_series(2, 12000) n
                """).param("at", LogBench.NOW.toString()).update();
        Instant later = LogBench.NOW.plus(Sweeping.KEPT);
        bench.db.sql("""
                        insert into intake.sender (position, until, received_at, ip)
                        select 12001, 12001, cast(:at as timestamptz), 'new'
                        """).param("at", later.toString()).update();
        bench.db.sql("""
                insert into intake.refusal (received_at, write_key, reason, told, raw)
                select cast(:at as timestamptz), :key, 'NO_TYPE', 'x', 'raw ' || n from generate_series(1, 10007) n
                """).param("at", later.toString()).param("key", key).update();
    }
}
