package io.cupel.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A command as a process of its own, to be killed. */
public final class CupelProcess {
    private static final long PATIENCE_MINUTES = 3;

    private final Process process;
    private final Path out;
    private final Path err;

    private CupelProcess(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    public static CupelProcess start(List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "io.cupel.cli.Cupel"));
        command.addAll(arguments);
        Path out = Files.createTempFile("cupel-out-", ".txt");
        Path err = Files.createTempFile("cupel-err-", ".txt");
        Process process = new ProcessBuilder(command)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        return new CupelProcess(process, out, err);
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Waits until it ends. */
    public void end() {
        try {
            assertThat(process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ends it as SIGKILL does. */
    public void kill() {
        process.destroyForcibly();
        end();
    }

    public int exit() {
        return process.exitValue();
    }

    /** The result that it printed. */
    public String out() {
        return read(out);
    }

    /** All that it printed. */
    public String words() {
        return read(out) + read(err);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
