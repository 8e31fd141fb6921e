package io.cupel.app.judging;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.LongSupplier;

/** What is measured of judging; docs/intake.md tells the names. */
final class JudgingMetrics {
    private final Counter judged;
    private final Counter failures;
    private final Counter watchFailures;
    private final Counter turned;
    private final Counter told;
    private final Counter sweepFailures;

    /** @param waiting how many entries of the log are not judged yet */
    JudgingMetrics(MeterRegistry registry, LongSupplier waiting) {
        judged = Counter.builder("cupel.judged")
                .description("Entries of the log that this instance judged")
                .register(registry);
        failures = Counter.builder("cupel.judging.failures")
                .description("Batches that could not be judged and were tried again")
                .register(registry);
        watchFailures = Counter.builder("cupel.watching.failures")
                .description("Looks for what machines did that failed and were tried again")
                .register(registry);
        turned = Counter.builder("cupel.turned")
                .description("Leads that this instance had take a turn, because no entry touched them")
                .register(registry);
        told = Counter.builder("cupel.told")
                .description("Leads that this instance had hear what became known about their company")
                .register(registry);
        sweepFailures = Counter.builder("cupel.sweeping.failures")
                .description("Slices of leads that could not catch up and were tried again")
                .register(registry);
        Gauge.builder("cupel.judging.waiting", waiting::getAsLong)
                .description("Entries of the log that are not judged yet")
                .register(registry);
    }

    void judged(int entries) {
        judged.increment(entries);
    }

    void failed() {
        failures.increment();
    }

    void turned(int leads) {
        turned.increment(leads);
    }

    void told(int leads) {
        told.increment(leads);
    }

    void failedToSweep() {
        sweepFailures.increment();
    }

    void failedToWatch() {
        watchFailures.increment();
    }
}
