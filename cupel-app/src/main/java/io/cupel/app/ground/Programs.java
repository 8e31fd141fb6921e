package io.cupel.app.ground;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs a program to its end. */
final class Programs {
    /** Longer than PostgreSQL may take to start after a crash. */
    private static final long LIMIT_IN_SECONDS = 180;

    private Programs() {}

    /**
     * Waits until it ends.
     *
     * @param folder where it runs: one that every account can reach
     * @return how it ended; code 127 where there is no such program
     */
    static Outcome run(List<String> command, Map<String, String> environment, Path folder) {
        try {
            // a file, because a server that the program leaves behind would keep a pipe open
            Path said = Files.createTempFile("cupel-", ".txt");
            try {
                return run(command, environment, folder, said);
            } finally {
                Files.deleteIfExists(said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Outcome run(List<String> command, Map<String, String> environment, Path folder, Path said)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment().putAll(environment);
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            return new Outcome(127, command.get(0) + " does not run here");
        }
        process.getOutputStream().close();
        return new Outcome(codeOf(process), Files.readString(said, StandardCharsets.UTF_8));
    }

    private static int codeOf(Process process) {
        try {
            if (process.waitFor(LIMIT_IN_SECONDS, TimeUnit.SECONDS)) {
                return process.exitValue();
            }
            process.destroyForcibly();
            return 124;
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            return 130;
        }
    }
}
