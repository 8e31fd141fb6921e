package io.cupel.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.files.parquet.ParquetRows;
import io.cupel.files.text.Refusal;
import io.cupel.testkit.Seeds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The quick way of the rows of Parquet files into the log against the reading of each row. */
class PartedCallsPropertyTest {
    private static final String U1 = "5e3b9222-302f-29ba-4ba0-e6c5b4f32308";
    private static final String U2 = "fe3b9222-302f-29ba-8ba0-e6c5b4f32308";

    /** How often in ten, and with which values; mostly one of the first ones. */
    private record Column(String name, int inTen, int plain, List<String> values) {
        boolean isInstant() {
            return name.endsWith("timestamp") || name.endsWith("_at");
        }

        String cell(Random random) {
            int known = random.nextInt(8) > 0 ? plain : values.size();
            return random.nextInt(10) < inTen ? values.get(random.nextInt(known)) : "";
        }
    }

    private static final List<String> TIMES = List.of(
            "2026-01-02T03:04:05Z",
            "2026-01-02T03:04:05.678Z",
            "2026-01-02T03:04:05.678912Z",
            "2026-01-03T23:59:59.000001Z",
            "2027-01-02T03:04:05Z",
            "1989-01-02T03:04:05Z",
            "1969-12-31T23:59:59.999999Z",
            "0001-01-01T00:00:00Z");

    private static final List<Column> COLUMNS = List.of(
            new Column(
                    "message_id",
                    10,
                    3,
                    List.of(
                            U1,
                            U2,
                            "00000000-0000-0000-0000-000000000000",
                            "m1",
                            " " + U1 + " ",
                            U1.toUpperCase(java.util.Locale.ROOT),
                            U1.replace("-", ""),
                            "{" + U1 + "}",
                            "{" + U1.replaceFirst("-", "").replaceFirst("-", "") + "}",
                            U1.replaceFirst("-", "") + "-",
                            U1.replaceFirst("-", "a"),
                            U1.replace("5", "x"),
                            "null")),
            new Column("type", 9, 3, List.of("page", "track", "screen", "identify", "group", "alias", "x")),
            new Column(
                    "event",
                    5,
                    2,
                    List.of(
                            "Watched",
                            "Opened",
                            "Unsubscribed",
                            "Email Bounced",
                            "Email Opened",
                            "Cupel Touch",
                            "Cupel Outcome",
                            "Segment Consent Preference Updated",
                            "cupel-touch")),
            new Column("name", 1, 1, List.of("Home", " Home ")),
            new Column("user_id", 8, 3, List.of("u", "v", "A@acme.example", "\u00fc", " u ", "null", "undefined", " ")),
            new Column("anonymous_id", 5, 2, List.of("x", "y", " x", "null", "\u2003")),
            new Column("timestamp", 10, 4, TIMES),
            new Column("sent_at", 2, 3, TIMES),
            new Column("received_at", 2, 3, TIMES),
            new Column("original_timestamp", 2, 4, TIMES),
            new Column(
                    "properties",
                    7,
                    3,
                    List.of(
                            "{\"path\":\"/pricing\"}",
                            "{\"seconds\":5,\"plan\":{\"name\":\"x\"}}",
                            "{ \"seconds\": 5.0, \"plan\": {\"name\": \"x\"}}",
                            "{\"channel\":\"call\",\"lead\":\"u\"}",
                            "{\"decision\":\"won\"}",
                            "{",
                            "[]")),
            new Column(
                    "context",
                    3,
                    3,
                    List.of(
                            "{\"campaign\":{\"source\":\"s\"}}",
                            "{\"consent\":{\"categoryPreferences\":{\"Analytics\":false}}}",
                            "{\"consent\":{\"categoryPreferences\":{\"Analytics\":true}}}",
                            "{\"traits\":{\"title\":\"T\"}}")),
            new Column("traits", 1, 1, List.of("{\"title\":\"CEO\"}", "{\"company\":{\"employees\":\"many\"}}")),
            new Column("group_id", 1, 1, List.of("acme.example")),
            new Column(
                    CallFields.REST,
                    1,
                    1,
                    List.of(
                            "{\"extra\":1}",
                            "{\"userId\":\"v\"}",
                            "{\"lead\":\"901\"}",
                            "{\"timestamp\":\"2026-01-02\"}",
                            "{}")));

    @TempDir
    private Path folder;

