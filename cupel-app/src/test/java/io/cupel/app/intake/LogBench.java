package io.cupel.app.intake;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.cupel.app.ground.TestDatabase;
import io.cupel.core.evidence.Origin;
import io.cupel.files.LiveCall;
import io.cupel.files.Receipt;
import io.cupel.files.RequestCalls;
import io.cupel.files.text.Refusal;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An instance of the log on the database of a test, with all that stands behind it. */
final class LogBench implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    final HikariDataSource pool;
    final JdbcClient db;
    final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    final LogAppender appender;
    final EventLog log;

    LogBench(TestDatabase database, Arrivals people) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(database.url());
        config.setMaximumPoolSize(4);
        config.setConnectionTimeout(2_000);
        pool = new HikariDataSource(config);
        db = JdbcClient.create(pool);
        Recent recent = new Recent();
        appender = new LogAppender(pool, people, new IntakeMetrics(registry), recent);
        log = new EventLog(appender, new LogTable(db), new RefusalTable(db), recent);
    }

    /** What a request brings, received at an instant. */
    static Submission submission(Instant received, String... calls) {
        List<LiveCall.Accepted> accepted = new ArrayList<>();
        List<LiveCall.Refused> refused = new ArrayList<>();
        try {
            String body = "{\"batch\":[" + String.join(",", calls) + "]}";
            RequestCalls.of(body.getBytes(StandardCharsets.UTF_8))
                    .read(new Receipt(received.toEpochMilli(), false, null))
                    .forEach(call -> {
                        if (call instanceof LiveCall.Accepted one) {
                            accepted.add(one);
                        } else if (call instanceof LiveCall.Refused one) {
                            refused.add(one);
                        }
                    });
        } catch (Refusal refusal) {
            throw new AssertionError(refusal);
        }
        return new Submission(1, Origin.SERVER, received, "10.0.0.1", "test", accepted, refused, null);
    }

    static String page(String id) {
        return "{\"type\":\"page\",\"userId\":\"u\",\"messageId\":\"%s\",\"timestamp\":\"2026-03-01T09:00:00Z\"}"
                .formatted(id);
    }

    Appended append(String... calls) {
        return log.append(submission(NOW, calls)).join();
    }

    List<LogEntry> all() {
        List<LogEntry> all = new ArrayList<>();
        List<LogEntry> next = log.after(0, EventLog.READ_MAX);
        while (!next.isEmpty()) {
            all.addAll(next);
            next = log.after(next.get(next.size() - 1).position(), EventLog.READ_MAX);
        }
        return all;
    }

    void empty() {
        db.sql("truncate intake.event, intake.sender, intake.refusal, intake.differing_copy")
                .update();
        db.sql("update intake.head set position = 0, received_at = '1970-01-01T00:00:00Z'")
                .update();
    }

    @Override
    public void close() {
        appender.close();
        pool.close();
    }
}
