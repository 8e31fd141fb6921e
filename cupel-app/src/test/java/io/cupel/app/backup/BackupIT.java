package io.cupel.app.backup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.app.AppUnderTest;
import io.cupel.app.CupelApp;
import io.cupel.app.ground.TestDatabase;
import io.cupel.app.intake.EventLog;
import io.cupel.app.intake.WriteKey;
import io.cupel.app.intake.WriteKeys;
import io.cupel.app.judging.LeadQuery;
import io.cupel.app.judging.LeadRow;
import io.cupel.app.judging.Leads;
import io.cupel.core.evidence.Origin;
import io.cupel.files.generate.MadeUpYear;
import io.cupel.files.generate.Plan;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class BackupIT {
    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");

    @RegisterExtension
    static final AppUnderTest app = AppUnderTest.with();

    @TempDir
    static Path folder;

    private static Path file;
    private static String key;
    private static List<String> lines;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @BeforeAll
    static void loadAndKeep() throws Exception {
        key = app.bean(WriteKeys.class)
                .make(WriteKey.Plan.of("test", Origin.SERVER))
                .secret();
        MadeUpYear.write(new Plan(60, 8, 7, 2025, Plan.Format.JSONL, false), folder, MadeUpYear.Listener.NONE);
        lines = new ArrayList<>(Files.readAllLines(folder.resolve("events.jsonl")));
        lines.removeIf(line -> !line.endsWith("}"));
        send(app, lines);
        awaitJudged(app);
        file = folder.resolve("kept.cupel");
        assertThat(new BackupIT().run(app.database(), "backup", "--to", file.toString()))
                .isZero();
    }

    private int run(TestDatabase database, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--database-url");
        all.add(database.url());
        PrintStream to = new PrintStream(said, true, UTF_8);
        return new BackupCommand(to, to, Clock.fixed(NOW, ZoneOffset.UTC)).run(CupelApp.settings(), all, Map.of());
    }

    private static void send(AppUnderTest server, List<String> calls) {
        for (int from = 0; from < calls.size(); from += 200) {
            String batch =
                    "{\"batch\":[" + String.join(",", calls.subList(from, Math.min(calls.size(), from + 200))) + "]}";
            String word = Base64.getEncoder().encodeToString((key + ":").getBytes(UTF_8));
            HttpRequest.Builder request = HttpRequest.newBuilder(server.uri("/v1/batch"))
                    .header("Authorization", "Basic " + word)
                    .POST(BodyPublishers.ofString(batch));
            assertThat(server.send(request).statusCode()).isEqualTo(200);
        }
    }

    private static void awaitJudged(AppUnderTest server) throws Exception {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
        String left = """
                select 1 from judging.progress, judging.watch, intake.head
                 where least(progress.position, watch.position) < head.position
                """;
        while (!rows(server.database(), left).isEmpty()) {
            assertThat(System.nanoTime()).as("judged in two minutes").isLessThan(until);
            Thread.onSpinWait();
        }
    }

    private static List<String> rows(TestDatabase database, String sql) throws Exception {
        List<String> rows = new ArrayList<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                rows.add(row.getString(1));
            }
        }
        return rows;
    }

    private static List<String> everything(TestDatabase database) throws Exception {
        List<String> all = new ArrayList<>();
        try (Connection connection = database.connect()) {
            for (Catalogue.Table table : new Catalogue(connection).tables()) {
                for (String row : rows(database, "select t::text from " + table.name() + " t order by 1")) {
                    all.add(table.name() + " " + row);
                }
            }
            all.add(new Catalogue(connection).sequences().toString());
            all.add(new Catalogue(connection).versions().toString());
        }
        return all;
    }

    @Test
    void aSecondServerGoesOnWhereTheFirstWas() throws Exception {
        TestDatabase fresh = TestDatabase.fresh();
        assertThat(run(fresh, "restore", file.toString()))
                .as(said.toString(UTF_8))
                .isZero();
        assertThat(said.toString(UTF_8)).contains("Restored ", "made at 2026-03-01T00:00:00Z");
        assertThat(everything(fresh)).isEqualTo(everything(app.database()));

        AppUnderTest second = AppUnderTest.with("cupel.database-url=" + fresh.url());
        second.beforeAll(null);
        try {
            Leads before = app.bean(Leads.class);
            Leads after = second.bean(Leads.class);
            List<LeadRow> leads = before.list(LeadQuery.ALL, LeadQuery.Order.NUMBER, LeadQuery.Behind.NONE, 10_000);
            assertThat(leads).hasSizeGreaterThan(40);
            assertThat(after.list(LeadQuery.ALL, LeadQuery.Order.NUMBER, LeadQuery.Behind.NONE, 10_000))
                    .isEqualTo(leads);
            long at = NOW.plusSeconds(100_000_000).toEpochMilli();
            for (LeadRow lead : leads) {
                assertThat(after.judgement(lead.number(), at)).isEqualTo(before.judgement(lead.number(), at));
            }
            long head = second.bean(EventLog.class).head();
            send(second, lines.subList(0, 100));
            assertThat(second.bean(EventLog.class).head())
                    .as("all of it is known")
                    .isEqualTo(head);
            send(second, List.of("{\"type\":\"track\",\"event\":\"New\",\"userId\":\"new\",\"messageId\":\"new-1\"}"));
            assertThat(second.bean(EventLog.class).head()).isEqualTo(head + 1);
        } finally {
            second.afterAll(null);
        }
    }

    @Test
    void aDatabaseWithDataIsRefusedUnlessForced() throws Exception {
        TestDatabase database = TestDatabase.fresh();
        assertThat(run(database, "restore", file.toString())).isZero();
        assertThat(run(database, "restore", file.toString())).isOne();
        assertThat(said.toString(UTF_8)).contains("holds data of Cupel already", "--force yes");
        assertThat(run(database, "restore", file.toString(), "--force", "yes")).isZero();
        assertThat(everything(database)).isEqualTo(everything(app.database()));
    }

    @Test
    void aDatabaseInUseIsRefused() {
        assertThat(run(app.database(), "restore", file.toString(), "--force", "yes"))
                .isOne();
        assertThat(said.toString(UTF_8)).contains("the database is in use; stop the server first");
    }

    @Test
    void aDamagedFileLeavesNothing() throws Exception {
        Path damaged = changed("intake.event", text -> text.replaceFirst("messageId", "messageIx"));
        TestDatabase database = TestDatabase.fresh();
        assertThat(run(database, "restore", damaged.toString())).isOne();
        assertThat(said.toString(UTF_8)).contains("the table intake.event is not as it was written");
        assertThat(rows(database, "select schemaname from pg_tables where tablename = 'migration'"))
                .isEmpty();
    }

    @Test
    void aBackupOfANewerCupelIsRefused() throws Exception {
        Path newer =
                changed("manifest", text -> text.replaceFirst("\"judging\" : \"[0-9]+\"", "\"judging\" : \"999\""));
        assertThat(run(TestDatabase.fresh(), "restore", newer.toString())).isOne();
        assertThat(said.toString(UTF_8)).contains("the backup is of a newer Cupel (the schema judging has version 999");
    }

    @Test
    void whatIsNoBackupIsRefused() throws Exception {
        Path other = Files.writeString(folder.resolve("other"), "something else");
        assertThat(run(TestDatabase.fresh(), "restore", other.toString())).isOne();
        assertThat(run(TestDatabase.fresh(), "restore", folder.resolve("none").toString()))
                .isOne();
        assertThat(run(
                        TestDatabase.fresh(),
                        "backup",
                        "--to",
                        folder.resolve("empty").toString()))
                .isOne();
        assertThat(said.toString(UTF_8))
                .contains("is no backup of Cupel", "there is no file", "the database holds nothing of Cupel");
    }

    @Test
    void noBackupIsWrittenOverAndNoneIntoNowhere() throws Exception {
        byte[] before = Files.readAllBytes(file);
        assertThat(run(app.database(), "backup", "--to", file.toString())).isOne();
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        String nowhere = folder.resolve("none").resolve("kept.cupel").toString();
        assertThat(run(app.database(), "backup", "--to", nowhere)).isOne();
        assertThat(run(TestDatabase.fresh(), "restore", file.toString(), "--force", "maybe"))
                .isOne();
        assertThat(said.toString(UTF_8)).contains("is there already", "there is no folder", "--force takes yes or no");
    }

    private interface Change {
        String of(String text);
    }

    private static Path changed(String entry, Change change) throws Exception {
        Path target = Files.createTempFile(folder, "changed", ".cupel");
        try (ZipFile in = new ZipFile(file.toFile());
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(target))) {
            for (ZipEntry each : in.stream().toList()) {
                out.putNextEntry(new ZipEntry(each.getName()));
                byte[] bytes = in.getInputStream(each).readAllBytes();
                out.write(
                        each.getName().contains(entry)
                                ? change.of(new String(bytes, UTF_8)).getBytes(UTF_8)
                                : bytes);
                out.closeEntry();
            }
        }
        return target;
    }
}
