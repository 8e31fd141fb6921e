package io.cupel.app.ground;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The server process that the file {@code postmaster.pid} of a cluster names.
 *
 * @param pid what the file says; it may be stale, and the number another process's by now
 * @param cluster the folder of the cluster
 */
record Postmaster(long pid, Path cluster) {
    static Optional<Postmaster> of(Path cluster) throws IOException {
        Path file = file(cluster);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        String first = Files.readString(file, StandardCharsets.UTF_8)
                .lines()
                .findFirst()
                .orElse("");
        try {
            return Optional.of(new Postmaster(Long.parseLong(first.strip()), cluster));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    static Path file(Path cluster) {
        return cluster.resolve("postmaster.pid");
    }

    /** Whether the process lives and its command line names our cluster, which is more than the file can prove. */
    boolean runs() {
        return words().contains(cluster.toString());
    }

    /** A process that has ended but was not reaped has no words. */
    private List<String> words() {
        Path file = Path.of("/proc", Long.toString(pid), "cmdline");
        try {
            if (Files.isDirectory(Path.of("/proc/self"))) {
                return Files.exists(file)
                        ? List.of(Files.readString(file, StandardCharsets.UTF_8).split("\0", -1))
                        : List.of();
            }
        } catch (IOException e) {
            // it ended meanwhile
            return List.of();
        }
        Outcome said =
                Programs.run(List.of("ps", "-ww", "-o", "command=", "-p", Long.toString(pid)), Map.of(), Path.of("/"));
        return said.good() && said.text().contains(" -D " + cluster) ? List.of(cluster.toString()) : List.of();
    }
}
