package io.cupel.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What PostgreSQL used of the cores: its first process with those that ended, and those that live. Linux alone;
 * elsewhere 0.
 */
final class DatabaseCpu {
    private static final double TICKS = 100;

    private DatabaseCpu() {}

    /** CPU seconds so far. */
    static double seconds(long postmaster) throws IOException {
        if (!Files.isDirectory(Path.of("/proc"))) {
            return 0;
        }
        List<Path> processes;
        try (Stream<Path> all = Files.list(Path.of("/proc"))) {
            processes = all.filter(each -> each.getFileName().toString().matches("[0-9]+"))
                    .toList();
        }
        long ticks = 0;
        for (Path each : processes) {
            ticks += ticks(each, postmaster);
        }
        return ticks / TICKS;
    }

    private static long ticks(Path process, long postmaster) {
        String[] words;
        try {
            String text = Files.readString(process.resolve("stat"));
            words = text.substring(text.lastIndexOf(')') + 2).split(" ", -1);
        } catch (IOException e) {
            return 0; // it ended just now
        }
        boolean first = process.getFileName().toString().equals(Long.toString(postmaster));
        if (!first && Long.parseLong(words[1]) != postmaster) {
            return 0;
        }
        long own = Long.parseLong(words[11]) + Long.parseLong(words[12]);
        return first ? own + Long.parseLong(words[13]) + Long.parseLong(words[14]) : own;
    }
}
