package io.cupel.bench;

import io.cupel.core.contract.Contract;
import io.cupel.core.evidence.Evidence;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The live engine in memory on workload W1 (goal B1) and its agreement with double precision (goal A5). */
final class EngineBench {
    private static final int WARM_UP = 3;
    private static final int EXPLAINED = 1_000;
    private static final Report.Goal SPEED = new Report.Goal("B1", 60, 30);
    private static final Report.Goal SCORES = new Report.Goal("A5", 0.01, 0.0001);
    private static final Report.Goal CROSSINGS = new Report.Goal("A5", 0, 0);

    private final Options options;
    private final Report report = new Report();
    private final Workload workload;
    private final Live live;
    private final List<Map<String, Object>> told;
    private final List<Evidence> logs;
    private final @Nullable Anchor anchor;
    private final Timings opening;
    private final Timings byLead;
    private final Timings byTime;
    private final Timings fast;
    private final Timings signatures;
    private final Timings explaining;

    EngineBench(Options options, Contract contract, Path root) throws IOException, ReflectiveOperationException {
        this.options = options;
        this.workload = new Workload(options.leads(), options.events());
        this.live = new Live(workload, contract);
        this.told = IntStream.range(0, options.leads()).mapToObj(workload::told).toList();
        this.logs = IntStream.range(0, Math.min(EXPLAINED, options.leads()))
                .mapToObj(live::evidence)
                .toList();
        Optional<Anchor> found = Anchor.find(root, options.leads(), options.events());
        this.anchor = found.orElse(null);
        this.opening = new Timings(options.leads());
        this.byLead = new Timings(options.events());
        this.byTime = new Timings(options.events());
        this.fast = new Timings(options.events());
        this.signatures = new Timings(options.events());
        this.explaining = new Timings(logs.size());
    }

    Report run() {
        if (anchor == null) {
            report.line("no anchor beside: ../shared/anchors is not there, or there is no compiler");
        }
        int[] places = workload.byTime();
        int[] leadOfEvents = workload.leadOfEvents();
        List<Timings> all = List.of(opening, byLead, byTime, fast, signatures, explaining);
        for (int round = -WARM_UP; round < options.rounds(); round++) {
            if (round == 0) {
                all.forEach(Timings::clear);
            }
            runRound(places, leadOfEvents);
        }
        reportSpeed();
        reportAgreement();
        return report;
    }

    /** One run of each, the engine and its anchor one after the other. */
    private void runRound(int[] places, int[] leadOfEvents) {
        reopen();
        byTime.time(() -> live.runByTime(places, leadOfEvents));
        signatures.time(() -> live.runSignatures(options.events()));
        explaining.time(() -> live.runExplanations(logs));
        opening.time(this::reopen);
        byLead.time(live::runByLead);
        if (anchor != null) {
            fast.time(anchor::runFast);
        }
    }

    private void reopen() {
        live.forget();
        live.open(told);
    }

    private void reportSpeed() {
        report.goal(SPEED, "live engine, events by lead, ns of CPU an event", byLead.cpuMedian(), beside(byLead));
        report.line("  the same, ns of wall time", byLead.wallText(), anchor == null ? "" : fast.wallText());
        report.line(
                "live engine, events by time, ns of CPU an event",
                beside(byTime).toArray(String[]::new));
        report.line("a lead opened and told its attributes, ns of CPU", opening.cpuText());
        report.line("signature of an event from what it says, ns of CPU", signatures.cpuText());
        report.line("a lead explained from its log, ns of CPU", explaining.cpuText());
        report.figure("liveByLeadCpuNs", byLead.cpuMedian());
        report.figure("liveByTimeCpuNs", byTime.cpuMedian());
        report.figure("openCpuNs", opening.cpuMedian());
        report.figure("signatureCpuNs", signatures.cpuMedian());
        report.figure("explainCpuNs", explaining.cpuMedian());
        if (anchor != null) {
            report.figure("anchorV5CpuNs", fast.cpuMedian());
            report.figure("liveByLeadToV5", byLead.ratioTo(fast));
        }
    }

    private List<String> beside(Timings ours) {
        return anchor == null
                ? List.of(ours.cpuText())
                : List.of(ours.cpuText(), fast.cpuText(), String.format(Locale.ROOT, "%.1fx", ours.ratioTo(fast)));
    }

    private void reportAgreement() {
        Findings ours = Findings.of(live, options.leads());
        ClosedForm closed = new ClosedForm(workload);
        reportAgreement("closed form", Agreement.of(ours, Findings.of(closed, options.leads()), closed));
        if (anchor != null) {
            reportAgreement("anchor V5", Agreement.of(ours, anchor.findings(), closed));
            anchor.runPlain();
            reportAgreement("anchor V0", Agreement.of(ours, anchor.findings(), closed));
        }
        report.line("leads that became MQL", Long.toString(ours.qualified()), known("1056", "10495"));
        report.line(
                "sum of crossing seconds", Long.toString(ours.sumOfCrossings()), known("16398315492", "164738019487"));
        report.line(
                "sum of scores", String.format(Locale.ROOT, "%.6f", ours.sumOfScores()), known("215974.154642", ""));
        report.figure("mqls", ours.qualified());
        report.figure("sumOfCrossings", ours.sumOfCrossings());
        report.figure("sumOfScores", ours.sumOfScores());
        reportMemory();
    }

    private void reportAgreement(String with, Agreement agreement) {
        String score = String.format(Locale.ROOT, "%.7f", agreement.score());
        report.goal(SCORES, "largest difference to the " + with + ", points", agreement.score(), List.of(score));
        report.goal(
                CROSSINGS,
                "  crossings that differ far from the threshold",
                (double) agreement.unexplained(),
                List.of(Long.toString(agreement.unexplained())));
        report.line("  crossings that differ at all", Long.toString(agreement.crossings()));
        report.figure("difference to " + with, agreement.score());
        report.figure("crossings unlike " + with, agreement.crossings());
    }

    /** Check values of the workload, where the size is one of the two that have them. */
    private String known(String small, String large) {
        return switch (options.leads() + "/" + options.events()) {
            case "100000/2000000" -> small;
            case "1000000/20000000" -> large;
            default -> "";
        };
    }

    private void reportMemory() {
        long full = usedAfterCollection();
        live.forget();
        long bytes = (full - usedAfterCollection()) / options.leads();
        report.line("memory of a lead's case, bytes", Long.toString(bytes));
        report.figure("bytesPerLead", bytes);
    }

    private static long usedAfterCollection() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
