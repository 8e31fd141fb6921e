package io.cupel.files.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cupel.files.log.TempFault;
import io.cupel.files.text.FileFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What DuckDB cannot keep in memory goes to temporary files, and there may be no room for those. */
class SpillTest {
    private static final List<ParquetRows.Column> COLUMNS =
            List.of(new ParquetRows.Column("message_id", false), new ParquetRows.Column("text", false));
    private static final int ROWS = 600_000;

    private static final String SENTENCE = "the folder of temporary files, " + System.getProperty("java.io.tmpdir")
            + ", has to hold what does not fit in memory, and cannot be written (no space left on device); make room"
            + " there, or name another with CUPEL_JAVA_OPTIONS=-Djava.io.tmpdir=FOLDER";

    @TempDir
    private Path folder;

    private List<Path> before;

    @BeforeEach
    void look() throws IOException {
        before = temporary();
    }

    @AfterEach
    void nothingIsLeftBehind() throws IOException {
        assertThat(temporary()).isEqualTo(before);
    }

    private static List<Path> temporary() throws IOException {
        try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return all.filter(each -> each.getFileName().toString().startsWith(Duck.ownFolders()))
                    .sorted()
                    .toList();
        }
    }

    /** Some 90 MB of rows, which a database of 64 MB cannot hold. */
    private static void fill(ParquetRows rows) throws IOException {
        for (int i = 0; i < ROWS; i++) {
            rows.add(List.of("m" + i, Integer.toString(i).repeat(25)));
        }
        rows.finish();
    }

    /** The same, in pieces that take little memory each. */
    private Path written() throws Exception {
        Path file = folder.resolve("rows.parquet");
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement()) {
            statement.execute("copy (select 'm' || i as message_id, repeat(i::varchar, 25) as text from range(" + ROWS
                    + ") t(i)) to '" + file + "' (format parquet, row_group_size 10240)");
        }
        return file;
    }

    /** Reads rows by their numbers, which DuckDB has to sort. */
    private static void sorted(Path file, Duck.Room room) throws IOException {
        BitSet all = new BitSet();
        all.set(0, ROWS);
        try (ParquetTable table = ParquetTable.open(file, Files::newInputStream, room)) {
            new PartedTable(table, new PartedTable.Plan(0, List.of(), List.of())).leave(all);
            while (table.next() != null) {
                assertThat(table.passedOver()).isZero();
            }
        }
    }

    @Test
    void whatDoesNotFitInMemoryIsSortedOnDisk() throws Exception {
        sorted(written(), new Duck.Room("64 MB", null));
    }

    @Test
    void aReadingThatFindsNoRoomForTemporaryFilesSaysSo() throws Exception {
        Path file = written();
        assertThatThrownBy(() -> sorted(file, new Duck.Room("64 MB", "0 MB")))
                .isInstanceOf(TempFault.class)
                .hasMessage(SENTENCE);
    }

    @Test
    void aWritingThatFindsNoRoomForTemporaryFilesSaysSo() {
        Path file = folder.resolve("out.parquet");
        assertThatThrownBy(() -> {
                    try (ParquetRows rows = ParquetRows.open(file, COLUMNS, new Duck.Room("64 MB", "0 MB"))) {
                        fill(rows);
                    }
                })
                .isInstanceOf(TempFault.class)
                .hasMessage(SENTENCE);
        assertThat(file).doesNotExist();
    }

    @Test
    void aReadingThatTakesTooMuchMemorySaysHowMuch() throws Exception {
        Path file = written();
        assertThatThrownBy(() -> sorted(file, new Duck.Room("2 MB", null)))
                .isInstanceOf(FileFault.class)
                .hasMessage(file + ": takes more than 2 MB of memory; write it with smaller row groups");
    }

    @Test
    void aWritingThatTakesTooMuchMemorySaysWhatToDo() {
        Path file = folder.resolve("out.parquet");
        assertThatThrownBy(() -> {
                    try (ParquetRows rows = ParquetRows.open(file, COLUMNS, new Duck.Room("2 MB", null))) {
                        fill(rows);
                    }
                })
                .isInstanceOf(FileFault.class)
                .hasMessage(
                        file + ": takes more than 2 MB of memory; write CSV or JSON Lines instead, or fewer rows to a"
                                + " file");
    }
}
