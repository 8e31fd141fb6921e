package io.cupel.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DestinationTest {
    @TempDir
    Path folder;

    /** A pipe whose reader has gone, as after {@code | head}. */
    private static final OutputStream BROKEN = new OutputStream() {
        @Override
        public void write(int b) throws IOException {
            throw new IOException("Broken pipe");
        }
    };

    @Test
    void whenNobodyReadsAnyMoreWritingEndsQuietly() {
        Shell shell = new Shell(Output.to(BROKEN), Output.to(BROKEN), Clock.systemUTC(), Map.of());
        try (Destination destination = Destination.open(shell, null)) {
            int written = 0;
            while (written < 1_000_000 && destination.line("line")) {
                written++;
            }
            assertThat(written).isLessThan(1_000);
            destination.finish();
        }
    }

    @Test
    void aNewFileHasThePermissionsThatAnyProgramsFileHas() throws Exception {
        Path usual = Files.createFile(folder.resolve("usual"));
        Path written = write(folder.resolve("new"));
        assertThat(Files.getPosixFilePermissions(written)).isEqualTo(Files.getPosixFilePermissions(usual));
    }

    @Test
    void anOldFileKeepsItsPermissions() throws Exception {
        Path file = Files.writeString(folder.resolve("old"), "before");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertThat(write(file)).hasContent("line");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-r-----");
    }

    @Test
    void aLinkStaysAndItsTargetIsWritten() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("target"));
        write(link);
        write(link);
        assertThat(link).isSymbolicLink();
        assertThat(folder.resolve("target")).hasContent("line");
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void aCircleOfLinksAndAFolderAreRefused() throws Exception {
        Path circle = Files.createSymbolicLink(folder.resolve("circle"), Path.of("circle"));
        assertThatThrownBy(() -> write(circle)).isInstanceOf(Stop.class).hasMessageContaining("cannot write");
        assertThatThrownBy(() -> write(folder)).isInstanceOf(Stop.class).hasMessageEndingWith(": it is a folder");
    }

    private static Path write(Path file) {
        Output nowhere = Output.to(OutputStream.nullOutputStream());
        try (Destination destination =
                Destination.open(new Shell(nowhere, nowhere, Clock.systemUTC(), Map.of()), file)) {
            destination.line("line");
            destination.finish();
        }
        return file;
    }
}
