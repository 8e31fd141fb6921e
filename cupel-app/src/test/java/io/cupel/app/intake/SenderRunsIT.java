package io.cupel.app.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.app.AppUnderTest;
import io.cupel.files.LiveCall;
import io.cupel.testkit.Seeds;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** However calls came together, each is told from where it was sent, and nobody else's sender is. */
class SenderRunsIT {
    @RegisterExtension
    static final AppUnderTest app = AppUnderTest.with();

    @Test
    void eachCallHasItsSenderUntilOneThatCameWithItIsErased() {
        try (LogBench bench = new LogBench(app.database(), Arrivals.NONE)) {
            LogTable table = new LogTable(bench.db);
            Seeds.cases(30).check((seed, random) -> {
                bench.empty();
                Map<Long, LiveCall.Sender> sent = new HashMap<>();
                Map<Long, Instant> received = new HashMap<>();
                append(bench, random, sent, received);
                List<Long> all = new ArrayList<>(new TreeSet<>(received.keySet()));
                assertThat(table.senders(all)).isEqualTo(sent);
                int before = rows(bench.db);
                assertThat(before).isLessThanOrEqualTo(sent.size());
                List<Long> erased =
                        all.stream().filter(each -> random.nextInt(6) == 0).toList();
                table.erase(erased);
                Map<Long, LiveCall.Sender> left = table.senders(all);
                assertThat(left.keySet()).doesNotContainAnyElementsOf(erased);
                left.forEach((position, sender) -> assertThat(sender).isEqualTo(sent.get(position)));
                // who came at another time, or from elsewhere, keeps it
                sent.forEach((position, sender) -> {
                    boolean isWithErased = erased.stream()
                            .anyMatch(each -> sender.equals(sent.get(each))
                                    && received.get(position).equals(received.get(each)));
                    assertThat(left.containsKey(position) || isWithErased).isTrue();
                });
            });
        }
    }

    private static void append(
            LogBench bench, Random random, Map<Long, LiveCall.Sender> sent, Map<Long, Instant> received) {
        long position = 0;
        for (int request = 0; request < 8; request++) {
            Instant at = LogBench.NOW.plusMillis(request / 2);
            List<String> calls = new ArrayList<>();
            for (int call = random.nextInt(5); call >= 0; call--) {
                String ip = random.nextInt(3) == 0 ? "203.0.113." + random.nextInt(3) : "10.0.0.1";
                boolean isOwn = !ip.startsWith("10.");
                calls.add("{\"type\":\"page\",\"userId\":\"u\",\"messageId\":\"" + request + "-" + call + "\""
                        + (isOwn ? ",\"context\":{\"ip\":\"" + ip + "\"}" : "") + "}");
                sent.put(++position, new LiveCall.Sender(ip, "test"));
                received.put(position, at);
            }
            bench.log
                    .append(LogBench.submission(at, calls.toArray(String[]::new)))
                    .join();
        }
    }

    private static int rows(JdbcClient db) {
        return db.sql("select count(*) from intake.sender").query(Integer.class).single();
    }
}
