package io.cupel.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Another version of the contract comes into force, and every lead is judged by it and written (goal C2). With another
 * threshold each lead's score stays what it is, so that no event is read; with other points for a signal all events are
 * read and folded anew of the leads that did what it is about. No events come in meanwhile. The time runs from before
 * the version is proposed until the last lead is written.
 */
final class Rescoring {
    /** 60,000 and 200,000 leads a second, as µs a lead. */
    private static final Report.Goal SPEED = new Report.Goal("C2", 16.7, 5);

    private static final String THRESHOLD = "score: 60";
    /** Of the signal "Any page", of which nearly every lead has an event. */
    private static final String POINTS = "points: 0.5";

    private final IngestBed bed;
    private final String contract;

    Rescoring(IngestBed bed, Path contract) throws IOException {
        this.bed = bed;
        this.contract = Files.readString(contract);
    }

    void run() throws Exception {
        time("another threshold", "rescored", THRESHOLD, "score: 6");
        time("other points, events read", "refolded", POINTS, "points: 0.");
    }

    /**
     * The first activations do not count, for Java compiles meanwhile.
     *
     * @param to gets a digit from 1 on behind it, another one than before
     */
    private void time(String what, String figure, String from, String to) throws Exception {
        Spread seconds = new Spread();
        Spread sweeps = new Spread();
        Spread cpu = new Spread();
        Store.Counts before = bed.store().counts();
        int warmUps = bed.options().warmUpActivations();
        for (int i = 1 - warmUps; i <= bed.options().activations(); i++) {
            IngestBed.say(
                    i < 1
                            ? what + ", to warm up"
                            : what + ", " + i + " of " + bed.options().activations());
            int digit = 1 + (i + warmUps - 1) % 9;
            if (i == 1) {
                List.of(seconds, sweeps, cpu).forEach(Spread::clear);
            }
            double used = bed.cpuSeconds();
            long begun = System.nanoTime();
            int version = bed.api().putInForce(contract.replaceFirst(from, to + digit));
            bed.store().awaitJudged(version);
            seconds.add((System.nanoTime() - begun) / 1e9);
            sweeps.add(bed.store().lastSweepMillis() / 1e3);
            cpu.add(bed.cpuSeconds() - used);
            if (bed.store().leads() != before.leads()) {
                throw new IllegalStateException("there are other leads after than before");
            }
        }
        long leads = before.leads();
        Spread micros = seconds.scaled(1e6 / leads);
        Report report = bed.report();
        report.goal(
                SPEED, "all leads judged by " + what + ", µs a lead", micros.median(), List.of(micros.text("%.1f")));
        report.line("  leads a second", seconds.inverse(leads).text("%,.0f"));
        report.line("  the sweep alone, leads a second", sweeps.inverse(leads).text("%,.0f"));
        report.line(
                "  CPU of server and database, µs a lead",
                cpu.scaled(1e6 / leads).text("%.1f"));
        report.line("  events that these leads have", String.format(Locale.ROOT, "%,d", before.events()));
        report.figure(figure + "LeadsPerSecond", leads / seconds.median());
        report.figure(figure + "SweptPerSecond", leads / sweeps.median());
    }
}
