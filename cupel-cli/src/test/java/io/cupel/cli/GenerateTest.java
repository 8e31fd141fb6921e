package io.cupel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerateTest {
    @TempDir
    private Path folder;

    private Run generate(String... more) {
        String[] arguments = new String[more.length + 9];
        String[] first = {"generate", "--leads", "120", "--events-per-lead", "20", "--seed", "7", "--out", "" + target()
        };
        System.arraycopy(first, 0, arguments, 0, first.length);
        System.arraycopy(more, 0, arguments, first.length, more.length);
        return Run.of(arguments);
    }

    private Path target() {
        return folder.resolve("made-up");
    }

    @Test
    void whatItNamesNextCanBeRun() {
        Run made = generate();
        assertThat(made.exit()).isZero();
        assertThat(made.out()).isEmpty();
        String next =
                made.err().lines().reduce((first, second) -> second).orElse("").strip();
        assertThat(next).startsWith("cupel qualify --contract");
        String[] words = next.split(" ", -1);
        Run qualified = Run.of(Arrays.copyOfRange(words, 1, words.length));
        assertThat(qualified.exit()).isZero();
        assertThat(qualified.err()).contains("Of 120 leads:");
    }

    @Test
    void packedFilesAreNamedAsTheyStand() {
        Run made = generate("--gz");
        assertThat(made.exit()).isZero();
        assertThat(made.err()).contains("leads.csv.gz --events").contains("events.jsonl.gz");
        assertThat(target().resolve("events.jsonl.gz")).exists();
    }

    @Test
    void aFolderThatIsNotEmptyIsRefusedWithoutForce() throws IOException {
        Files.createDirectories(target());
        Path mine = Files.writeString(target().resolve("mine.txt"), "mine");
        Run refused = generate();
        assertThat(refused.exit()).isEqualTo(Exit.FILE);
        assertThat(refused.err()).contains("is not empty").contains("--force");
        assertThat(target().resolve("leads.csv")).doesNotExist();
        assertThat(generate("--force").exit()).isZero();
        assertThat(mine).hasContent("mine");
    }

    @Test
    void aFileIsNoFolder() throws IOException {
        Files.writeString(target(), "mine");
        Run refused = generate("--force");
        assertThat(refused.exit()).isEqualTo(Exit.FILE);
        assertThat(refused.err()).contains("it is a file, not a folder");
        assertThat(target()).hasContent("mine");
    }

    @Test
    void numbersBeyondTheLimitsAreRefused() {
        Run refused = generate("--year", "1970");
        assertThat(refused.exit()).isEqualTo(Exit.USAGE);
        assertThat(refused.err()).contains("--year is from 1990 to 2100, not 1970");
        assertThat(Run.of("generate", "--leads", "3").exit()).isEqualTo(Exit.USAGE);
    }
}
