package io.cupel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.files.FileCount;
import io.cupel.files.FileCount.Unit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadTableTest {
    private static final List<FileCount> FILES = List.of(
            new FileCount("exports/march/hubspot.csv", Unit.ROWS, 4_950, 40, 10, 3),
            new FileCount("exports/march/events.jsonl", Unit.LINES, 118_000, 2_300, 40, 5));

    @TempDir
    private Path folder;

    @Test
    void everyFileHasALineOfAlignedNumbers() {
        assertThat(String.join("\n", ReadTable.lines(FILES, 120))).isEqualTo("""
                        File                           read            used  duplicates  rejected  passed over
                        exports/march/hubspot.csv     5,003  rows     4,950          40        10            3
                        exports/march/events.jsonl  120,345  lines  118,000       2,300        40            5""");
    }

    @Test
    void whereTheWidthIsShortFoldersAreLeftOut() {
        assertThat(ReadTable.lines(FILES, 80))
                .allMatch(line -> line.length() <= 80)
                .anyMatch(line -> line.startsWith("hubspot.csv     5,003  rows"));
    }

    @Test
    void whereItIsShorterStillNamesStandAboveTheirNumbers() {
        List<String> lines = ReadTable.lines(FILES, 62);
        assertThat(lines).hasSize(5).allMatch(line -> line.length() <= 62);
        assertThat(lines.get(1)).isEqualTo("exports/march/hubspot.csv");
    }

    @Test
    void oneIsSaidAsOne() {
        List<FileCount> files = List.of(
                new FileCount("a", Unit.ROWS, 1, 0, 0, 0),
                new FileCount("b", Unit.LINES, 0, 0, 1, 0),
                new FileCount("c", Unit.CALLS, 1, 0, 0, 0));
        assertThat(ReadTable.lines(files, 120).stream().skip(1).map(line -> line.split(" +", -1)[2]))
                .containsExactly("row", "line", "call");
    }

    @Test
    void manyFilesShareTheLastLine() {
        List<FileCount> files = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            files.add(new FileCount("f" + i, Unit.LINES, 2, 1, 0, 0));
        }
        List<String> lines = ReadTable.lines(files, 120);
        assertThat(lines).hasSize(1 + ReadTable.LINES_MAX);
        assertThat(lines.get(lines.size() - 1)).matches("81 more files +243 +162 +81 +0 +0");
    }

    @Test
    void qualifyTellsItOfEachFile() throws Exception {
        Path leads = Files.writeString(folder.resolve("leads.csv"), "email\na@x.example\na@x.example\n\nb\n");
        Run run = Run.of("qualify", "--contract", Run.WORKSHOP, "--leads", leads.toString());
        assertThat(run.err().lines()).anyMatch(line -> line.matches(".*leads\\.csv +4 +rows +1 +1 +1 +1"));
    }

    @Test
    void convertSaysItInTheSameWords() throws Exception {
        Path leads = Files.writeString(folder.resolve("leads.csv"), "email,title\na@x.example,CEO\n\nb\n,c,d\n");
        Path to = folder.resolve("leads.jsonl");
        assertThat(Run.of("convert", leads.toString(), "--to", to.toString()).err())
                .contains("4 leads read = 1 written + 2 rejected + 1 passed over");
    }
}
