package io.cupel.bench;

import io.cupel.core.contract.Contract;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * {@code cupel qualify} on workload W1 in files, from the start of the process to its end (goal C1). The leads that it
 * lists are compared with those that the live engine qualifies, so that a fast wrong answer is none.
 */
final class FilesBench {
    private static final double MEGABYTE = 1e6;
    private static final double GIGABYTE = 1e9;
    private static final double NANOS = 1e9;
    /** The goals tell how much is done in a second, and a smaller time is better: so they are turned round. */
    private static final Report.Goal JSON_LINES = new Report.Goal("C1", 6.67, 3.33);

    private static final Report.Goal PARQUET = new Report.Goal("C1", 667, 250);

    private static final Report.Goal MEMORY = new Report.Goal("C1", 4, 4);
    /** How often it runs between two runs of qualify. */
    private static final int ANCHOR_RUNS = 3;

    private final Options options;
    private final Path root;
    private final Report report = new Report();
    private final Workload workload;
    private final Path contract;
    private final @Nullable Anchor anchor;
    private final Timings anchored;
    private final List<ChildRun> fromLines = new ArrayList<>();
    private final List<ChildRun> fromParquet = new ArrayList<>();
    private final List<Double> sortingLines = new ArrayList<>();
    private final List<Double> sortingParquet = new ArrayList<>();

    FilesBench(Options options, Path root) throws IOException, ReflectiveOperationException {
        this.options = options;
        this.root = root;
        this.contract = root.resolve("bench/w1.yaml");
        this.workload = new Workload(options.leads(), options.events());
        this.anchor = Anchor.find(root, options.leads(), options.events()).orElse(null);
        this.anchored = new Timings(options.events());
    }

    Report run(Contract checked) throws IOException, InterruptedException {
        Path folder = root.resolve(".cupel/bench/w1-" + options.leads() + "-" + options.events());
        W1Files files = new W1Files(workload, folder);
        Path leads = files.leads();
        Path events = files.events();
        Set<String> qualified = qualified(checked);
        Path parquet = files.parquet();
        runAnchor();
        anchored.clear();
        for (int round = 0; round < options.rounds(); round++) {
            runAnchor();
            Path list = folder.resolve("qualified.csv");
            haveInMemory(leads, events);
            fromLines.add(ChildRun.of(root, command(leads, events, list)));
            expectSame(qualified, list);
            sortingLines.add(SortingAnchor.secondsFromLines(events));
            haveInMemory(leads, parquet);
            fromParquet.add(ChildRun.of(root, command(leads, parquet, list)));
            expectSame(qualified, list);
            sortingParquet.add(SortingAnchor.secondsFromParquet(parquet));
        }
        tellGoals(Files.size(events) / MEGABYTE);
        report.line("leads qualified, the same as by the live engine", Integer.toString(qualified.size()));
        return report;
    }

    private void tellGoals(double megabytes) {
        report.goal(
                JSON_LINES,
                "qualify from JSON Lines, ms of wall time a megabyte",
                1_000 * median(fromLines) / megabytes,
                List.of(String.format(
                        Locale.ROOT,
                        "%.1f (%.0f MB/s)",
                        1_000 * median(fromLines) / megabytes,
                        megabytes / median(fromLines))));
        tell("jsonl", fromLines);
        report.figure("jsonlMegabytesPerSecond", megabytes / median(fromLines));
        tellSorting(sortingLines, fromLines);
        double nanos = NANOS * median(fromParquet) / options.events();
        report.goal(
                PARQUET,
                "qualify from Parquet, ns of wall time an event",
                nanos,
                List.of(String.format(Locale.ROOT, "%.0f", nanos)));
        tell("parquet", fromParquet);
        tellSorting(sortingParquet, fromParquet);
        tellAnchor();
    }

