package io.cupel.app.intake.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.segment.analytics.Analytics;
import com.segment.analytics.Callback;
import com.segment.analytics.messages.IdentifyMessage;
import com.segment.analytics.messages.Message;
import com.segment.analytics.messages.TrackMessage;
import io.cupel.app.AppUnderTest;
import io.cupel.app.intake.EventLog;
import io.cupel.app.intake.LogEntry;
import io.cupel.app.intake.WriteKey;
import io.cupel.app.intake.WriteKeys;
import io.cupel.core.evidence.Origin;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Segment's own library for Java. */
class SegmentClientIT {
    private static final int EVENTS = 1_000;

    @RegisterExtension
    static final AppUnderTest app = AppUnderTest.with();

    /** Counts what the library says was taken. */
    private static final class Heard implements Callback {
        private final CountDownLatch open = new CountDownLatch(EVENTS);
        private final AtomicInteger failures = new AtomicInteger();

        @Override
        public void success(Message message) {
            open.countDown();
        }

        @Override
        public void failure(Message message, Throwable thrown) {
            failures.incrementAndGet();
            open.countDown();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/"})
    void aThousandEventsOfSegmentsJavaClientArriveOnceEach(String end) throws Exception {
        WriteKey.Made key = app.bean(WriteKeys.class).make(WriteKey.Plan.of("java", Origin.SERVER));
        long before = app.bean(EventLog.class).head();
        Heard heard = new Heard();
        String endpoint = app.uri("/").toString().replaceFirst("/$", "");
        Analytics analytics = Analytics.builder(key.secret())
                .endpoint(endpoint + end)
                .flushQueueSize(100)
                .callback(heard)
                .build();
        for (int i = 0; i < EVENTS; i++) {
            analytics.enqueue(
                    i % 10 == 0
                            ? IdentifyMessage.builder()
                                    .userId("u" + i)
                                    .traits(Map.of("email", "u" + i + "@acme.example"))
                            : TrackMessage.builder("Watched").userId("u" + i).properties(Map.of("seconds", i)));
        }
        analytics.flush();
        assertThat(heard.open.await(60, TimeUnit.SECONDS)).isTrue();
        analytics.shutdown();
        assertThat(heard.failures).hasValue(0);
        List<LogEntry> logged = app.bean(EventLog.class).after(before, EventLog.READ_MAX);
        assertThat(logged).hasSize(EVENTS);
        for (int i = 0; i < EVENTS; i++) {
            String user = "\"userId\":\"u" + i + "\"";
            assertThat(logged.stream().filter(entry -> entry.call().contains(user)))
                    .hasSize(1)
                    .allSatisfy(entry -> assertThat(entry.occurredAt()).isBeforeOrEqualTo(entry.receivedAt()));
        }
        assertThat(logged).allSatisfy(entry -> assertThat(entry.call()).contains("analytics-java"));
    }

    @Test
    void aKeyThatIsNotKnownIsAFailureForTheClient() throws Exception {
        Heard heard = new Heard();
        Analytics analytics = Analytics.builder("unknown")
                .endpoint(app.uri("/").toString())
                .flushQueueSize(1)
                .callback(heard)
                .build();
        analytics.enqueue(TrackMessage.builder("Watched").userId("u"));
        analytics.flush();
        for (int i = 0; i < 1_000 && heard.failures.get() == 0; i++) {
            heard.open.await(20, TimeUnit.MILLISECONDS);
        }
        analytics.shutdown();
        assertThat(heard.failures).hasValue(1);
    }
}
