package io.cupel.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The server as its users have it: a process of its own, with an embedded database in a folder that is new and deleted
 * afterwards. Loopback alone, on a free port.
 */
final class ServerChild implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    /** A connection ends a little before its process does. */
    private static final Duration DEATH = Duration.ofSeconds(2);

    private static final int LAST_WORDS = 20;
    private static final long LOOK_NANOS = 50_000_000;
    private static final Pattern READY = Pattern.compile("Ready +(\\S+)");

    private final Path folder;
    private final Path said;
    private final Process process;
    private final Thread atExit;

    private ServerChild(Path folder, Path said, Process process) {
        this.folder = folder;
        this.said = said;
        this.process = process;
        // Ctrl-C reaches the benchmark; what it started ends with it
        this.atExit = new Thread(process::destroy);
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /** Comes back when the server answers. */
    static ServerChild start(Path root, Path contract) throws IOException {
        Path work = Files.createDirectories(root.resolve(".cupel/bench"));
        String name = "server-" + ProcessHandle.current().pid();
        Path folder = work.resolve(name);
        Path said = work.resolve(name + ".txt");
        // it gives place to the server, which so has the number of this process
        List<String> command = List.of(
                root.resolve("cupel").toString(),
                "serve",
                "--port",
                "0",
                "--data",
                folder.toString(),
                "--postgres-programs",
                work.resolve("programs").toString(),
                "--contract",
                contract.toString(),
                "--one-person",
                "yes");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
        // settings of whoever runs the benchmark are not the server's under test
        builder.environment().keySet().removeIf(variable -> variable.startsWith("CUPEL_"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        ServerChild server = new ServerChild(folder, said, builder.start());
        try {
            server.awaitReady();
            return server;
        } catch (IOException | RuntimeException e) {
            server.close();
            throw e;
        }
    }

    private void awaitReady() throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!READY.matcher(words()).find()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IOException("the server did not start: " + words());
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    private String words() throws IOException {
        return Files.readString(said, StandardCharsets.UTF_8);
    }

    /** The first group of a pattern in what the server printed. */
    String said(Pattern pattern) throws IOException {
        Matcher matcher = pattern.matcher(words());
        if (!matcher.find()) {
            throw new IOException("the server did not print " + pattern);
        }
        return matcher.group(1);
    }

    URI uri() throws IOException {
        return URI.create(said(READY));
    }

    /** The address of its database, with user and password. */
    String database() throws IOException {
        return "jdbc:postgresql://127.0.0.1:"
                + Files.readString(folder.resolve("port")).strip()
                + "/postgres?user=cupel&prepareThreshold=1&password="
                + Files.readString(folder.resolve("password")).strip();
    }

    /** CPU seconds of the server so far, without its database. */
    double cpuSeconds() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e9;
    }

    /** The process of its database that is the parent of all others. */
    long databaseProcess() throws IOException {
        return Long.parseLong(Files.readAllLines(folder.resolve("postgres/postmaster.pid"))
                .get(0)
                .strip());
    }

    /** Where a measurement failed: whether the server still runs, and what it printed last. */
    void tellLastWords() throws IOException, InterruptedException {
        List<String> lines = words().lines().toList();
        IngestBed.say(
                process.waitFor(DEATH.toSeconds(), TimeUnit.SECONDS)
                        ? "the server ended with status " + process.exitValue() + "; its last words"
                        : "the server runs on; its last words");
        lines.subList(Math.max(0, lines.size() - LAST_WORDS), lines.size()).forEach(System.err::println);
    }

    /** Ends the server in good order, its database with it, and deletes what both have written. */
    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new IOException("the server does not end; its data is in " + folder);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().removeShutdownHook(atExit);
        Files.delete(said);
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                all.sorted(Comparator.reverseOrder()).forEach(ServerChild::delete);
            }
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
