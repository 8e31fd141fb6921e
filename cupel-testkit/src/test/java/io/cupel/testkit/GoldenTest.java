package io.cupel.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoldenTest {
    @TempDir
    Path folder;

    @Test
    void aMissingFileFailsAndShowsTheText() {
        assertThatThrownBy(() -> Golden.assertMatches(folder.resolve("new.txt"), "hello", false))
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll("no golden file", "./cupel approve", "hello");
    }

    @Test
    void approvingWritesTheFileAndThenItMatches() throws Exception {
        Path file = folder.resolve("below/new.txt");
        Golden.assertMatches(file, "hello\n", true);
        assertThat(Files.readString(file)).isEqualTo("hello\n");
        Golden.assertMatches(file, "hello\n", false);
    }

    @Test
    void anotherTextFailsWithTheLinesThatDiffer() throws Exception {
        Path file = Files.writeString(folder.resolve("old.txt"), "a\nb\nc\nd\n");
        assertThatThrownBy(() -> Golden.assertMatches(file, "a\nc\nnew\nd\n", false))
                .isInstanceOf(AssertionError.class)
                .hasMessageEndingWith("@@ line 2\n-b\n+new");
    }

    @Test
    void aMissingLineEndIsADifference() throws Exception {
        Path file = Files.writeString(folder.resolve("old.txt"), "a\n");
        assertThatThrownBy(() -> Golden.assertMatches(file, "a", false)).hasMessageContaining("only line ends differ");
    }

    @Test
    void aDiffNamesAddedAndRemovedLines() {
        assertThat(Golden.diff(List.of("x", "y"), List.of("y", "z"))).isEqualTo("@@ line 1\n-x\n+z");
    }
}
