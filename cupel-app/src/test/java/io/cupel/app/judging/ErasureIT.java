package io.cupel.app.judging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.app.Api;
import io.cupel.app.AppUnderTest;
import io.cupel.app.CupelApp;
import io.cupel.app.backup.BackupCommand;
import io.cupel.app.ground.TestDatabase;
import io.cupel.app.identity.Registers;
import io.cupel.app.people.Scope;
import io.cupel.files.answers.Json;
import io.cupel.testkit.Seeds;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ErasureIT {
    private static final String MAIL = "erika.mustermann@solo-erika.example";
    private static final List<String> NAMES = List.of(
            MAIL,
            "user-erika-77",
            "device-erika-5",
            "Erika M",
            "solo-erika",
            Registers.hashOf("user-erika-77").toString());
    private static final String TABLES = """
            select table_schema || '."' || table_name || '"' from information_schema.tables
             where table_schema not in ('pg_catalog', 'information_schema') and table_type = 'BASE TABLE'
            """;

    @RegisterExtension
    final AppUnderTest app = AppUnderTest.with();

    @TempDir
    Path folder;

    private static final List<String> ERIKA = List.of("""
            {"type":"page","anonymousId":"device-erika-5","messageId":"e-1","properties":{"path":"/pricing"}}""", """
            {"type":"identify","anonymousId":"device-erika-5","userId":"user-erika-77","messageId":"e-2",\
            "traits":{"email":"Erika.Mustermann@solo-erika.example","name":"Erika M","title":"CEO",\
            "phone":"+14155550177"},\
            "context":{"ip":"203.0.113.9","userAgent":"erika-agent"}}""", """
            {"type":"track","event":"Demo Requested","userId":"user-erika-77","messageId":"e-3"}""", """
            {"type":"track","event":"Cupel Outcome","messageId":"e-4","timestamp":"2026-01-05T10:00:00Z",\
            "properties":{"lead":"erika.mustermann@solo-erika.example","decision":"rejected"}}""", """
            {"type":"alias","previousId":"device-erika-6","userId":"user-erika-77","messageId":"e-5"}""", """
            {"type":"track","event":"Email Opened","userId":"user-erika-77","messageId":"opened-solo-erika",\
            "context":{"userAgent":"curl/8 erika"}}""");
    /** Calls that name her, each in a way of its own, and cannot be used. */
    private static final List<String> BROKEN = List.of("""
            {"type":"nonsense","context":{"traits":{"email":"ERIKA.mustermann\\u0040solo-erika.example"}}}""", """
            {"type":"page","userId":"user-erika-77","timestamp":"soon"}""", """
            {"type":"page","userId":"user-erika-77","x":1e999}""", """
            {"type":"page","userId":"user-erika-77","x":"\\ud800"}""", """
            {"type":"page","userId":"x-1","timestamp":"soon","traits":{"phone":"001 415-555 0177","erika":1}}""", """
            {"type":"page","userId":"x-2","timestamp":"soon",\
            "traits":{"by":"E <erika.Mustermann@solo-erika.example>"}}""", """
            {"type":"page","userId":"user-erika-77",\
            "x":[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]}""");
    /** Of which the door says that a machine did it. */
    private static final int MARKS = 1;

    private HttpResponse<String> send(String key, List<String> calls) {
        return app.send(Shipping.request(app.uri("/v1/batch"), key, calls));
    }

    @Test
    void whoIsErasedIsNamedNowhereAndDoesNotComeBack() throws Exception {
        List<String> calls = YearOfCalls.write(60, folder.resolve("year.jsonl"));
        String key = Shipping.key(app);
        Shipping.send(List.of(app), calls, Seeds.random(3));
        assertThat(send(key, ERIKA).statusCode()).isEqualTo(200);
        String refused = "{\"type\":\"nonsense\",\"userId\":\"user-erika-77\",\"traits\":{\"email\":\"" + MAIL + "\"}}";
        assertThat(send(key, List.of(refused)).statusCode()).isEqualTo(200);
        assertThat(send(key, BROKEN).statusCode()).isEqualTo(200);
        Audit.of(app);
        Leads leads = app.bean(Leads.class);
        Map<String, Long> others = scores(leads);
        Api admin = Api.scoped(app, Scope.ERASE, Scope.LEADS_READ, Scope.EXPORT, Scope.EVENTS_READ);
        long lead = Api.json(admin.get("/api/leads?key=user-erika-77"))
                .path("items")
                .path(0)
                .path("number")
                .asLong();
        assertThat(named(app.database())).contains("intake.\"event\"", "identity.\"key\"", "judging.\"lead\"");
        assertThat(named(app.database())).contains("judging.\"mail\"", "judging.\"suspect\"");

        HttpResponse<String> erased = admin.post("/api/erasures", "{\"lead\":" + lead + "}");
        assertThat(erased.statusCode()).as(erased.body()).isEqualTo(200);
        assertThat(Api.json(erased).path("entries").asInt()).isEqualTo(ERIKA.size() + MARKS);

        assertThat(named(app.database())).isEmpty();
        for (String path :
                List.of("/api/export/events?senders=true", "/api/export/leads", "/api/erasures", "/api/leads")) {
            assertThat(admin.get(path).body()).doesNotContainIgnoringCase("erika");
        }
        assertThat(admin.get("/api/leads/" + lead).statusCode()).isEqualTo(404);
        assertThat(admin.post("/api/erasures", "{\"lead\":" + lead + "}").statusCode())
                .isEqualTo(404);
        others.remove("user-erika-77");
        assertThat(scores(leads)).isEqualTo(others);
        refusesErika(key);
        app.restart();
        refusesErika(key);
        isNamedNowhereAfterRestoring(key);
    }

    private void isNamedNowhereAfterRestoring(String key) throws SQLException {
        assertThat(named(app.database())).isEmpty();
        TestDatabase restored = restored();
        assertThat(named(restored)).isEmpty();
        try (AppUnderTest again = AppUnderTest.on(restored)) {
            assertThat(again.send(Shipping.request(again.uri("/v1/batch?strict=1"), key, freshErika()))
                            .statusCode())
                    .isEqualTo(400);
        }
    }

    private static Map<String, Long> scores(Leads leads) {
        Map<String, Long> scores = new TreeMap<>();
        leads.list(LeadQuery.ALL, LeadQuery.Order.NUMBER, LeadQuery.Behind.NONE, 100_000)
                .forEach(row -> scores.put(row.name().id(), row.score()));
        return scores;
    }

    @Test
    void aKeyThatNoLeadHasIsBarredAllTheSame() {
        Api admin = Api.scoped(app, Scope.ERASE);
        String key = Shipping.key(app);
        for (String each : List.of("nobody@nowhere.example", "+12125550199", "hubspot:501", "No-One", "a\"b")) {
            String body = Json.of(Map.of("key", each));
            for (int i = 0; i < 2; i++) {
                assertThat(admin.post("/api/erasures", body).statusCode())
                        .as(each)
                        .isEqualTo(200);
            }
        }
        long before = app.bean(io.cupel.app.intake.EventLog.class).head();
        for (String traits : List.of("\"email\":\"Nobody@nowhere.example\"", "\"phone\":\"+1 212 555 0199\"")) {
            assertThat(send(key, List.of("{\"type\":\"identify\",\"traits\":{" + traits + "}}"))
                            .statusCode())
                    .isEqualTo(200);
        }
        assertThat(app.bean(io.cupel.app.intake.EventLog.class).head()).isEqualTo(before);
    }

    private static List<String> freshErika() {
        return List.of("{\"type\":\"page\",\"userId\":\"user-erika-77\"}");
    }

    private void refusesErika(String key) {
        Audit.of(app);
        long before = app.bean(io.cupel.app.intake.EventLog.class).head();
        List<String> tried = new ArrayList<>(freshErika());
        tried.add("{\"type\":\"identify\",\"traits\":{\"email\":\" ERIKA.Mustermann@solo-erika.example\"}}");
        tried.add("{\"type\":\"page\",\"anonymousId\":\"device-erika-5\"}");
        tried.add("{\"type\":\"identify\",\"traits\":{\"phone\":\"+1 (415) 555-0177\"}}");
        tried.add("{\"type\":\"identify\",\"userId\":\"e2\",\"traits\":{\"phone\":\"+14155550177\"}}");
        tried.add("{\"type\":\"identify\",\"userId\":\"e2\",\"traits\":{\"email\":\"mailto:" + MAIL + "\"}}");
        tried.add("{\"type\":\"group\",\"userId\":\"e2\",\"groupId\":\"g\",\"traits\":{\"by\":[\"Erika <" + MAIL
                + ">\"]}}");
        tried.add("{\"type\":\"track\",\"event\":\"Cupel Touch\",\"properties\":{\"lead\":\"" + MAIL
                + "\",\"channel\":\"call\",\"direction\":\"outbound\"},\"timestamp\":\"2026-01-05T10:00:00Z\"}");
        tried.addAll(ERIKA);
        tried.addAll(BROKEN);
        for (String call : tried) {
            assertThat(send(key, List.of(call)).statusCode()).isEqualTo(200);
        }
        String broken = "{\"batch\":[" + String.join(",", BROKEN) + ",";
        assertThat(app.send(HttpRequest.newBuilder(app.uri("/v1/batch"))
                                .header("Authorization", "Basic " + basic(key))
                                .POST(BodyPublishers.ofString(broken)))
                        .statusCode())
                .isBetween(200, 400);
        assertThat(app.bean(io.cupel.app.intake.EventLog.class).head()).isEqualTo(before);
    }

    private static String basic(String key) {
        return Base64.getEncoder().encodeToString((key + ":").getBytes(UTF_8));
    }

    private TestDatabase restored() {
        Path file = folder.resolve("kept.cupel");
        PrintStream to = new PrintStream(new ByteArrayOutputStream(), true, UTF_8);
        TestDatabase fresh = TestDatabase.fresh();
        for (List<String> words : List.of(
                List.of(
                        "backup",
                        "--to",
                        file.toString(),
                        "--database-url",
                        app.database().url()),
                List.of("restore", file.toString(), "--database-url", fresh.url()))) {
            assertThat(new BackupCommand(to, to, Clock.systemUTC()).run(CupelApp.settings(), words, Map.of()))
                    .isZero();
        }
        return fresh;
    }

    /** The tables in which the person is named. */
    private static List<String> named(TestDatabase database) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            try (ResultSet rows = statement.executeQuery(TABLES)) {
                while (rows.next()) {
                    tables.add(rows.getString(1));
                }
            }
            List<String> found = new ArrayList<>();
            for (String table : tables) {
                for (String name : NAMES) {
                    String sql = "select count(*) from " + table + " as t where t::text ilike '%" + name + "%'";
                    try (ResultSet count = statement.executeQuery(sql)) {
                        count.next();
                        if (count.getLong(1) > 0 && !found.contains(table)) {
                            found.add(table);
                        }
                    }
                }
            }
            return found;
        }
    }
}
