package io.cupel.app.judging;

import static io.cupel.app.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.app.Api;
import io.cupel.app.AppUnderTest;
import io.cupel.app.ground.TestDatabase;
import io.cupel.app.people.Role;
import io.cupel.app.people.Scope;
import io.cupel.core.evidence.Origin;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Opens and clicks that machines did, from the doors to the score and back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SuspectsIT {
    private static final String CONTRACT = """
            name: mail
            timezone: UTC
            signals:
              - {name: Click, kind: engagement, on: email clicked, points: 10}
              - {name: Open, kind: engagement, on: email opened, points: 1}
            stages:
              mql: {score: 30}
            """;

    private static final String MAIL = """
            {"type":"track","event":"Email %s","userId":"%s","messageId":"%s","timestamp":"%s",%s}""";
    private static final String KNOWN = """
            {"type":"identify","userId":"%s","timestamp":"%s","traits":{"email":"%s@a.example"}}""";
    private static final String PAGE = """
            {"type":"track","event":"Email Link Clicked","anonymousId":"%s","messageId":"%s","timestamp":"%s",\
            "properties":{"link_url":"https://a.example/%d"}%s}""";
    private static final String PAUL = """
            ,"context":{"traits":{"email":"paul@b.example"}}""";

    private final Instant hour = Instant.now().truncatedTo(ChronoUnit.HOURS).minus(2, ChronoUnit.HOURS);

    @TempDir
    Path folder;

    private AppUnderTest app;
    private String key;
    private Api ola;

    @BeforeAll
    void begin(@TempDir Path contracts) throws Exception {
        Path contract = Files.writeString(contracts.resolve("mail.yaml"), CONTRACT);
        app = AppUnderTest.on(TestDatabase.fresh(), "cupel.contract=" + contract);
        key = Shipping.key(app);
        ola = Api.of(app, "Ola", Role.ADMIN);
    }

    @AfterAll
    void end() {
        app.close();
    }

    private static JsonNode ok(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }

    private String mail(String who, String id, String name, long millis, String beside) {
        return MAIL.formatted(name, who, id, hour.plusMillis(millis), beside);
    }

    private String click(String who, String id, long millis, String mail, String link) {
        return mail(
                who,
                id,
                "Link Clicked",
                millis,
                "\"properties\":{\"email_id\":\"%s\",\"link_url\":\"https://a.example/%s\"}".formatted(mail, link));
    }

    private void send(String... calls) {
        send(key, List.of(calls));
    }

    private void send(String with, List<String> calls) {
        HttpResponse<String> answer = app.send(Shipping.request(app.uri("/v1/batch?strict=1"), with, calls));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private void known(String who) {
        send(KNOWN.formatted(who, hour.minusSeconds(3600), who));
    }

    /** When all is judged and looked through. */
    private JsonNode lead(String who) {
        Audit.of(app);
        return ok(ola.get("/api/leads/" + number(who)));
    }

    private long number(String who) {
        return ok(ola.get("/api/leads?key=" + who))
                .path("items")
                .path(0)
                .path("number")
                .asLong();
    }

    private JsonNode suspects(String query) {
        return ok(ola.get("/api/suspects" + query));
    }

    private static List<String> texts(JsonNode items, String name) {
        List<String> texts = new ArrayList<>();
        items.path("items").forEach(item -> texts.add(item.path(name).asString()));
        return texts;
    }

    @Test
    void aGatewayThatFollowsAllLinksChangesNoScoreUntilSomebodyReleasesIt() throws Exception {
        known("gate");
        send(click("gate", "human", -86_400_000, "m0", "x"));
        List<String> sweep = new ArrayList<>();
        for (int link = 0; link < 5; link++) {
            sweep.add(click("gate", "sweep-" + link, 60_000 + 600L * link, "m1", "l" + link));
        }
        Collections.reverse(sweep);
        send(key, sweep.subList(0, 2));
        send(key, sweep.subList(2, 5));
        send(mail("gate", "opened", "Opened", 3_000, "\"properties\":{\"email_id\":\"m2\"}"));
        send(mail("gate", "delivered", "Delivered", 1_000, "\"properties\":{\"email_id\":\"m2\"}"));

        JsonNode lead = lead("gate");
        assertThat(lead.path("score").asLong()).isEqualTo(10);
        long number = lead.path("number").asLong();
        JsonNode found = suspects("?lead=" + number);
        assertThat(found.path("count").asInt()).isEqualTo(6);
        assertThat(texts(found, "state")).containsOnly("suspect");
        assertThat(texts(suspects("?reason=delivery&lead=" + number), "event")).containsExactly("opened");
        assertThat(texts(suspects("?reason=links&lead=" + number), "name"))
                .containsOnly("email clicked Email Link Clicked");
        List<String> paged = new ArrayList<>();
        JsonNode page = suspects("?limit=4&lead=" + number);
        paged.addAll(texts(page, "event"));
        paged.addAll(texts(
                suspects("?limit=4&lead=" + number + "&cursor="
                        + page.path("next").asString()),
                "event"));
        assertThat(paged).doesNotHaveDuplicates().hasSize(6);

        isShownAmongTheEvents(number);
        Audit.of(app).isAsItsLogSays().isAsItsExportsSay(folder);
        isReleasedInBulk(number);
    }

    private void isShownAmongTheEvents(long number) {
        JsonNode events =
                ok(ola.get("/api/leads/" + number + "/events?limit=100")).path("items");
        List<String> shown = new ArrayList<>();
        for (JsonNode event : events) {
            if (!event.path("suspect").isNull()) {
                shown.add(event.path("call").path("messageId").asString() + event.path("suspect"));
            }
        }
        assertThat(shown).hasSize(6).contains("opened[\"delivery\"]", "sweep-0[\"links\"]");
    }

    private void isReleasedInBulk(long number) throws Exception {
        String links = "{\"all\":true,\"lead\":%d,\"reason\":\"links\",\"count\":%d}";
        assertThat(Api.code(ola.post("/api/suspects/releases", links.formatted(number, 4))))
                .isEqualTo("CUP-API-070");
        assertThat(ok(ola.post("/api/suspects/releases", links.formatted(number, 5)))
                        .path("events")
                        .asInt())
                .isEqualTo(5);
        JsonNode lead = lead("gate");
        assertThat(lead.path("score").asLong()).isEqualTo(60);
        assertThat(lead.path("stage").asString()).isEqualTo("mql");
        assertThat(texts(suspects("?state=released&lead=" + number), "by"))
                .containsOnly("Ola")
                .hasSize(5);
        assertThat(texts(suspects("?state=suspect&lead=" + number), "event")).containsExactly("opened");
        JsonNode again = ok(ola.post("/api/suspects/releases", "{\"events\":[\"opened\",\"sweep-1\",\"nothing\"]}"));
        assertThat(again.path("events").asInt()).isEqualTo(1);

        // what a person released is not marked again
        send(click("gate", "sweep-9", 61_000, "m1", "l9"));
        assertThat(lead("gate").path("score").asLong()).isEqualTo(61);
        assertThat(texts(suspects("?state=suspect&lead=" + number), "event")).containsExactly("sweep-9");
        Audit.of(app).isAsItsLogSays().isAsItsExportsSay(folder);
    }

    @Test
    void aCycleOpenedByAnEventThatIsMarkedLaterStaysAndIsFlagged() throws Exception {
        known("flag");
        send(click("flag", "f1", 0, "m1", "a"), click("flag", "f2", 1_000, "m1", "b"));
        send(click("flag", "f0", -90_000_000, "m0", "c"));
        assertThat(lead("flag").path("stage").asString()).isEqualTo("mql");
        assertThat(lead("flag").path("opened_by_suspect").asBoolean()).isFalse();
        send("""
                {"type":"track","event":"Cupel Suspect","userId":"flag","messageId":"by-hand",\
                "properties":{"decision":"mark","events":["f0","f2"],"reasons":["seen in the gateway's log"],\
                "by":"mail team"}}""");
        JsonNode lead = lead("flag");
        assertThat(lead.path("stage").asString()).isEqualTo("mql");
        assertThat(lead.path("score").asLong()).isEqualTo(10);
        assertThat(lead.path("opened_by_suspect").asBoolean()).isTrue();
        long number = lead.path("number").asLong();
        JsonNode cycle =
                ok(ola.get("/api/leads/" + number + "/cycles")).path("items").path(0);
        assertThat(cycle.path("opened_by_suspect").asBoolean()).isTrue();
        JsonNode steps = ok(ola.get("/api/leads/" + number + "/transitions")).path("items");
        assertThat(steps.path(steps.size() - 1).path("suspect").toString()).isEqualTo("[\"f0\"]");
        assertThat(texts(suspects("?lead=" + number), "by")).containsOnly("mail team");
        Audit.of(app).isAsItsLogSays().isAsItsExportsSay(folder);
    }

    @Test
    void whatIsPlainAtTheDoorIsMarkedBeforeItIsJudged() {
        known("door");
        String agent = "\"context\":{\"userAgent\":\"Barracuda Sentinel (EE)\"}";
        List<String> calls = IntStream.range(0, 4)
                .mapToObj(i -> mail("door", "d" + i, "Link Clicked", i * 3_600_000L - 86_400_000L, agent))
                .toList();
        send(key, calls);
        send(key, calls);
        JsonNode lead = lead("door");
        assertThat(lead.path("stage").asString()).isEqualTo("lead");
        assertThat(lead.path("score").asLong()).isZero();
        assertThat(texts(suspects("?lead=" + number("door")), "event")).hasSize(4);
        JsonNode copies = ok(Api.scoped(app, Scope.EVENTS_READ).get("/api/differing-copies"));
        assertThat(copies.path("items").toString()).doesNotContain("suspect-");
    }

    @Test
    void whatBrowsersSayIsMarkedWithoutBelievingMore() {
        String page = Shipping.key(app, Origin.BROWSER);
        List<String> calls = new ArrayList<>();
        for (int link = 0; link < 3; link++) {
            Instant at = hour.plusMillis(500L * link);
            calls.add(PAGE.formatted("dev-1", "p" + link, at, link, PAUL));
            calls.add(PAGE.formatted("dev-2", "v" + link, at, link, ""));
        }
        send(page, calls);
        JsonNode lead = lead("paul@b.example");
        assertThat(lead.path("score").asLong()).isZero();
        assertThat(lead.path("email_verified").asBoolean()).isFalse();
        send(page, List.of("""
                {"type":"identify","anonymousId":"dev-2","traits":{"email":"vera@b.example"}}"""));
        assertThat(lead("vera@b.example").path("score").asLong()).isZero();
        String refused = "{\"type\":\"track\",\"event\":\"Cupel Suspect\",\"userId\":\"u\",\"properties\":"
                + "{\"decision\":\"release\",\"events\":[\"p0\"]}}";
        assertThat(app.send(Shipping.request(app.uri("/v1/batch?strict=1"), page, List.of(refused)))
                        .statusCode())
                .isEqualTo(400);
        Audit.of(app).isAsItsLogSays();
    }

    @Test
    void hostileValuesHarmNothing() {
        known("evil");
        String longId = "i".repeat(20_000);
        send(
                mail("evil", longId, "Opened", 0, "\"context\":{\"userAgent\":\"curl/8\"}"),
                mail("evil", "e1\\n'; drop table judging.suspect; --", "Link Clicked", 5_000, "\"properties\":[1]"),
                mail("evil", "<script>", "Opened", 6_000, "\"context\":{\"userAgent\":\"" + "x".repeat(9_000) + "\"}"),
                mail("evil", "e3", "Link Clicked", 7_000, """
                        "properties":{"decoy":true,"link_url":{"a":[]},"email_id":1e300}"""),
                mail("evil", "e4", "Link Clicked", 8_000, """
                        "properties":{"email_id":"","link_url":"\\ud83d\\ude00"}"""));
        assertThat(lead("evil").path("score").asLong()).isEqualTo(22);
        assertThat(texts(suspects("?lead=" + number("evil")), "event")).containsExactly("e3");
        for (String bad : List.of(
                "{}",
                "{\"all\":true,\"events\":[\"a\"]}",
                "{\"events\":[]}",
                "{\"events\":[null]}",
                "{\"all\":true,\"reason\":\"\"}",
                "{\"all\":true,\"from\":\"yesterday\"}")) {
            assertThat(ola.post("/api/suspects/releases", bad).statusCode())
                    .as(bad)
                    .isEqualTo(422);
        }
        for (String bad : List.of("?state=x", "?lead=0", "?from=1", "?limit=0", "?cursor=x", "?no=1")) {
            assertThat(ola.get("/api/suspects" + bad).statusCode()).as(bad).isEqualTo(400);
        }
        assertThat(suspects("?lead=999999").path("count").asInt()).isZero();
        assertThat(suspects("?reason=%27%3B--").path("items").size()).isZero();
        assertThat(ok(ola.post("/api/suspects/releases", "{\"events\":[\"" + longId + "\"]}"))
                        .path("events")
                        .asInt())
                .isZero();
    }
}
