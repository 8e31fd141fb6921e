package io.cupel.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process with little memory meets files that are made to take all of it. */
class HugeFilesIT {
    private static final long LINE = (2L << 30) + 1;
    private static final String HEADER = "email,title\na@x.example,CEO\n";
    private static final String CALL = "{\"type\":\"page\",\"userId\":\"u\",\"timestamp\":\"2026-03-01\"}\n";

    @TempDir
    private Path folder;

    private record Ended(int exit, String said) {}

    private Ended qualify(Path leads, Path events) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx96m",
                "-cp",
                System.getProperty("java.class.path"),
                "io.cupel.cli.Cupel",
                "qualify",
                "--contract",
                "../" + Run.WORKSHOP,
                "--leads",
                leads.toString(),
                "--events",
                events.toString()));
        Path said = folder.resolve("said.txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        return new Ended(process.waitFor(), Files.readString(said, UTF_8));
    }

    /** Begins so, and goes on with a line of zeros that takes no place on the disk. */
    private Path withALongLine(String name, String beginning) throws IOException {
        Path file = Files.writeString(folder.resolve(name), beginning);
        try (RandomAccessFile hole = new RandomAccessFile(file.toFile(), "rw")) {
            hole.setLength(beginning.length() + LINE);
        }
        return file;
    }

    @Test
    void aLineOfTwoGigabytesCostsOneRowAndNoMemory() throws Exception {
        Ended ended = qualify(withALongLine("leads.csv", HEADER), withALongLine("events.jsonl", CALL));
        assertThat(ended.said())
                .contains("leads.csv:3: is a row of more than 500 KB")
                .contains("events.jsonl:2: is a line of more than 500 KB")
                .doesNotContain("\tat ");
        assertThat(ended.exit()).isEqualTo(Exit.DONE);
    }

    @Test
    void aBombIsRefused() throws Exception {
        Path bomb = folder.resolve("leads.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(bomb))) {
            out.write(HEADER.getBytes(UTF_8));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 110; i++) {
                out.write(zeros);
            }
        }
        Ended ended = qualify(bomb, Files.writeString(folder.resolve("events.jsonl"), CALL));
        assertThat(ended.said())
                .contains("leads.csv.gz:2: after this line the compressed file holds more than 500 times its size")
                .doesNotContain("\tat ");
        assertThat(ended.exit()).isEqualTo(Exit.INPUT);
    }
}
