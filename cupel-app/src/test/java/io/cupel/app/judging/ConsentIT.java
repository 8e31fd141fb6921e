package io.cupel.app.judging;

import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.app.Api;
import io.cupel.app.AppUnderTest;
import io.cupel.app.intake.EventLog;
import io.cupel.app.intake.LogEntry;
import io.cupel.app.people.Role;
import io.cupel.core.evidence.Origin;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What a person agreed to, told at every door, on record until the person is erased. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ConsentIT {
    private static final String NO = choices("\"Analytics\":false,\"C0004\":true", "");

    @RegisterExtension
    final AppUnderTest app = AppUnderTest.with();

    @TempDir
    private Path folder;

    private Api ola;
    private String page;
    private String server;

    @BeforeAll
    void begin() {
        ola = Api.of(app, "Ola", Role.ADMIN);
        page = Shipping.key(app, Origin.BROWSER);
        server = Shipping.key(app);
    }

    /** @param beside what stands in the context beside the choices, behind a comma */
    private static String choices(String categories, String beside) {
        return "\"context\":{\"consent\":{\"categoryPreferences\":{%s}}%s}".formatted(categories, beside);
    }

    private HttpResponse<String> send(String key, String call, String... headers) {
        HttpRequest.Builder request = Shipping.request(app.uri("/v1/batch?strict=1"), key, List.of(call));
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return app.send(request);
    }

    private void taken(String key, String call, String... headers) {
        HttpResponse<String> answer = send(key, call, headers);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private long number(String key) {
        Audit.awaitJudged(app);
        JsonNode found = Api.json(ola.get("/api/leads?key=" + key)).path("items");
        return found.path(0).path("number").asLong();
    }

    private JsonNode record(long lead, String... query) {
        Audit.awaitJudged(app);
        HttpResponse<String> answer = ola.get("/api/leads/" + lead + "/consents" + String.join("", query));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Api.json(answer);
    }

    /** As {@code profiling: withheld by browser}. */
    private String consents(long lead, String... query) {
        StringBuilder shown = new StringBuilder();
        record(lead, query)
                .path("consents")
                .forEach(each -> shown.append(each.path("purpose").asString())
                        .append(": ")
                        .append(each.path("consent").asString())
                        .append(
                                each.path("told_by").isNull()
                                        ? ""
                                        : " by " + each.path("told_by").asString())
                        .append(", "));
        return shown.toString();
    }

    private List<LogEntry> entries() {
        return app.bean(EventLog.class).after(0, EventLog.READ_MAX);
    }

    @Order(1)
    @Test
    void whatAVisitorChoseIsThePersonsWhoTurnsOutToBeIt() {
        String yes = choices("\"Analytics\":true", "");
        taken(page, "{\"type\":\"page\",\"anonymousId\":\"d-1\",\"messageId\":\"c-1\"," + yes + "}");
        taken(page, "{\"type\":\"page\",\"anonymousId\":\"d-1\",\"messageId\":\"c-2\"}", "Sec-GPC", "1");
        taken(server, """
                {"type":"identify","anonymousId":"d-1","userId":"ann","messageId":"c-3",
                 "traits":{"email":"ann@one.example","optedIn":true,"title":"CEO"}}""", "Sec-GPC", "1");
        assertThat(consents(number("ann")))
                .isEqualTo("profiling: given by browser, email: given by server, phone: unknown,"
                        + " sharing: withheld by browser, ");
        assertThat(entries().stream().filter(entry -> entry.call().contains("\"globalPrivacyControl\":true")))
                .as("a server's header says nothing about a person")
                .hasSize(1);
    }

    @Order(2)
    @Test
    void aVisitorWhoWithholdsProfilingIsRefusedAndNothingIsKept() {
        long head = app.bean(EventLog.class).head();
        HttpResponse<String> refused = send(page, """
                {"type":"page","name":"secret","anonymousId":"d-2","messageId":"c-4",%s}""".formatted(NO));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("CONSENT_WITHHELD", "consent withheld for profiling");
        assertThat(app.bean(EventLog.class).head()).isEqualTo(head);
        String kept = ola.get("/api/refusals?reason=CONSENT_WITHHELD").body();
        assertThat(kept).contains("messageIdHash").doesNotContain("secret", "d-2", "c-4");
        assertThat(ola.get("/metrics").body()).contains("cupel_events_refused_total{reason=\"CONSENT_WITHHELD\"} 1");
    }

    @Order(3)
    @Test
    void whatAPersonSaysIsKeptWithoutTheRestOfTheCall() {
        taken(page, """
                {"type":"identify","anonymousId":"d-9","userId":"ann","messageId":"c-5",
                 "traits":{"email":"ann@one.example","title":"secret"},%s}""".formatted(NO));
        long ann = number("ann");
        assertThat(consents(ann))
                .isEqualTo("profiling: withheld by browser, email: given by server, phone: unknown,"
                        + " sharing: given by browser, ");
        LogEntry last = entries().get(entries().size() - 1);
        assertThat(last.call())
                .contains("\"Analytics\":false", "\"userId\":\"ann\"")
                .doesNotContain("secret", "d-9");
        assertThat(app.bean(EventLog.class).senders(List.of(last.position()))).isEmpty();
        taken(page, "{\"type\":\"page\",\"anonymousId\":\"d-9\",\"messageId\":\"c-6\"}");
        assertThat(Api.json(ola.get("/api/leads/" + ann + "/events")).path("items"))
                .as("a device is not recognised by such a call")
                .hasSize(4);
    }

    @Order(4)
    @Test
    void aBrowserGivesNothingThatAServerWithheld() {
        taken(server, "{\"type\":\"track\",\"event\":\"Unsubscribed\",\"userId\":\"ann\",\"messageId\":\"c-7\"}");
        String yes = choices("\"email\":true,\"analytics\":true", "");
        taken(page, """
                {"type":"track","event":"Segment Consent Preference Updated","userId":"ann","messageId":"c-8",
                 "properties":{"secret":1},%s}""".formatted(yes));
        assertThat(consents(number("ann")))
                .isEqualTo("profiling: given by browser, email: withheld by server, phone: unknown,"
                        + " sharing: given by browser, ");
    }

    @Order(5)
    @Test
    void peopleSayItWithTheirNameAndWhatShowsIt() {
        long ann = number("ann");
        HttpResponse<String> said = ola.post("/api/leads/" + ann + "/consents", """
                {"purpose":"phone","given":true,"basis":"contract","words":"signed on 3 March"}""");
        assertThat(said.statusCode()).as(said.body()).isEqualTo(202);
        JsonNode record = record(ann);
        JsonNode phone = record.path("consents").path(2);
        assertThat(phone.path("consent").asString()).isEqualTo("given");
        assertThat(phone.path("basis").asString()).isEqualTo("contract");
        assertThat(phone.path("told_by").asString()).isEqualTo("person");
        assertThat(phone.path("by").asString()).isEqualTo("Ola");
        assertThat(phone.path("words").asString()).isEqualTo("signed on 3 March");
        assertThat(phone.path("message_id").asString())
                .isEqualTo(Api.json(said).path("id").asString());
        assertThat(record.path("history").path(0).path("purpose").asString()).isEqualTo("phone");
        assertThat(record.path("history")).hasSize(8);
        Instant before = Instant.parse(phone.path("since").asString()).minusMillis(1);
        assertThat(consents(ann, "?at=" + before)).contains("phone: unknown");
        assertThat(consents(ann, "?at=1999-01-01T00:00:00Z")).doesNotContain("given", "withheld");
    }

    @Order(6)
    @Test
    void whatSaysNothingIsRefused() {
        String path = "/api/leads/" + number("ann") + "/consents";
        for (String body : List.of(
                "{}",
                "{\"purpose\":\"all\",\"given\":true}",
                "{\"purpose\":\"email\",\"given\":true,\"basis\":\"because\"}",
                "{\"purpose\":\"email\",\"given\":false,\"basis\":\"consent\"}",
                "{\"purpose\":\"email\",\"given\":true,\"words\":\" \"}",
                "{\"purpose\":\"email\",\"given\":true,\"words\":\"%s\"}".formatted("x".repeat(1_001)))) {
            assertThat(Api.code(ola.post(path, body))).as(body).isEqualTo("CUP-API-002");
        }
        assertThat(Api.code(ola.get(path + "?at=soon"))).isEqualTo("CUP-API-003");
        assertThat(ola.get("/api/leads/999999/consents").statusCode()).isEqualTo(404);
        assertThat(ola.post("/api/leads/999999/consents", "{\"purpose\":\"email\",\"given\":true}")
                        .statusCode())
                .isEqualTo(404);
    }

    @Order(7)
    @Test
    void ofMergedLeadsTheStrictestHoldsAndUndoIsExact() {
        String mixed = choices("\"Analytics\":true", ",\"globalPrivacyControl\":true");
        taken(server, """
                {"type":"identify","userId":"work","messageId":"c-9",
                 "traits":{"email":"ann@work.example","optedIn":true},%s}""".formatted(mixed));
        long ann = number("ann");
        long work = number("work");
        String before = record(ann).path("consents").toString();
        String other = record(work).path("consents").toString();
        String merge = Api.json(ola.post("/api/merges", "{\"lead\":%d,\"other\":%d}".formatted(ann, work)))
                .path("id")
                .asString();
        assertThat(consents(number("work")))
                .isEqualTo("profiling: given by browser, email: withheld by server, phone: given by person,"
                        + " sharing: withheld by server, ");
        assertThat(ola.get("/api/leads/" + ann + "/consents").statusCode()).isEqualTo(307);
        ola.send("DELETE", "/api/merges/" + merge, null);
        assertThat(record(ann).path("consents").toString()).isEqualTo(before);
        assertThat(record(work).path("consents").toString()).isEqualTo(other);
    }

    @Order(8)
    @Test
    void allOfItIsAsTheLogSaysAlsoAfterARestart() throws Exception {
        long ann = number("ann");
        String before = record(ann).path("history").toString();
        app.restart();
        assertThat(record(ann).path("history").toString()).isEqualTo(before);
        Audit.of(app).isAsItsLogSays().isAsItsExportsSay(folder);
        JsonNode dossier = Api.json(ola.get("/api/leads/" + ann + "/dossier"));
        assertThat(dossier.path("consent").path("history").toString()).isEqualTo(before);
    }

    @Order(9)
    @Test
    void whoIsErasedHasNoRecord() {
        long ann = number("ann");
        assertThat(ola.post("/api/erasures", "{\"lead\":" + ann + "}").statusCode())
                .isEqualTo(200);
        assertThat(ola.get("/api/leads/" + ann + "/consents").statusCode()).isEqualTo(404);
        assertThat(ola.get("/api/export/events").body()).doesNotContain("signed on 3 March", "ann@one");
        long head = app.bean(EventLog.class).head();
        assertThat(send(page, "{\"type\":\"page\",\"userId\":\"ann\",\"messageId\":\"c-99\",%s}".formatted(NO))
                        .body())
                .contains("ERASED");
        assertThat(app.bean(EventLog.class).head()).isEqualTo(head);
    }
}
