package io.cupel.files.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.files.log.TempFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The library of DuckDB, where it cannot be unpacked. */
class LibraryTest {
    private static final FileTime MADE = FileTime.fromMillis(1_780_000_000_000L);

    @TempDir
    private Path temporary;

    private Path own;

    @BeforeEach
    void makeFolder() throws IOException {
        own = Files.createDirectory(temporary.resolve("cupel-parquet-1"));
        Files.setLastModifiedTime(own, MADE);
    }

    private Path library(String name, long secondsLater) throws IOException {
        Path file = Files.createFile(temporary.resolve(name));
        return Files.setLastModifiedTime(file, FileTime.fromMillis(MADE.toMillis() + 1_000 * secondsLater));
    }

    @Test
    void aTornLibraryIsRemovedAndNoOther() throws Exception {
        Path older = library("libduckdb_java1.so", -1);
        Path torn = library("libduckdb_java2.so", 0);
        Path other = library("some.so", 1);
        Library.removeTorn(own);
        assertThat(torn).doesNotExist();
        assertThat(older).exists();
        assertThat(other).exists();
    }

    @Test
    void whereTwoMayBeTheTornOneBothStay() throws Exception {
        Path one = library("libduckdb_java1.so", 1);
        Path two = library("libduckdb_java2.so", 2);
        Library.removeTorn(own);
        assertThat(one).exists();
        assertThat(two).exists();
    }

    @Test
    void lookingForRoomLeavesNothingBehind() throws Exception {
        Library.expectRoom(own);
        assertThat(own).isEmptyDirectory();
    }

    @Test
    void whyItIsNotWrittenIsFoundUnderWhatItLedTo() {
        IOException cause = new IOException("Disk quota exceeded");
        LinkageError failure = new ExceptionInInitializerError(new IllegalStateException(cause));
        assertThat(Library.notWritten(failure)).isSameAs(cause);
        assertThat(Library.notWritten(new UnsatisfiedLinkError("no such library")))
                .isNull();
    }

    @Test
    void aLimitOnTheSizeOfFilesHasItsOwnRemedy() {
        assertThat(new TempFault(new IOException("File too large")))
                .hasMessageEndingWith("(File too large); raise the limit on the size of files (ulimit -f)");
        assertThat(new TempFault(new IOException("Disk quota exceeded")))
                .hasMessageContaining("(Disk quota exceeded); make room there, or name another");
    }
}
