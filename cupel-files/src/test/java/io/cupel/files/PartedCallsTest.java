package io.cupel.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.files.log.CallLog;
import io.cupel.files.log.Feeder;
import io.cupel.files.parquet.ParquetRows;
import io.cupel.files.parquet.ParquetTable;
import io.cupel.files.text.Opening;
import io.cupel.files.text.Row;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartedCallsTest {
    private static final long AT = 1_772_355_600_123_456L;
    private static final List<ParquetRows.Column> COLUMNS = List.of(
            new ParquetRows.Column("message_id", false),
            new ParquetRows.Column("event", false),
            new ParquetRows.Column("user_id", false),
            new ParquetRows.Column("timestamp", true),
            new ParquetRows.Column("properties", false));

    @TempDir
    private Path folder;

    /** The lines of the rows that are left, and how many calls were taken. */
    private record Outcome(List<Long> left, long taken) {}

    private static Outcome take(Path file) throws IOException {
        return take(file, Files::newInputStream, true);
    }

    private static Outcome take(Path file, Opening opening, boolean isQuick) throws IOException {
        CallLog log = new CallLog();
        Feeder feeder = log.feeder();
        OccurredAt clock = new OccurredAt(Desk.NOW);
        EventFiles.Setting setting = new EventFiles.Setting(
                Desk.contract(),
                new AttributeNames(Desk.contract()),
                clock,
                new TableManner(ZoneOffset.UTC, null, clock, TableMaps.read(List.of())),
                LeadIds.NONE,
                false);
        List<Long> left = new ArrayList<>();
        try (ParquetTable table = ParquetTable.open(file, opening)) {
            CellTimes times = new CellTimes() {
                @Override
                public void at(int place) {}

                @Override
                public String iso(String cell) {
                    return cell;
                }
            };
            CallRows rows = new CallRows(Kind.EVENTS, CallHeader.plain(table.header()), times);
            if (isQuick) {
                new PartedCalls(setting, log, feeder).take(table, rows);
            }
            for (Row row = table.next(); row != null; row = table.next()) {
                left.add(row.line());
            }
        }
        feeder.flush();
        log.settle();
        return new Outcome(left, log.size());
    }

    private Path write(List<ParquetRows.Column> columns, List<List<@Nullable Object>> rows) throws IOException {
        Path file = folder.resolve("events.parquet");
        try (ParquetRows out = ParquetRows.open(file, columns)) {
            for (List<@Nullable Object> row : rows) {
                out.add(row);
            }
            out.finish();
        }
        return file;
    }

    private static List<@Nullable Object> row(@Nullable Object... cells) {
        return Arrays.asList(cells);
    }

    private static String id(int i) {
        return new UUID(i, -i).toString();
    }

    @Test
    void onlyOddRowsAreLeftInTheirOrder() throws Exception {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            rows.add(row(id(i), "Watched", "u" + i % 100, AT + i, "{\"seconds\":" + i % 10 + "}"));
        }
        rows.set(7, row("m", "Watched", "u", AT, null)); // an id of letters
        rows.set(11, row(id(11), "Cupel Touch", "u", AT, null));
        rows.set(5_000, row(id(12), "Watched", null, AT, null));
        rows.set(5_001, row(id(13), "Watched", "null", AT, null));
        rows.set(9_998, row(id(14), "Watched", "u", null, null));
        rows.set(9_999, row(id(15), "Watched", "u", AT, "{"));
        Outcome outcome = take(write(COLUMNS, rows));
        assertThat(outcome.left()).containsExactly(8L, 12L, 5_001L, 5_002L, 9_999L, 10_000L);
        assertThat(outcome.taken()).isEqualTo(9_994);
    }

    @Test
    void idsAsLongAsUuidsThatAreNoneAreLeftEvenWhereTheBeginningHasNone() throws Exception {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            rows.add(row(id(i), "Watched", "u", AT, null));
        }
        rows.set(8_000, row(id(8_000).replace('0', 'x'), "Watched", "u", AT, null));
        rows.set(8_001, row(id(8_001).replaceFirst("-", "") + "-", "Watched", "u", AT, null));
        rows.set(8_002, row(id(8_002).replaceFirst("-", "0"), "Watched", "u", AT, null));
        Outcome outcome = take(write(COLUMNS, rows));
        assertThat(outcome.left()).containsExactly(8_001L, 8_002L, 8_003L);
        assertThat(outcome.taken()).isEqualTo(9_997);
    }

    @Test
    void aFileInWhichMostIsOddIsReadRowByRow() throws Exception {
        Outcome outcome = take(write(
                COLUMNS,
                List.of(
                        row(id(1), "Cupel Touch", "u", AT, null),
                        row(id(2), "Watched", "u", AT, null),
                        row(id(3), "Unsubscribed", "u", AT, null))));
        assertThat(outcome).isEqualTo(new Outcome(List.of(1L, 2L, 3L), 0));
    }

    @Test
    void aFileThatHardlyRepeatsItselfIsReadRowByRow() throws Exception {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int i = 0; i < 140_000; i++) {
            rows.add(row(id(i), "Watched", "u", AT, "{\"seconds\":" + i + "}"));
        }
        assertThat(take(write(COLUMNS, rows)).left()).hasSize(140_000);
    }

    @Test
    void theReadingIsToldByRowsAsBytesOfTheFile() throws Exception {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            rows.add(row(id(i), i == 3 ? "Cupel Touch" : "Watched", "u", AT, null));
        }
        Path file = write(COLUMNS, rows);
        for (boolean isQuick : List.of(true, false)) {
            Counting counting = new Counting();
            assertThat(take(file, counting, isQuick).left()).hasSize(isQuick ? 1 : rows.size());
            assertThat(counting.passed).isEqualTo(Files.size(file));
            assertThat(counting.steps).isEqualTo(5);
        }
    }

    private static final class Counting implements Opening {
        private long passed;
        private int steps;

        @Override
        public InputStream open(Path file) throws IOException {
            return Files.newInputStream(file);
        }

        @Override
        public void passed(long bytes) {
            passed += bytes;
            steps++;
        }
    }
}
