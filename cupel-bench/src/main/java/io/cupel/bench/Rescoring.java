package io.cupel.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Another version of the contract comes into force, and every lead is judged by it (goal C2): all its events are read
 * and folded anew, and its state is written. No events come in meanwhile.
 */
final class Rescoring {
    /** 60,000 and 200,000 leads a second, as µs a lead. */
    private static final Report.Goal SPEED = new Report.Goal("C2", 16.7, 5);

    private static final String THRESHOLD = "score: 60";

    private final IngestBed bed;
    private final String contract;

    Rescoring(IngestBed bed, Path contract) throws IOException {
        this.bed = bed;
        this.contract = Files.readString(contract);
    }

    void run() throws Exception {
        Spread seconds = new Spread();
        Spread cpu = new Spread();
        Store.Counts before = bed.store().counts();
        for (int i = 1; i <= bed.options().activations(); i++) {
            IngestBed.say(
                    "another version in force, " + i + " of " + bed.options().activations());
            double used = bed.cpuSeconds();
            long begun = System.nanoTime();
            int version = bed.api().putInForce(contract.replace(THRESHOLD, "score: " + (60 + i)));
            bed.store().awaitJudged(version);
            seconds.add((System.nanoTime() - begun) / 1e9);
            cpu.add(bed.cpuSeconds() - used);
            if (bed.store().leads() != before.leads()) {
                throw new IllegalStateException("there are other leads after than before");
            }
        }
        long leads = before.leads();
        Spread micros = seconds.scaled(1e6 / leads);
        Report report = bed.report();
        report.goal(
                SPEED, "all leads judged by another version, µs a lead", micros.median(), List.of(micros.text("%.1f")));
        report.line("  leads a second", seconds.inverse(leads).text("%,.0f"));
        report.line("  seconds", seconds.text("%.1f"));
        report.line("  CPU seconds of server and database", cpu.text("%.1f"));
        report.line(
                "  events a second, each of which is read and folded anew",
                seconds.inverse(before.events()).text("%,.0f"));
        report.figure("rescoredLeadsPerSecond", leads / seconds.median());
        report.figure("rescoredEventsPerSecond", before.events() / seconds.median());
    }
}
