package io.cupel.files.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LimitsTest {
    @TempDir
    private Path folder;

    @Test
    void aRowIsAsLongAsItsLimit() throws IOException {
        String most = "x".repeat(RowReader.ROW_MAX - 2);
        Shelf shelf = new Shelf(folder).read("a,b", "1," + most, "2,x" + most, "3,x");
        assertThat(shelf.refused()).containsExactly("3 is a row of more than 500 KB");
        assertThat(shelf.rows).hasSize(3);
        assertThat(shelf.rows.get(1).raw()).hasSize(LineReader.SHOWN_MAX);
    }

    @Test
    void aRowOfSeveralLinesHasTheSameLimit() throws IOException {
        String line = "x".repeat(RowReader.ROW_MAX / 4);
        String quoted = "1,\"" + String.join("\n", Collections.nCopies(8, line)) + "\"";
        assertThat(new Shelf(folder).read("a,b", quoted, "2,x").refused())
                .first()
                .isEqualTo("2 opens a quote that does not end");
    }

    @Test
    void aTableHasAsManyColumnsAsItsLimit() throws IOException {
        String most = String.join(",", Collections.nCopies(Style.COLUMNS_MAX, "x"));
        Shelf shelf = new Shelf(folder).read(most, most, most + ",");
        assertThat(shelf.header).hasSize(Style.COLUMNS_MAX);
        assertThat(shelf.refused()).containsExactly("3 has more than 2,000 cells");
        assertThatThrownBy(() -> shelf.read(most + ",x", most))
                .isInstanceOf(FileFault.class)
                .hasMessageContaining(":1: the header has more than 2,000 cells");
    }

    /** A stream of one line that never ends. */
    private static final class Endless extends InputStream {
        private long given;

        @Override
        public int read() {
            throw new AssertionError("nobody reads single bytes of a line");
        }

        @Override
        public int read(byte[] to, int from, int length) {
            if (given >= 1L << 28) {
                return -1;
            }
            Arrays.fill(to, from, from + length, (byte) 'x');
            given += length;
            return length;
        }
    }

    @Test
    void aLongLineCostsNoMoreThanItsLimit() throws IOException {
        try (LineReader lines = LineReader.ofLog(new Endless(), 1_000)) {
            assertThat(lines.next()).isTrue();
            assertThat(lines.isCut()).isTrue();
            assertThat(lines.length()).isEqualTo(1_001);
            assertThat(lines.next()).isFalse();
        }
    }
}
