package io.cupel.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The file bench/history.jsonl: a line for each run, with what it ran on. */
final class History {
    private History() {}

    static Path append(Path root, String benchmark, Json size, Json figures) throws IOException {
        Json machine = new Json()
                .put("cores", Runtime.getRuntime().availableProcessors())
                .put("cpu", processor())
                .put("jdk", Runtime.version().toString());
        Json line = new Json()
                .put("at", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString())
                .put("benchmark", benchmark)
                .put("commit", commit(root))
                .put("machine", machine)
                .put("size", size)
                .put("figures", figures);
        Path file = root.resolve("bench").resolve("history.jsonl");
        Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        return file;
    }

    /** The commit, with a plus sign where the work tree differs from it. */
    static String commit(Path root) throws IOException {
        String head = answer(root, "git", "rev-parse", "--short=12", "HEAD");
        String changed = answer(root, "git", "status", "--porcelain", "--", "*.java", "*.yaml", "pom.xml");
        return head.isEmpty() ? "unknown" : changed.isEmpty() ? head : head + "+";
    }

    private static String answer(Path root, String... command) throws IOException {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(root.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            return ""; // no git here: the figures are worth keeping all the same
        }
    }

    private static String processor() throws IOException {
        Path told = Path.of("/proc/cpuinfo");
        List<String> lines = Files.isReadable(told) ? Files.readAllLines(told) : List.of();
        return lines.stream()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse(System.getProperty("os.arch", "unknown"));
    }
}
