package io.cupel.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is full is said, and nothing half written stays. */
class FullDiskTest {
    private static final Path FULL = Path.of("/dev/full");

    @TempDir
    private Path folder;

    private static void skip(String reason) {
        System.out.println("SKIPPED: " + reason);
        Assumptions.abort(reason);
    }

    @Test
    void aDeviceThatTakesNothingIsAFailure() {
        if (!Files.exists(FULL)) {
            skip("there is no /dev/full here");
        }
        Run run = Run.workshop("qualify", "--out", FULL.toString());
        assertThat(run.exit()).isEqualTo(Exit.FILE);
        assertThat(run.err())
                .contains("cannot write /dev/full: the disk may be full")
                .doesNotContain("\tat ");
    }

    @Test
    void aFullDiskLeavesNothingBehindAndTheOldResultStands() throws Exception {
        Path disk = mounted();
        try {
            Path out = Files.writeString(disk.resolve("queue.csv"), "before");
            assertThatThrownBy(() -> fill(out))
                    .isInstanceOf(Stop.class)
                    .hasMessageContaining("cannot write " + out + ": the disk may be full");
            assertThat(out).hasContent("before");
            assertThatThrownBy(() -> fill(disk.resolve("new.csv"))).isInstanceOf(Stop.class);
            assertThat(disk).isDirectoryNotContaining("glob:**.part").isDirectoryNotContaining("glob:**new.csv");
        } finally {
            run("umount", disk.toString());
        }
    }

    @Test
    void aConversionThatFillsTheDiskLeavesNothingBehind() throws Exception {
        StringBuilder rows = new StringBuilder("email,title\n");
        Random random = new Random(1);
        for (int i = 0; i < 40_000; i++) {
            rows.append("a")
                    .append(i)
                    .append("@acme.example,")
                    .append(random.nextLong())
                    .append('\n');
        }
        Path in = Files.writeString(folder.resolve("leads.csv"), rows);
        Path disk = mounted();
        try {
            for (String form : List.of("csv", "jsonl.gz", "parquet")) {
                Path out = Files.writeString(disk.resolve("leads." + form), "before");
                Run run = Run.of("convert", in.toString(), "--to", out.toString());
                assertThat(run.exit()).as(form).isEqualTo(Exit.FILE);
                assertThat(run.err()).contains("cannot write " + out + ": ").containsIgnoringCase("no space left");
                assertThat(out).hasContent("before");
                assertThat(disk).isDirectoryNotContaining("glob:**.part");
            }
        } finally {
            run("umount", disk.toString());
        }
    }

    @Test
    void aMadeUpYearThatFillsTheDiskLeavesNothingBehind() throws Exception {
        Path disk = mounted();
        try {
            Run run = Run.of(
                    "generate", "--leads", "500", "--events-per-lead", "24", "--seed", "7", "--out", disk + "/year");
            assertThat(run.exit()).isEqualTo(Exit.FILE);
            assertThat(run.err()).containsIgnoringCase("no space left").doesNotContain("\tat ");
            assertThat(disk).isEmptyDirectory();
        } finally {
            run("umount", disk.toString());
        }
    }

    private static void fill(Path file) {
        Output nowhere = Output.to(OutputStream.nullOutputStream());
        try (Destination destination =
                Destination.open(new Shell(nowhere, nowhere, Clock.systemUTC(), Map.of()), file)) {
            String line = "x".repeat(1_000);
            for (int i = 0; i < 1_000; i++) {
                destination.line(line);
            }
            destination.finish();
        }
    }

    /** A disk of 256 KB in memory; only root may have one. */
    private Path mounted() throws IOException, InterruptedException {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        if (!Files.isExecutable(Path.of("/bin/mount"))
                || run("mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", disk.toString()) != 0) {
            skip("a small disk cannot be mounted here");
        }
        return disk;
    }

    private static int run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process.waitFor();
    }
}