    @Test
    void theQuickWayAndTheReadingOfEachRowTellTheSame() {
        Seeds.cases(48).check((seed, random) -> {
            List<Column> columns = new ArrayList<>(COLUMNS);
            if (random.nextInt(3) > 0) {
                columns.remove(columns.size() - 1); // with it calls are taken as they are
            }
            if (random.nextInt(4) == 0) {
                columns.remove(random.nextBoolean() ? 4 : 5);
            }
            Collections.shuffle(columns, random);
            List<List<String>> rows = new ArrayList<>();
            for (int i = 1 + random.nextInt(60); i > 0; i--) {
                rows.add(columns.stream().map(column -> column.cell(random)).toList());
            }
            List<String> lines = random.nextBoolean() ? List.of("{}") : lines(columns, rows);
            assertThat(said(lines, write("quick.parquet", columns, rows, false), "quick"))
                    .isEqualTo(said(lines, write("slow.parquet", columns, rows, true), "slow"));
        });
    }

    @Test
    void callsOfLinesAndOfTheParquetFileMadeOfThemAreCopies() {
        Seeds.cases(8).check((seed, random) -> {
            List<String> lines = new RandomCalls(random)
                    .lines(20).stream()
                            .map(line -> line.replaceAll("\"messageId\":\"m([0-9])\"", "\"messageId\":\"" + U1 + "$1\"")
                                    .replace(U1, U1.substring(0, U1.length() - 1)))
                            .toList();
            Path source = new Desk(folder).file("first.jsonl", lines.toArray(String[]::new));
            Path parquet = convert(source, Form.PARQUET, "all.parquet");
            Path again = convert(source, Form.JSONL, "all.jsonl");
            assertThat(said(lines, parquet, "all.parquet")).isEqualTo(said(lines, again, "all.jsonl"));
        });
    }

    private Path convert(Path file, Form form, String name) {
        Path target = folder.resolve(name);
        try {
            LeadFiles.Manner manner = new LeadFiles.Manner(Desk.NOW, false, null, null, List.of(), false);
            Conversion.run(
                    new Conversion.Order(List.of(file), Kind.EVENTS, form, false, manner),
                    target,
                    LeadFiles.Listener.NONE);
            return target;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The calls of rows as lines, those that are calls. */
    private static List<String> lines(List<Column> columns, List<List<String>> rows) {
        CallRows calls = new CallRows(
                Kind.EVENTS, CallHeader.plain(columns.stream().map(Column::name).toList()), new CellTimes() {
                    @Override
                    public void at(int place) {}

                    @Override
                    public String iso(String cell) {
                        return cell;
                    }
                });
        return rows.stream()
                .flatMap(row -> {
                    try {
                        return Stream.of(JsonWriter.of(calls.call(row)));
                    } catch (Refusal refusal) {
                        return Stream.of();
                    }
                })
                .toList();
    }

    /** A file; with a column more that tells nothing, but could tell the time, so that rows are read one by one. */
    private Path write(String name, List<Column> columns, List<List<String>> rows, boolean isSlow) {
        List<ParquetRows.Column> written = new ArrayList<>();
        columns.forEach(column -> written.add(new ParquetRows.Column(column.name(), column.isInstant())));
        if (isSlow) {
            written.add(new ParquetRows.Column("at", false));
        }
        Path file = folder.resolve(name);
        try (ParquetRows out = ParquetRows.open(file, written)) {
            for (List<String> row : rows) {
                List<@Nullable Object> cells = new ArrayList<>();
                for (int i = 0; i < row.size(); i++) {
                    cells.add(cell(columns.get(i), row.get(i)));
                }
                if (isSlow) {
                    cells.add(null);
                }
                out.add(cells);
            }
            out.finish();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable Object cell(Column column, String text) {
        if (text.isEmpty()) {
            return null;
        }
        if (!column.isInstant()) {
            return text;
        }
        Instant instant = Instant.parse(text);
        return instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1_000;
    }

    private List<String> said(List<String> lines, Path file, String name) {
        Desk desk = new Desk(folder);
        desk.leads(
                        "Email,user_id,Create Date,Record ID,Lead Status",
                        "a@acme.example,u,,901,",
                        "b@acme.example,v,2026-01-02T00:00:00Z,,")
                .events(lines.toArray(String[]::new))
                .eventFile(file);
        List<String> said = new ArrayList<>(Desk.describe(desk.read()));
        desk.rejected.forEach(one -> said.add(one.line() + " " + one.reason()));
        desk.notes.forEach(note -> said.add(note.replace(name, "")));
        return said;
    }
}
