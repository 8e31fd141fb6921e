package io.cupel.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * One run of a command as a process of its own.
 *
 * @param memoryPeak the most bytes that it had in memory (Linux tells; elsewhere 0)
 */
record ChildRun(double wallSeconds, double cpuSeconds, long memoryPeak) {
    private static final int LOOK_MILLIS = 50;
    private static final double NANOS = 1e9;

    /** Runs a command to its end, looking at it all the time: what a process used is gone with it. */
    static ChildRun of(Path root, List<String> command) throws IOException, InterruptedException {
        Path said = Files.createTempFile("cupel-bench", ".txt");
        try {
            long started = System.nanoTime();
            Process process = new ProcessBuilder(command)
                    .directory(root.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            Duration cpu = Duration.ZERO;
            long memory = 0;
            while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                Duration soFar = process.info().totalCpuDuration().orElse(cpu);
                cpu = soFar.compareTo(cpu) > 0 ? soFar : cpu;
                memory = Math.max(memory, memory(process.pid()));
            }
            double wall = (System.nanoTime() - started) / NANOS;
            if (process.exitValue() != 0) {
                throw new IOException(String.join(" ", command) + " failed: " + Files.readString(said));
            }
            return new ChildRun(wall, cpu.toNanos() / NANOS, memory);
        } finally {
            Files.deleteIfExists(said);
        }
    }

    private static long memory(long process) {
        Path status = Path.of("/proc", Long.toString(process), "status");
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> 1_024 * Long.parseLong(line.replaceAll("[^0-9]", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0; // it ended just now, or this is no Linux
        }
    }
}
