package io.cupel.files.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cupel.files.text.FileFault;
import io.cupel.files.text.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetTableTest {
    @TempDir
    private Path folder;

    /** What another program may have written. */
    private Path foreign(String select) throws Exception {
        Path file = folder.resolve("foreign.parquet");
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement()) {
            statement.execute("copy (" + select + ") to '" + file + "' (format parquet)");
        }
        return file;
    }

    private static List<List<String>> rows(Path file) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        try (ParquetTable table = ParquetTable.open(file, Files::newInputStream)) {
            rows.add(table.header());
            for (Row row = table.next(); row != null; row = table.next()) {
                rows.add(row.cells());
            }
        }
        return rows;
    }

    @Test
    void everyValueBecomesAText() throws Exception {
        Path file = foreign("""
                select 'a' as text, 12 as whole, 240::double as size, 0.1::float as part, 1.234::decimal(10,3) as money,
                  true as truth, timestamptz '2026-03-01 10:00:00.5+01' as at, timestamp '2026-03-01 10:00:00' as local,
                  date '2026-03-01' as day, ['x','y'] as list, ['x;y','z'] as odd, {'a': 1} as struct,
                  null::varchar as nothing, 'b'::blob as bytes""");
        assertThat(rows(file))
                .containsExactly(
                        List.of(
                                "text", "whole", "size", "part", "money", "truth", "at", "local", "day", "list", "odd",
                                "struct", "nothing", "bytes"),
                        List.of(
                                "a",
                                "12",
                                "240",
                                "0.1",
                                "1.2340",
                                "true",
                                "2026-03-01T09:00:00.500Z",
                                "2026-03-01 10:00:00",
                                "2026-03-01",
                                "x;y",
                                "[\"x;y\",\"z\"]",
                                "{\"a\":1}",
                                "",
                                "b"));
    }

    @Test
    void whatIsWrittenIsRead() throws Exception {
        Path file = folder.resolve("o'neil [1]*?.parquet");
        Files.writeString(file, "something that is replaced");
        List<ParquetRows.Column> columns =
                List.of(new ParquetRows.Column("na\"me", false), new ParquetRows.Column("at", true));
        try (ParquetRows rows = ParquetRows.open(file, columns)) {
            rows.add(Arrays.asList("é\u0000\n", 1_772_355_600_123_456L));
            rows.add(Arrays.asList("", null));
            rows.add(Arrays.asList(null, -1L));
            rows.finish();
        }
        assertThat(rows(file))
                .containsExactly(
                        List.of("na\"me", "at"),
                        List.of("é\u0000\n", "2026-03-01T09:00:00.123456Z"),
                        List.of("", "1969-12-31T23:59:59.999999Z"));
    }

    @Test
    void rowsStayInTheirOrder() throws Exception {
        Path file = folder.resolve("many.parquet");
        int count = 300_000;
        try (ParquetRows rows = ParquetRows.open(file, List.of(new ParquetRows.Column("n", false)))) {
            for (int i = 0; i < count; i++) {
                rows.add(List.of(Integer.toString(i)));
            }
            rows.finish();
        }
        try (ParquetTable table = ParquetTable.open(file, Files::newInputStream)) {
            long line = 0;
            for (Row row = table.next(); row != null; row = table.next()) {
                assertThat(row.cells().get(0)).isEqualTo(Long.toString(line++));
                assertThat(row.line()).isEqualTo(line);
            }
            assertThat(line).isEqualTo(count);
        }
    }

    @Test
    void aDamagedFileIsAFault() throws Exception {
        Path file = foreign("select i as a, 'text ' || i as b from range(10000) t(i)");
        byte[] whole = Files.readAllBytes(file);
        for (int length : new int[] {4, 8, whole.length / 2, whole.length - 1}) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> rows(file))
                    .isInstanceOf(FileFault.class)
                    .hasMessage(file + ": is a Parquet file that is damaged; copy or download it again");
        }
    }

    @Test
    void aHalfReadTableLeavesNothingBehind() throws Exception {
        List<Path> before = temporary();
        Path file = foreign("select i as a from range(100000) t(i)");
        try (ParquetTable table = ParquetTable.open(file, Files::newInputStream)) {
            table.next();
        }
        Path copy = Files.copy(file, folder.resolve("copy"), StandardCopyOption.REPLACE_EXISTING);
        try (ParquetRows rows = ParquetRows.open(copy, List.of(new ParquetRows.Column("n", false)))) {
            rows.add(List.of("given up"));
        }
        assertThat(temporary()).isEqualTo(before);
        assertThat(copy).hasSameBinaryContentAs(file);
    }

    private static List<Path> temporary() throws IOException {
        try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return all.filter(each -> each.getFileName().toString().startsWith(Duck.ownFolders()))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void aFolderThatCannotBeWrittenToIsAFault() throws Exception {
        Path file = folder.resolve("missing").resolve("a.parquet");
        try (ParquetRows rows = ParquetRows.open(file, List.of(new ParquetRows.Column("n", false)))) {
            rows.add(List.of("x"));
            assertThatThrownBy(rows::finish).isInstanceOf(IOException.class).hasMessageContaining(file.toString());
        }
    }
}
