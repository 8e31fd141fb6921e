package io.cupel.app.intake.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.app.AppUnderTest;
import io.cupel.app.intake.EventLog;
import io.cupel.app.intake.LogEntry;
import io.cupel.app.intake.RefusalQuery;
import io.cupel.app.intake.Refusals;
import io.cupel.app.intake.RefusedCall;
import io.cupel.app.intake.WriteKey;
import io.cupel.app.intake.WriteKeys;
import io.cupel.core.evidence.Origin;
import io.cupel.files.text.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class DoorsIT {
    @RegisterExtension
    static final AppUnderTest app =
            AppUnderTest.with("return-addresses=https://www.acme.example,http://localhost:9000/x");

    private static final String SUCCESS = "{\"success\":true}";

    private static WriteKey.Made server;
    private static WriteKey.Made browser;
    private long before;

    @BeforeAll
    static void makeKeys() {
        List<WriteKey.Made> first = app.bean(WriteKeys.class).makeFirst();
        server = first.get(0);
        browser = first.get(1);
        assertThat(app.bean(WriteKeys.class).makeFirst()).isEmpty();
    }

    @BeforeEach
    void begin() {
        before = app.bean(EventLog.class).head();
    }

    private List<LogEntry> logged() {
        return app.bean(EventLog.class).after(before, 1_000);
    }

    private static RefusedCall refused() {
        return app.bean(Refusals.class)
                .before(Long.MAX_VALUE, RefusalQuery.ALL, 1)
                .get(0);
    }

    private static HttpRequest.Builder post(String path, byte[] body) {
        return HttpRequest.newBuilder(app.uri(path)).POST(BodyPublishers.ofByteArray(body));
    }

    private static HttpRequest.Builder post(String path, String body) {
        return post(path, body.getBytes(StandardCharsets.UTF_8)).header("Content-Type", "application/json");
    }

    private static String basic(String word) {
        return "Basic " + Base64.getEncoder().encodeToString((word + ":").getBytes(StandardCharsets.UTF_8));
    }

    private static HttpResponse<String> send(String path, String body) {
        return app.send(post(path, body).header("Authorization", basic(server.secret())));
    }

    private static byte[] packed(byte[] body) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(body);
        }
        return out.toByteArray();
    }

    private static void expectProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("\"code\":\"" + code + "\"");
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/identify, identify", "/v1/i, identify", "/v1/track, track", "/v1/t/, track", "/v1/page, page",
        "/v1/p, page", "/v1/screen, screen", "//v1/s, screen", "/v1/group/, group", "/v1/g, group",
        "/v1/alias, alias", "/v1/a, alias",
    })
    void everyDoorTellsTheTypeOfItsCall(String path, String type) {
        HttpResponse<String> answer =
                send(path, "{\"userId\":\"u\",\"anonymousId\":\"a\",\"event\":\"Demo\",\"previousId\":\"a\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(SUCCESS);
        assertThat(logged()).hasSize(1);
        assertThat(logged().get(0).call()).contains("\"type\":\"" + type + "\"");
        assertThat(logged().get(0).origin()).isEqualTo(Origin.SERVER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/batch", "/v1/b", "/v1/import", "//v1/import/", "/v1//b/?x=1", "/v1/batch/"})
    void batchesComeByTheirDoorsHoweverTheyAreWritten(String path) {
        String id = "b" + path.hashCode();
        String body = "{\"writeKey\":\"%s\",\"batch\":[{\"type\":\"page\",\"userId\":\"u\",\"messageId\":\"%s\"}]}"
                .formatted(browser.secret(), id);
        assertThat(app.send(post(path, body)).body()).isEqualTo(SUCCESS);
        assertThat(app.send(post(path, body)).body()).isEqualTo(SUCCESS);
        assertThat(logged()).hasSize(1);
        assertThat(logged().get(0).origin()).isEqualTo(Origin.BROWSER);
        assertThat(logged().get(0).call()).doesNotContain(browser.secret());
    }

    @Test
    void packedAndMislabelledBodiesAreRead() throws Exception {
        byte[] body = "{\"userId\":\"u\",\"messageId\":\"packed\"}".getBytes(StandardCharsets.UTF_8);
        String basic = basic(server.secret());
        for (String[] labels : new String[][] {
            {"Content-Encoding", "gzip", "Content-Type", "application/json"},
            {"Content-Encoding", "GZIP", "Content-Type", "text/plain;charset=UTF-8"},
            {"Content-Type", "text/plain", "Accept", "text/html"},
            {"Content-Type", "application/x-www-form-urlencoded", "Accept", "image/*"},
            {"Content-Type", "nonsense", "Accept", "nonsense"},
            {"Accept", "*/*"},
        }) {
            for (byte[] each : List.of(body, packed(body))) {
                HttpResponse<String> answer =
                        app.send(post("/v1/page", each).headers(labels).header("Authorization", basic));
                assertThat(answer.statusCode()).as(labels[1] + answer.body()).isEqualTo(200);
                assertThat(answer.body()).isEqualTo(SUCCESS);
            }
        }
        assertThat(logged()).hasSize(1);
        expectProblem(
                app.send(post("/v1/page", body).header("Content-Encoding", "br").header("Authorization", basic)),
                415,
                "CUP-API-108");
    }

    @Test
    void whatIsTooLargeIsRefusedAlsoWhenItIsPacked() throws Exception {
        String basic = basic(server.secret());
        byte[] bomb = packed(new byte[200_000_000]);
        assertThat(bomb.length).isLessThan(400_000);
        expectProblem(app.send(post("/v1/b", bomb).header("Authorization", basic)), 413, "CUP-API-103");
        byte[] large = new byte[512_001];
        expectProblem(app.send(post("/v1/b", large).header("Authorization", basic)), 413, "CUP-API-103");
        String event = "{\"userId\":\"u\",\"x\":\"%s\"}".formatted("x".repeat(33_000));
        expectProblem(send("/v1/page", event), 400, "CUP-API-102");
        assertThat(refused().reason()).isEqualTo(Reason.EVENT_TOO_LONG);
        String batch = "{\"batch\":[%s,{\"type\":\"page\",\"userId\":\"u\"}]}".formatted(event);
        assertThat(send("/v1/b", batch).body()).isEqualTo(SUCCESS);
        assertThat(logged()).hasSize(1);
        byte[] whole = packed("{}".getBytes(StandardCharsets.UTF_8));
        byte[] broken = java.util.Arrays.copyOf(whole, whole.length - 6);
        expectProblem(app.send(post("/v1/b", broken).header("Authorization", basic)), 400, "CUP-API-102");
    }

    @Test
    void refusedCallsAreKeptAndNamedWhereThatIsAskedFor() {
        String batch = "{\"batch\":[{\"type\":\"page\",\"userId\":\"u\",\"messageId\":\"%s\"},{\"type\":\"page\"},"
                + "{\"type\":\"paeg\",\"userId\":\"<script>\"}]}";
        assertThat(send("/v1/batch", batch.formatted("r1")).body()).isEqualTo(SUCCESS);
        assertThat(refused().reason()).isEqualTo(Reason.NO_TYPE);
        assertThat(refused().raw()).isEqualTo("{\"type\":\"paeg\",\"userId\":\"<script>\"}");
        assertThat(refused().writeKey()).isEqualTo(server.key().number());
        HttpResponse<String> strict = send("/v1/batch?strict=1", batch.formatted("r2"));
        expectProblem(strict, 400, "CUP-API-106");
        assertThat(strict.body())
                .contains("\"accepted\":1")
                .contains("\"call\":2,\"reason\":\"NO_IDS\"")
                .contains("\"call\":3,\"reason\":\"NO_TYPE\"")
                .doesNotContain("script");
        assertThat(logged()).hasSize(2);
        assertThat(send("/v1/batch?strict=1", "{\"batch\":[]}").body()).isEqualTo(SUCCESS);
        expectProblem(send("/v1/batch", "{\"batch\":["), 400, "CUP-API-102");
        assertThat(refused().reason()).isEqualTo(Reason.NOT_JSON);
    }

    @Test
    void theWordOfAKeyIsNowhereKept() {
        String body = "{\"writeKey\":\"%s\",\"type\":\"page\"}".formatted(server.secret());
        assertThat(app.send(post("/v1/page", body)).body()).isEqualTo(SUCCESS);
        assertThat(refused().raw()).isEqualTo("{\"writeKey\":\"[write key]\",\"type\":\"page\"}");
        assertThat(app.bean(WriteKeys.class).list().toString()).doesNotContain(server.secret());
        assertThat(server.toString()).doesNotContain(server.secret());
    }

    @Test
    void withoutAKeyNothingIsTaken() {
        String body = "{\"userId\":\"u\",\"writeKey\":\"%s\"}";
        for (String word : List.of("", "x", "' or 1=1 --", "x".repeat(10_000))) {
            expectProblem(app.send(post("/v1/page", body.formatted(word))), 401, "CUP-API-101");
        }
        for (String authorization : List.of(basic("x"), "Basic %%%", "Basic ", basic("\u0000"))) {
            HttpRequest.Builder request =
                    post("/v1/page", body.formatted(server.secret())).header("Authorization", authorization);
            expectProblem(app.send(request), 401, "CUP-API-101");
        }
        expectProblem(app.send(post("/v1/page", "{")), 400, "CUP-API-102");
        assertThat(logged()).isEmpty();
    }

    @Test
    void otherDoorsAreNotThere() {
        expectProblem(send("/v1/nothing", "{}"), 404, "CUP-API-107");
        assertThat(app.get("/v1/page").statusCode()).isEqualTo(405);
    }

    @Test
    void aRotatedKeyIsValidForAWhileAndARevokedOneIsNot() {
        WriteKeys keys = app.bean(WriteKeys.class);
        WriteKey.Made made = keys.make(WriteKey.Plan.of("rotated", Origin.SERVER));
        String body = "{\"userId\":\"u\",\"writeKey\":\"%s\"}";
        WriteKey.Made next =
                keys.rotate(made.key().number(), Duration.ofDays(1)).orElseThrow();
        assertThat(next.key().secrets()).hasSize(2);
        for (String word : List.of(made.secret(), next.secret())) {
            assertThat(app.send(post("/v1/page", body.formatted(word))).statusCode())
                    .isEqualTo(200);
        }
        WriteKey.Made last = keys.rotate(made.key().number(), Duration.ZERO).orElseThrow();
        for (String word : List.of(made.secret(), next.secret())) {
            assertThat(app.send(post("/v1/page", body.formatted(word))).statusCode())
                    .isEqualTo(401);
        }
        assertThat(keys.revoke(made.key().number())).isTrue();
        assertThat(keys.revoke(made.key().number())).isFalse();
        assertThat(keys.rotate(made.key().number(), Duration.ZERO)).isEmpty();
        assertThat(app.send(post("/v1/page", body.formatted(last.secret()))).statusCode())
                .isEqualTo(401);
    }

    @Test
    void whoSendsTooMuchIsToldWhenToComeAgain() {
        WriteKey.Made slow = app.bean(WriteKeys.class).make(new WriteKey.Plan("slow", Origin.BROWSER, 1_000, 1, null));
        String body = "{\"userId\":\"u\",\"writeKey\":\"" + slow.secret() + "\"}";
        HttpResponse<String> answer = app.send(post("/v1/page", body));
        for (int i = 0; i < 100 && answer.statusCode() == 200; i++) {
            answer = app.send(post("/v1/page", body));
        }
        expectProblem(answer, 429, "CUP-API-104");
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
    }

    @Test
    void whileTheDatabaseFailsNothingIsAcknowledgedAndThenItComes() {
        JdbcClient db = JdbcClient.create(app.bean(DataSource.class));
        String body = "{\"userId\":\"u\",\"messageId\":\"held\"}";
        db.sql("alter table intake.head rename to gone").update();
        HttpResponse<String> answer = send("/v1/page", body);
        db.sql("alter table intake.gone rename to head").update();
        expectProblem(answer, 503, "CUP-API-105");
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
        assertThat(logged()).isEmpty();
        assertThat(send("/v1/page", body).body()).isEqualTo(SUCCESS);
        assertThat(logged()).hasSize(1);
    }

    @Test
    void pagesOfAnySiteMaySend() {
        HttpResponse<String> asked = app.send(HttpRequest.newBuilder(app.uri("/v1/t"))
                .method("OPTIONS", BodyPublishers.noBody())
                .header("Origin", "https://shop.example")
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "content-type,authorization"));
        assertThat(asked.statusCode()).isEqualTo(200);
        assertThat(asked.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
        assertThat(asked.headers().firstValue("Access-Control-Allow-Headers").orElse(""))
                .contains("content-type", "authorization");
        String body = "{\"userId\":\"u\",\"event\":\"Demo\",\"writeKey\":\"" + browser.secret() + "\"}";
        HttpResponse<String> sent = app.send(post("/v1/t", body).header("Origin", "https://shop.example"));
        assertThat(sent.body()).isEqualTo(SUCCESS);
        assertThat(sent.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
    }

    @Test
    void theSettingsOfAPageSayWhereToSend() {
        HttpResponse<String> answer = app.get("/v1/projects/" + browser.secret() + "/settings");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("\"apiHost\":\"127.0.0.1:" + app.uri("/").getPort() + "/v1\"")
                .contains("\"protocol\":\"http\"")
                .contains("\"Segment.io\"");
        expectProblem(app.get("/v1/projects/none/settings"), 404, "CUP-API-107");
    }

    @Test
    void aFormOfAPageIsALeadAndGoesOnWhereItMay() {
        String form = "oid=" + browser.secret() + "&first_name=Ann&last_name=M%C3%BCller&email=ann%40acme.example"
                + "&company=Acme&lead_source=Web&00N3x=budget&retURL=";
        HttpResponse<String> answer = form("/v1/web-to-lead", form + "https://www.acme.example/thanks?a=1");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).hasValue("https://www.acme.example/thanks?a=1");
        assertThat(logged()).hasSize(1);
        assertThat(logged().get(0).call())
                .contains("\"event\":\"Form Submitted\"", "\"lead_source\":\"Web\"", "\"00N3x\":\"budget\"")
                .contains("\"company\":{\"name\":\"Acme\"},\"email\":\"ann@acme.example\"", "\"lastName\":\"Müller\"")
                .doesNotContain(browser.secret());
        for (String bad : List.of(
                "https://evil.example/",
                "//evil.example",
                "https://www.acme.example.evil.example/",
                "https://www.acme.example@evil.example/",
                "https://evil.example\\@www.acme.example/",
                "javascript:alert(1)",
                "https://www.acme.example:444/",
                "https://www.acme.example/%0d%0aSet-Cookie:a=b\r\n")) {
            HttpResponse<String> stays = form(
                    "/v1/web-to-lead",
                    form + java.net.URLEncoder.encode(bad, StandardCharsets.UTF_8) + "&message_id=" + bad.hashCode());
            assertThat(stays.statusCode()).as(bad).isEqualTo(bad.contains("%0d") ? 303 : 200);
            assertThat(stays.headers().firstValue("Set-Cookie")).isEmpty();
        }
        assertThat(logged()).hasSize(9);
        form("/v1/web-to-lead", "oid=" + browser.secret() + "&email=z%40b.example&last_name=M%FCller+%80");
        assertThat(logged().get(9).call()).contains("\"lastName\":\"Müller €\"");
        expectProblem(form("/v1/web-to-lead", "oid=x&email=a@b.example"), 401, "CUP-API-101");
    }

    private static HttpResponse<String> form(String path, String body) {
        return app.send(post(path, body.getBytes(StandardCharsets.UTF_8))
                .header("Content-Type", "application/x-www-form-urlencoded"));
    }

    @Test
    void aWebhookIsReadByTheMappingOfItsKey() {
        String mapping = """
                {"type":"=track","event":"=Form Submitted","messageId":"id","timestamp":"created",
                 "context.traits.email":"answers.0.email","properties.form":"form.name"}""";
        WriteKey.Made hook =
                app.bean(WriteKeys.class).make(new WriteKey.Plan("forms", Origin.SERVER, 100, 100, mapping));
        String body = """
                [{"id":"h1","created":"2026-01-02T03:04:05Z","answers":[{"email":"bo@acme.example"}],
                  "form":{"name":"Demo"}},{"id":"h2","form":7}]""";
        assertThat(app.send(post("/v1/hooks/" + hook.secret(), body)).body()).isEqualTo(SUCCESS);
        assertThat(logged()).hasSize(1);
        assertThat(logged().get(0).call())
                .isEqualTo("{\"context\":{\"traits\":{\"email\":\"bo@acme.example\"}},\"event\":\"Form Submitted\","
                        + "\"messageId\":\"h1\",\"properties\":{\"form\":\"Demo\"},"
                        + "\"timestamp\":\"2026-01-02T03:04:05Z\",\"type\":\"track\"}");
        assertThat(refused().reason()).isEqualTo(Reason.NO_IDS);
        expectProblem(app.send(post("/v1/hooks/" + hook.secret(), "{")), 400, "CUP-API-102");
        expectProblem(app.send(post("/v1/hooks/" + server.secret(), body)), 404, "CUP-API-107");
        expectProblem(app.send(post("/v1/hooks/none", body)), 401, "CUP-API-101");
    }

    @Test
    void addressesAndAgentsStandBesideTheLog() {
        String body = "{\"userId\":\"u\",\"context\":{\"ip\":\"203.0.113.9\",\"locale\":\"de\"}}";
        app.send(post("/v1/page", body)
                .header("Authorization", basic(server.secret()))
                .header("User-Agent", "shop/1.0"));
        assertThat(logged().get(0).call()).contains("locale").doesNotContain("203.0.113.9", "shop/1.0");
        assertThat(JdbcClient.create(app.bean(DataSource.class))
                        .sql("select ip || ' ' || user_agent from intake.sender where position = :position")
                        .param("position", logged().get(0).position())
                        .query(String.class)
                        .single())
                .isEqualTo("203.0.113.9 shop/1.0");
    }
}
