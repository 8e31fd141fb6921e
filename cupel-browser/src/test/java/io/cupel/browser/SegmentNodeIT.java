package io.cupel.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.app.AppUnderTest;
import io.cupel.app.FaultyLine;
import io.cupel.app.intake.EventLog;
import io.cupel.app.intake.LogEntry;
import io.cupel.app.intake.WriteKey;
import io.cupel.app.intake.WriteKeys;
import io.cupel.core.evidence.Origin;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Segment's own library for Node. */
class SegmentNodeIT {
    private static final int EVENTS = 500;

    @RegisterExtension
    static final AppUnderTest app = AppUnderTest.with();

    @Test
    void whatNodeSendsAgainAfterBrokenConnectionsIsThereOnce() throws Exception {
        Path modules = SegmentPackages.fetched();
        String key = app.bean(WriteKeys.class)
                .make(WriteKey.Plan.of("node", Origin.SERVER))
                .secret();
        try (FaultyLine line = FaultyLine.to(app.uri("/"))) {
            Programs.Run run = Programs.run(
                    Path.of("clients"),
                    List.of(Programs.node(), "send.mjs", modules.toString(), line.url(), key, "" + EVENTS));
            assertThat(run.words()).isEmpty();
            assertThat(run.exitCode()).isZero();
            assertThat(line.broken()).isGreaterThan(4);
        }
        List<LogEntry> log = app.bean(EventLog.class).after(0, EventLog.READ_MAX);
        assertThat(log).hasSize(EVENTS);
        for (int i = 0; i < EVENTS; i++) {
            String user = "\"userId\":\"node-" + i + "\"";
            assertThat(log.stream().filter(entry -> entry.call().contains(user)))
                    .as(user)
                    .hasSize(1);
        }
        assertThat(log).allSatisfy(entry -> {
            assertThat(entry.call()).contains("@segment/analytics-node");
            assertThat(entry.occurredAt()).isBeforeOrEqualTo(entry.receivedAt());
        });
        MeterRegistry metrics = app.bean(MeterRegistry.class);
        assertThat(metrics.get("cupel.events.duplicate").counter().count()).isGreaterThan(100);
        assertThat(metrics.get("cupel.events.differing").counter().count()).isZero();
    }
}
