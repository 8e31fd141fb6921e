package io.cupel.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process whose calls do not fit in memory, so that they go to temporary files. */
class SpillIT {
    /** With ids of this length, so many calls are far more than the memory that they may take. */
    private static final int CALLS = 60_000;

    private static final int ID_LENGTH = 1_000;

    @TempDir
    private static Path folder;

    private final Path temporary = folder.resolve("temporary");

    @BeforeEach
    void begin() throws IOException {
        Files.createDirectories(temporary);
    }

    private static Path events() throws IOException {
        Path file = folder.resolve("events.jsonl");
        if (!Files.exists(file)) {
            String filling = "x".repeat(ID_LENGTH);
            try (BufferedWriter out = Files.newBufferedWriter(file)) {
                for (int i = 0; i < CALLS; i++) {
                    out.write("{\"type\":\"page\",\"userId\":\"u" + i % 10_000 + "\",\"messageId\":\"" + i + filling
                            + "\",\"timestamp\":\"2026-03-01T10:00:00Z\",\"context\":{\"traits\":{\"email\":\"u"
                            + i % 10_000 + "@x.example\"}}}\n");
                }
            }
        }
        return file;
    }

    private List<String> qualify() throws IOException {
        return new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx96m",
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                System.getProperty("java.class.path"),
                "io.cupel.cli.Cupel",
                "qualify",
                "--contract",
                "../" + Run.WORKSHOP,
                "--leads",
                "../" + Run.LEADS,
                "--events",
                events().toString(),
                "--format",
                "csv",
                "--all"));
    }

    private static void skip(String reason) {
        System.out.println("SKIPPED: " + reason);
        Assumptions.abort(reason);
    }

    private List<String> left() throws IOException {
        try (Stream<Path> files = Files.list(temporary)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    @Test
    void whereTemporaryFilesHaveNoRoomThatIsSaidAndNothingStays() throws Exception {
        if (!Files.isExecutable(Path.of("/bin/sh"))) {
            skip("there is no /bin/sh here that limits how long a file may become");
        }
        // a file may have 200 blocks of 512 bytes (of 1,024 in some shells), as on a disk that is full then
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", "ulimit -f 200; exec \"$@\"", "sh"));
        command.addAll(qualify());
        Path said = folder.resolve("said.txt");
        Path out = folder.resolve("out.csv");
        Process process = new ProcessBuilder(command)
                .redirectError(said.toFile())
                .redirectOutput(out.toFile())
                .start();
        assertThat(process.waitFor()).isEqualTo(Exit.FILE);
        assertThat(Files.readString(said, UTF_8))
                .contains("the folder of temporary files, " + temporary)
                .contains("raise the limit on the size of files (ulimit -f)")
                .doesNotContain("\tat ");
        assertThat(out).isEmptyFile();
        assertThat(left()).isEmpty();
    }

    @Test
    void parquetWithoutAFolderOfTemporaryFilesSaysSo() throws Exception {
        Path missing = folder.resolve("missing");
        Path to = folder.resolve("leads.parquet");
        Path said = folder.resolve("said-of-parquet.txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.io.tmpdir=" + missing,
                        "-cp",
                        System.getProperty("java.class.path"),
                        "io.cupel.cli.Cupel",
                        "convert",
                        "../" + Run.LEADS,
                        "--to",
                        to.toString())
                .redirectError(said.toFile())
                .start();
        assertThat(process.waitFor()).isEqualTo(Exit.FILE);
        assertThat(said)
                .hasContent("cupel: the folder of temporary files, " + missing
                        + ", has to hold what does not fit in memory, and cannot be written (there is no such folder);"
                        + " make room there, or name another with CUPEL_JAVA_OPTIONS=-Djava.io.tmpdir=FOLDER");
        assertThat(folder).isDirectoryNotContaining("glob:**leads.parquet*");
    }

    @Test
    void whoKillsItFindsNoTemporaryFiles() throws Exception {
        if (!Files.isDirectory(Path.of("/proc/self/fd"))) {
            skip("there is no /proc here that tells which files a process has open");
        }
        Process process = new ProcessBuilder(qualify())
                .redirectError(folder.resolve("killed.txt").toFile())
                .start();
        try (BufferedReader out = process.inputReader(UTF_8)) {
            // the list is longer than a pipe holds, so the process waits here with its temporary files open
            assertThat(out.readLine()).startsWith("lead,");
            assertThat(open(process)).anyMatch(file -> file.contains(".rows"));
            process.destroyForcibly().waitFor();
        }
        assertThat(left()).isEmpty();
    }

    @Test
    void whoStopsItFindsNothingHalfWritten() throws Exception {
        Path results = Files.createDirectories(folder.resolve("results"));
        List<String> command = qualify();
        command.addAll(List.of("--rejects", results.resolve("rejects.csv").toString()));
        Process process = new ProcessBuilder(command)
                .redirectError(folder.resolve("stopped.txt").toFile())
                .start();
        try (BufferedReader out = process.inputReader(UTF_8)) {
            assertThat(out.readLine()).startsWith("lead,");
            assertThat(results).isNotEmptyDirectory();
            // not by the process itself, which would close the pipe, so that the writing ends by itself too
            process.toHandle().destroy();
            process.waitFor();
        }
        assertThat(results).isEmptyDirectory();
    }

    private static List<String> open(Process process) throws IOException {
        List<String> open = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("/proc", Long.toString(process.pid()), "fd"))) {
            for (Path file : files.toList()) {
                open.add(Files.readSymbolicLink(file).toString());
            }
        }
        return open;
    }
}
