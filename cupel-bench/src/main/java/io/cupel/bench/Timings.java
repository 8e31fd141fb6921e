package io.cupel.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What repeated runs of one thing took on this thread, in nanoseconds for each of its units. */
final class Timings {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final long units;
    private final List<Double> cpu = new ArrayList<>();
    private final List<Double> wall = new ArrayList<>();

    /**
     * Begins without runs.
     *
     * @param units into how many the time of a run is divided: events, leads
     */
    Timings(long units) {
        this.units = units;
    }

    void time(Runnable run) {
        long cpuBefore = THREADS.getCurrentThreadCpuTime();
        long before = System.nanoTime();
        run.run();
        wall.add((System.nanoTime() - before) / (double) units);
        cpu.add((THREADS.getCurrentThreadCpuTime() - cpuBefore) / (double) units);
    }

    /** Forgets the runs so far, which warmed up. */
    void clear() {
        cpu.clear();
        wall.clear();
    }

    double cpuMedian() {
        return median(cpu);
    }

    String cpuText() {
        return text(cpu);
    }

    String wallText() {
        return text(wall);
    }

    /** The median of this one's CPU time over the other's, round by round. */
    double ratioTo(Timings other) {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < cpu.size(); i++) {
            ratios.add(cpu.get(i) / other.cpu.get(i));
        }
        return median(ratios);
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    private static String text(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return String.format(
                Locale.ROOT,
                "%s [%s–%s]",
                shortly(median(values)),
                shortly(sorted.get(0)),
                shortly(sorted.get(sorted.size() - 1)));
    }

    private static String shortly(double nanos) {
        return String.format(Locale.ROOT, nanos < 100 ? "%.1f" : "%.0f", nanos);
    }
}
