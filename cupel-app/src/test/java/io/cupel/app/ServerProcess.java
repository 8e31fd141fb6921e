package io.cupel.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** The server as a process of its own with an embedded database, to be killed. It ends what it started. */
public final class ServerProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Path data;
    private final Path said;
    private final Process process;

    private ServerProcess(Path data, Path said, Process process) {
        this.data = data;
        this.said = said;
        this.process = process;
    }

    /** Comes back when the server answers. */
    public static ServerProcess start(Path data, String... flags) throws IOException {
        ServerProcess server = begin(data, flags);
        server.awaitReady();
        return server;
    }

    /** Waits until the server answers. */
    public void awaitReady() {
        await("the server is ready", () -> words().contains("Ready  ") || !process.isAlive());
        if (!process.isAlive()) {
            throw new AssertionError("the server ended: " + words());
        }
    }

    /** Comes back at once. */
    public static ServerProcess begin(Path data, String... flags) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "io.cupel.app.CupelApp",
                "--port",
                "0",
                "--postgres-programs",
                Path.of("target", "programs").toString(),
                "--data",
                data.toString()));
        command.addAll(List.of(flags));
        Path said = Files.createTempFile("cupel-server-", ".txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        return new ServerProcess(data, said, process);
    }

    /** Everything printed so far. */
    public String words() {
        try {
            return Files.readString(said, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until the process ends. */
    public int exitCode() {
        await("the server ends", () -> !process.isAlive());
        return process.exitValue();
    }

    /** Ends the server as SIGTERM does. */
    public void terminate() {
        process.destroy();
        await("the server ends", () -> !process.isAlive());
    }

    /** Ends the server as SIGKILL does; its database lives on. */
    public void kill() {
        process.destroyForcibly();
        await("the server is dead", () -> !process.isAlive());
    }

    /** Ends the database as SIGKILL does. */
    public void killDatabase() throws IOException {
        ProcessHandle.of(databasePid()).orElseThrow().destroyForcibly();
    }

    /** The database's process, as its own file says. */
    public long databasePid() throws IOException {
        return Long.parseLong(Files.readString(data.resolve("postgres/postmaster.pid"))
                .lines()
                .findFirst()
                .orElseThrow());
    }

    /** The address of a path that begins with a slash, once it is ready. */
    public URI uri(String path) {
        return URI.create(words().replaceAll("(?s).*Ready  *(\\S+).*", "$1") + path);
    }

    /** The status of a path; 0 where nobody answers. */
    public int status(String path) {
        try {
            return HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A connection to its database, to be closed by the caller. */
    public Connection connect() throws SQLException, IOException {
        return DriverManager.getConnection(database());
    }

    /** The address of its database, with user and password. */
    public String database() throws IOException {
        return "jdbc:postgresql://127.0.0.1:" + Files.readString(data.resolve("port"))
                + "/postgres?user=cupel&password=" + Files.readString(data.resolve("password"));
    }

    /** Looks again and again until something is so. */
    public void await(String what, BooleanSupplier so) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!so.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not seen in " + PATIENCE + ": " + what + "; it said: " + words());
            }
            LockSupport.parkNanos(20_000_000);
        }
    }

    /** Ends the server in good order. */
    @Override
    public void close() throws IOException {
        terminate();
        Files.delete(said);
    }
}
