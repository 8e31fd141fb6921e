package io.cupel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The 80 MB of DuckDB are loaded where a Parquet file asks for them, and nowhere else. */
class ParquetLoadingIT {
    @TempDir
    private Path folder;

    @Test
    void tablesAndLogsLoadNoClassOfDuckDb() throws Exception {
        String events = folder.resolve("events.csv.gz").toString();
        assertThat(loaded("convert", Run.file(Run.EVENTS).toString(), "--to", events))
                .isEmpty();
        assertThat(loaded(
                        "qualify",
                        "--contract",
                        Run.file(Run.WORKSHOP).toString(),
                        "--leads",
                        Run.file(Run.LEADS).toString(),
                        "--events",
                        events))
                .isEmpty();
    }

    @Test
    void aParquetFileLoadsThem() throws Exception {
        String leads = folder.resolve("leads.parquet").toString();
        assertThat(loaded("convert", Run.file(Run.LEADS).toString(), "--to", leads))
                .isNotEmpty();
    }

    @Test
    void whereNoFileMayBecomeSoLargeTheLimitIsSaidAndNothingIsLeft() throws Exception {
        Path temporary = Files.createDirectory(folder.resolve("temporary"));
        Path out = folder.resolve("limited.parquet");
        Process process = new ProcessBuilder(
                        "sh",
                        "-c",
                        "ulimit -f 20000; exec \"$@\"",
                        "sh",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.io.tmpdir=" + temporary,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Cupel.class.getName(),
                        "convert",
                        Run.file(Run.LEADS).toString(),
                        "--to",
                        out.toString())
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed).isEqualTo(Exit.FILE);
        assertThat(printed)
                .contains("the folder of temporary files, " + temporary)
                .containsIgnoringCase("(file too large); raise the limit on the size of files (ulimit -f)");
        assertThat(temporary).isEmptyDirectory();
        assertThat(out).doesNotExist();
    }

    /** The classes of DuckDB that a command loads in a process of its own. */
    private static List<String> loaded(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load",
                "-cp",
                System.getProperty("java.class.path"),
                Cupel.class.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor())
                .as(printed.substring(Math.max(0, printed.length() - 500)))
                .isZero();
        return printed.lines()
                .filter(line -> line.contains(" org.duckdb.") && line.contains("source:"))
                .toList();
    }
}