    /** What DuckDB needed for its part, and how many times as long all of it took, round by round. */
    private void tellSorting(List<Double> sorting, List<ChildRun> runs) {
        report.line("  DuckDB alone, each id once and sorted by lead and time, seconds", range(sorting));
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < runs.size(); round++) {
            ratios.add(runs.get(round).wallSeconds() / sorting.get(round));
        }
        report.line("  all of it, times as long as that", range(ratios));
    }

    private void runAnchor() {
        for (int i = 0; i < ANCHOR_RUNS && anchor != null; i++) {
            anchored.time(anchor::runFast);
        }
    }

    /** How quick the machine was meanwhile: other programs and guests slow it down by the hour. */
    private void tellAnchor() {
        if (anchor == null) {
            report.line("no anchor beside: ../shared/anchors is not there, or there is no compiler");
            return;
        }
        report.line("hand-written loop V5 meanwhile, ns an event", anchored.cpuText());
        report.figure("anchorNanos", anchored.cpuMedian());
    }

    /** Reads files once before a run, as whoever has just written them: how quick a disk is, is not measured. */
    private static void haveInMemory(Path... files) throws IOException {
        for (Path file : files) {
            try (InputStream in = Files.newInputStream(file)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
        }
    }

    private List<String> command(Path leads, Path events, Path list) {
        return List.of(
                root.resolve("cupel").toString(),
                "qualify",
                "--contract",
                contract.toString(),
                "--leads",
                leads.toString(),
                "--events",
                events.toString(),
                "--as-of",
                Instant.ofEpochMilli(Live.AS_OF).toString(),
                "--format",
                "csv",
                "--out",
                list.toString());
    }

    private Set<String> qualified(Contract checked) {
        Live live = new Live(workload, checked);
        live.open(IntStream.range(0, workload.leads).mapToObj(workload::told).toList());
        live.runByLead();
        Set<String> names = IntStream.range(0, workload.leads)
                .filter(lead -> live.judgement(lead).stage().isUndecided())
                .mapToObj(Live::name)
                .collect(Collectors.toCollection(TreeSet::new));
        live.forget();
        return names;
    }

    private static void expectSame(Set<String> qualified, Path list) throws IOException {
        Set<String> listed = Files.readAllLines(list).stream()
                .skip(1)
                .map(row -> row.substring(0, row.indexOf(',')))
                .collect(Collectors.toCollection(TreeSet::new));
        if (!listed.equals(qualified)) {
            throw new IllegalStateException("qualify lists " + listed.size() + " leads, which are not the "
                    + qualified.size() + " that the live engine qualifies");
        }
    }

    private static double median(List<ChildRun> runs) {
        return runs.stream().mapToDouble(ChildRun::wallSeconds).sorted().toArray()[runs.size() / 2];
    }

    private static String range(List<Double> runs) {
        List<Double> seconds = runs.stream().sorted().toList();
        return String.format(
                Locale.ROOT,
                "%.1f [%.1f–%.1f]",
                seconds.get(seconds.size() / 2),
                seconds.get(0),
                seconds.get(seconds.size() - 1));
    }

    /** @param form of the file, as the figures' names begin */
    private void tell(String form, List<ChildRun> runs) {
        double median = median(runs);
        report.line(
                "  the same, seconds",
                range(runs.stream().map(ChildRun::wallSeconds).toList()));
        report.line("  events a second", String.format(Locale.ROOT, "%,.0f", options.events() / median));
        double cpu = runs.stream().mapToDouble(ChildRun::cpuSeconds).sorted().toArray()[runs.size() / 2];
        report.line(
                "  CPU, seconds; µs an event",
                String.format(Locale.ROOT, "%.1f; %.2f", cpu, 1e6 * cpu / options.events()));
        double memory = runs.stream()
                .mapToDouble(run -> run.memoryPeak() / GIGABYTE)
                .max()
                .orElse(0);
        report.goal(MEMORY, "  most memory, GB", memory, List.of(String.format(Locale.ROOT, "%.2f", memory)));
        report.figure(form + "Seconds", median);
        report.figure(form + "CpuSeconds", cpu);
        report.figure(form + "MemoryGigabytes", memory);
    }
}
