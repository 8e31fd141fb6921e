package io.cupel.app.intake;

import io.cupel.files.LiveCall;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.function.Supplier;

/** What the doors and the log count. docs/intake.md lists the names. */
final class IntakeMetrics {
    private final MeterRegistry registry;
    private final Timer appends;
    private final DistributionSummary groups;
    private final Counter duplicates;
    private final Counter differing;
    private final Counter failures;

    IntakeMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.appends = Timer.builder("cupel.log.append")
                .description("From a call's arrival in the queue to the commit")
                .publishPercentiles(0.5, 0.99)
                .register(registry);
        this.groups = DistributionSummary.builder("cupel.log.group")
                .description("Calls that were committed together")
                .register(registry);
        this.duplicates = registry.counter("cupel.events.duplicate");
        this.differing = registry.counter("cupel.events.differing");
        this.failures = registry.counter("cupel.log.failures");
    }

    /** Watches how many calls wait. */
    void watchQueue(Supplier<Number> calls) {
        Gauge.builder("cupel.log.queue", calls)
                .description("Calls that wait to be committed")
                .register(registry);
    }

    void committed(Submission submission, Appended appended, Duration waited) {
        appends.record(waited);
        registry.counter("cupel.events.in", "origin", submission.origin().written())
                .increment(appended.fresh());
        duplicates.increment(appended.duplicates());
        differing.increment(appended.differing());
        submission.refused().forEach(this::refused);
        appended.barred().forEach(this::refused);
    }

    void repeated(int calls) {
        duplicates.increment(calls);
    }

    private void refused(LiveCall.Refused call) {
        registry.counter("cupel.events.refused", "reason", call.reason().name()).increment();
    }

    void group(int calls) {
        groups.record(calls);
    }

    void failed() {
        failures.increment();
    }
}
