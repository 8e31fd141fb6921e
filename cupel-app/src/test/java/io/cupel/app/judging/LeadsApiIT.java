package io.cupel.app.judging;

import static io.cupel.app.Api.code;
import static io.cupel.app.Api.json;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.app.Api;
import io.cupel.app.AppUnderTest;
import io.cupel.app.contracts.ContractsInForce;
import io.cupel.app.identity.Registers;
import io.cupel.app.intake.EventLog;
import io.cupel.app.intake.LogEntry;
import io.cupel.app.intake.WriteKey;
import io.cupel.app.intake.WriteKeys;
import io.cupel.app.people.Scope;
import io.cupel.core.contract.Contract;
import io.cupel.core.evidence.Evidence;
import io.cupel.core.evidence.Origin;
import io.cupel.core.lifecycle.Judge;
import io.cupel.core.lifecycle.Judgement;
import io.cupel.files.LeadFiles;
import io.cupel.files.answers.ExplanationJson;
import io.cupel.files.answers.Json;
import io.cupel.files.answers.JudgementJson;
import java.math.BigDecimal;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LeadsApiIT {
    @RegisterExtension
    static final AppUnderTest app = AppUnderTest.with();

    private static String key;
    private static Api reader;

    @BeforeAll
    static void makeKeys() {
        key = app.bean(WriteKeys.class)
                .make(WriteKey.Plan.of("test", Origin.SERVER))
                .secret();
        reader = Api.scoped(app, Scope.LEADS_READ, Scope.EVENTS_READ);
    }

    @Test
    void theWorkedExampleIsAnMql() {
        sendStory("dana", "northwind.example");
        JsonNode row =
                json(reader.get("/api/leads?stage=mql&key=dana")).path("items").path(0);
        assertThat(row.path("lead").asString()).isEqualTo("dana");
        assertThat(row.path("score").asInt()).isEqualTo(85);
        assertThat(row.path("company").asString()).isEqualTo("Northwind");
        assertThat(row.path("raised_hand").asBoolean()).isTrue();
        assertThat(row.path("expires").isNull()).isFalse();
        JsonNode lead = json(reader.get("/api/leads/" + row.path("number").asLong()));
        assertThat(lead.path("fit").path("grade").asString()).isEqualTo("A");
        assertThat(lead.path("stage").asString()).isEqualTo("mql");
        assertThat(texts(lead.path("keys"), "kind")).contains("user", "email");
        assertThat(lead.path("enough").isEmpty()).isTrue();
        JsonNode cycles = json(reader.get(path(row) + "/cycles")).path("items");
        assertThat(cycles).hasSize(1);
        assertThat(cycles.path(0).path("cause").asString()).isEqualTo("hand-raised");
        assertThat(cycles.path(0).path("closed").isNull()).isTrue();
        assertThat(texts(json(reader.get(path(row) + "/transitions")).path("items"), "to"))
                .containsExactly("lead", "mql");
        JsonNode company = json(reader.get("/api/companies/northwind.example"));
        assertThat(company.path("stages").path("mql").asInt()).isEqualTo(1);
        assertThat(company.path("score").asInt()).isEqualTo(85);
        assertThat(company.path("profile").path("company.employees").asInt()).isEqualTo(120);
        assertThat(json(reader.get("/api/status")).path("waiting").asInt()).isZero();
    }

    @Test
    void whatCameLateSaysByHowMuch() {
        sendStory("lia", "lias.example");
        assertThat(json(reader.get(path("lia") + "/cycles"))
                        .path("items")
                        .path(0)
                        .path("late_seconds")
                        .isNull())
                .isTrue();
        send(
                call(
                        "identify",
                        "\"userId\": \"lou\", \"traits\": {\"email\": \"lou@lous.example\", \"title\": \"CRO\"}"),
                call("track", at(2) + "\"userId\": \"lou\", \"event\": \"Demo Requested\""));
        JsonNode last = json(reader.get(path("lou") + "/transitions")).path("items");
        assertThat(last.path(0).path("late_seconds").isNull()).isTrue();
        JsonNode mql = last.path(1);
        assertThat(mql.path("to").asString()).isEqualTo("mql");
        assertThat(Duration.ofSeconds(mql.path("late_seconds").asLong()).toDays())
                .isEqualTo(2);
        assertThat(json(reader.get(path("lou") + "/cycles"))
                        .path("items")
                        .path(0)
                        .path("late_seconds"))
                .isEqualTo(mql.path("late_seconds"));
    }

    @Test
    void theEventsOfALeadAreThoseOfTheVisitorToo() {
        sendStory("erin", "erins.example");
        String lead = path("erin");
        JsonNode first = json(reader.get(lead + "/events?limit=4"));
        JsonNode rest = json(
                reader.get(lead + "/events?limit=4&cursor=" + first.path("next").asString()));
        List<Long> positions = new ArrayList<>(numbers(first.path("items"), "position"));
        positions.addAll(numbers(rest.path("items"), "position"));
        assertThat(positions).hasSize(6).isSortedAccordingTo((one, other) -> Long.compare(other, one));
        assertThat(rest.path("next").isNull()).isTrue();
        JsonNode oldest = rest.path("items").path(1);
        assertThat(oldest.path("call").path("properties").path("path").asString())
                .isEqualTo("/case-studies/northwind");
        assertThat(oldest.path("origin").asString()).isEqualTo("server");
    }

    @Test
    void aLeadThatTurnedOutToBeAnotherIsAnsweredWithThatOne() {
        send(track("fay", "Playbook Downloaded", 0));
        send(call("identify", "\"traits\": {\"email\": \"fay@fays.example\"}"));
        String fay = path("fay");
        String other = path("fay@fays.example");
        assertThat(other).isNotEqualTo(fay);
        send(call("identify", "\"userId\": \"fay\", \"traits\": {\"email\": \"fay@fays.example\"}"));
        for (String rest : List.of("", "/transitions", "/cycles", "/events?limit=3", "/explanation?version=1")) {
            HttpResponse<String> moved = reader.get(other + rest);
            assertThat(moved.statusCode()).as(rest).isEqualTo(307);
            assertThat(moved.headers().firstValue("Location")).as(rest).contains(fay + rest);
            assertThat(reader.get(fay + rest).statusCode()).as(rest).isEqualTo(200);
        }
        assertThat(path("fay@fays.example")).isEqualTo(fay);
    }

    @Test
    void anExplanationAddsUpAndIsThatOfTheLogAsAFile(@TempDir Path folder) throws Exception {
        sendStory("gus", "guss.example");
        Instant at = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        JsonNode told = json(reader.get(path("gus") + "/explanation?version=1&at=" + at));
        expectSums(told);
        Contract contract = app.bean(ContractsInForce.class).contract(1);
        Judge judge = Judge.of(contract);
        Evidence evidence = LeadFiles.read(
                        contract,
                        new LeadFiles.Input(
                                List.of(), List.of(exported(folder)), LeadFiles.Manner.plain(at.toEpochMilli(), false)),
                        LeadFiles.Listener.NONE)
                .find("gus")
                .orElseThrow();
        Judgement judgement = judge.judge(evidence, at.toEpochMilli());
        ExplanationJson lines = new ExplanationJson(judge.explain(evidence, at.toEpochMilli()), id -> false);
        assertThat(told.path("kinds")).isEqualTo(tree(lines.kinds()));
        assertThat(told.path("clamps")).isEqualTo(tree(lines.clamps()));
        assertThat(told.path("criteria")).isEqualTo(tree(JudgementJson.criteria(contract, judgement)));
        assertThat(told.path("profile")).isEqualTo(tree(JudgementJson.profile(judgement.profile())));
        JsonNode printed = tree(JudgementJson.keys(contract, judgement));
        for (String same : List.of("lead", "score", "engagement", "intent", "usage", "fit", "reasons", "contract")) {
            assertThat(told.path(same)).as(same).isEqualTo(printed.path(same));
        }
        JsonNode before = json(reader.get(path("gus") + "/explanation?at=2020-01-01T00:00:00Z"));
        assertThat(before.path("score").asInt()).isZero();
        assertThat(before.path("kinds").path(0).path("signals").isEmpty()).isTrue();
    }

    private static void expectSums(JsonNode told) {
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode kind : told.path("kinds")) {
            BigDecimal ofKind = BigDecimal.ZERO;
            for (JsonNode signal : kind.path("signals")) {
                BigDecimal ofSignal = BigDecimal.ZERO;
                for (JsonNode line : signal.path("lines")) {
                    ofSignal = ofSignal.add(line.path("now").asDecimal());
                }
                assertThat(ofSignal).isEqualByComparingTo(signal.path("points").asDecimal());
                ofKind = ofKind.add(ofSignal);
            }
            assertThat(ofKind).isEqualByComparingTo(kind.path("points").asDecimal());
            sum = sum.add(ofKind);
        }
        assertThat(sum).isEqualByComparingTo(told.path("score").asDecimal());
    }

    @Test
    void pagesStayWholeWhileLeadsAreAdded() {
        for (int i = 0; i < 7; i++) {
            send(track("page-" + i, "Playbook Downloaded", 0));
            send(call("group", "\"userId\": \"page-" + i + "\", \"groupId\": \"pages.example\""));
        }
        for (String order : List.of("number", "score", "since")) {
            List<Long> seen = new ArrayList<>();
            String cursor = "";
            int added = 0;
            while (cursor != null) {
                JsonNode page = json(reader.get("/api/leads?company=pages.example&limit=2&order=" + order + cursor));
                seen.addAll(numbers(page.path("items"), "number"));
                String more = "page-" + order + added++;
                send(track(more, "Webinar Attended", 0));
                send(call("group", "\"userId\": \"" + more + "\", \"groupId\": \"pages.example\""));
                cursor = page.path("next").isNull() || added > 20
                        ? null
                        : "&cursor=" + page.path("next").asString();
            }
            assertThat(seen).as(order).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(7);
        }
        String ofNumbers = json(reader.get("/api/leads?limit=1")).path("next").asString();
        assertThat(code(reader.get("/api/leads?order=score&cursor=" + ofNumbers)))
                .isEqualTo("CUP-API-011");
    }

    @Test
    void aCycleThatNobodyTookUpIsOverWhetherOrNotThatWasWrittenDown() {
        sendStory("hal", "hals.example");
        long hal = app.bean(Leads.class).withKey("hal").orElseThrow();
        Clock later = Clock.offset(app.bean(Clock.class), Duration.ofDays(31));
        Leads seenLater = new Leads(
                app.bean(JudgingTables.class),
                app.bean(Registers.class),
                app.bean(ContractsInForce.class),
                app.bean(EventLog.class),
                later,
                app.bean(TransactionTemplate.class));
        LeadQuery nurture = new LeadQuery(Set.of("nurture"), hal, null, null, null, null, null, null, null, null);
        assertThat(list(seenLater, nurture)).hasSize(1);
        assertThat(list(app.bean(Leads.class), nurture)).isEmpty();
        Leads.Found expected = seenLater.find(hal).orElseThrow();
        assertThat(expected.cycles().get(0).closed()).isNotNull();
        LiveJudge elsewhere = new LiveJudge(
                app.bean(TransactionTemplate.class),
                app.bean(EventLog.class),
                app.bean(Registers.class),
                app.bean(JudgingTables.class),
                app.bean(ContractsInForce.class),
                later);
        expire(elsewhere);
        assertThat(elsewhere.expire()).isZero();
        assertThat(list(app.bean(Leads.class), nurture)).hasSize(1);
        Leads.Found found = app.bean(Leads.class).find(hal).orElseThrow();
        assertThat(found.judgement().transitions())
                .isEqualTo(expected.judgement().transitions());
        assertThat(found.row().since()).isEqualTo(expected.row().since());
        // the instance that judges goes on from what the other wrote, and nothing is received before it
        send(track("hal", "Demo Requested", 0));
        List<LogEntry> last =
                app.bean(EventLog.class).after(app.bean(EventLog.class).head() - 1, 1);
        assertThat(last.get(0).receivedAt()).isAfter(Instant.now().plus(Duration.ofDays(30)));
        assertThat(texts(json(reader.get("/api/leads/" + hal + "/transitions")).path("items"), "to"))
                .startsWith("lead", "mql", "nurture");
    }

    @Test
    void whatDidNotComeIntoTheLogCanBeLookedUp() {
        send("{\"type\": \"track\", \"messageId\": \"r-1\", \"userId\": \"ivy\"}");
        send("{\"type\": \"track\", \"messageId\": \"c-1\", \"userId\": \"ivy\", \"event\": \"One\"}");
        send("{\"type\": \"track\", \"messageId\": \"c-1\", \"userId\": \"ivy\", \"event\": \"Other\"}");
        JsonNode refused = json(reader.get("/api/refusals?reason=NO_NAME&since=2020-01-01T00:00:00Z"));
        assertThat(refused.path("items").path(0).path("raw").asString()).contains("r-1");
        assertThat(json(reader.get("/api/refusals?reason=NOT_UTF8")).path("items"))
                .isEmpty();
        JsonNode copies = json(reader.get("/api/differing-copies?limit=1"));
        assertThat(copies.path("items").path(0).path("times").asInt()).isEqualTo(1);
        JsonNode log = json(reader.get("/api/events?after=1&limit=1"));
        assertThat(log.path("items").path(0).path("position").asLong()).isEqualTo(2);
    }

    @Test
    void whatIsNotThereOrNotRightIsToldWithItsPlace() {
        assertThat(code(reader.get("/api/leads/999999"))).isEqualTo("CUP-API-004");
        assertThat(code(reader.get("/api/companies/none.example"))).isEqualTo("CUP-API-004");
        HttpResponse<String> refused = reader.get("/api/leads?stage=mql,warm&limit=0&since=yesterday&color=red");
        assertThat(code(refused)).isEqualTo("CUP-API-003");
        assertThat(texts(json(refused).path("errors"), "place"))
                .containsExactlyInAnyOrder("stage", "limit", "since", "");
        assertThat(json(reader.get("/api/leads?key=nobody@none.example")).path("items"))
                .isEmpty();
        sendStory("joe", "joes.example");
        assertThat(code(reader.get(path("joe") + "/explanation?version=77"))).isEqualTo("CUP-API-003");
        assertThat(code(reader.get(path("joe") + "/explanation?at=%2B1000000-01-01T00:00:00Z")))
                .isEqualTo("CUP-API-003");
    }

    /** The server itself may just be judging, and then the other instance waits for its next turn. */
    private static void expire(LiveJudge judge) {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (judge.expire() == 0) {
            assertThat(System.nanoTime()).as("expired in a minute").isLessThan(until);
            Thread.onSpinWait();
        }
    }

    private static List<LeadRow> list(Leads leads, LeadQuery query) {
        return leads.list(query, LeadQuery.Order.NUMBER, LeadQuery.Behind.NONE, 10);
    }

    private static String path(String leadKey) {
        return "/api/leads/" + app.bean(Leads.class).withKey(leadKey).orElseThrow();
    }

    private static String path(JsonNode row) {
        return "/api/leads/" + row.path("number").asLong();
    }

    /** From the first visit to the request for a demo, as examples/clients/node tells it. */
    private static void sendStory(String user, String company) {
        String visitor = "\"anonymousId\": \"visitor-" + user + "\", ";
        send(
                call("page", visitor + at(9) + "\"properties\": {\"path\": \"/case-studies/northwind\"}"),
                call("track", visitor + at(6) + "\"event\": \"Playbook Downloaded\""),
                call("page", visitor + at(2) + "\"properties\": {\"path\": \"/pricing\"}"),
                call(
                        "identify",
                        visitor + "\"userId\": \"" + user + "\", \"traits\": {\"email\": \"" + user + "@" + company
                                + "\", \"title\": \"CRO\", \"country\": \"US\"}"),
                call(
                        "group",
                        "\"userId\": \"" + user + "\", \"groupId\": \"" + company
                                + "\", \"traits\": {\"name\": \"Northwind\", \"employees\": 120, \"revenue\": 12000000,"
                                + " \"industry\": \"SaaS\", \"country\": \"US\"}"),
                call("track", "\"userId\": \"" + user + "\", \"event\": \"Demo Requested\""));
    }

    private static String track(String user, String event, int daysAgo) {
        return call("track", at(daysAgo) + "\"userId\": \"" + user + "\", \"event\": \"" + event + "\"");
    }

    private static String at(int daysAgo) {
        return "\"timestamp\": \"" + Instant.now().minus(Duration.ofDays(daysAgo)) + "\", ";
    }

    private static String call(String type, String rest) {
        return "{\"type\": \"" + type + "\", " + rest + "}";
    }

    private static void send(String... calls) {
        HttpResponse<String> answer = app.send(HttpRequest.newBuilder(app.uri("/v1/batch"))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString((key + ":").getBytes(UTF_8)))
                .POST(BodyPublishers.ofString("{\"batch\": [" + String.join(",", calls) + "]}")));
        assertThat(answer.statusCode()).isEqualTo(200);
        EventLog log = app.bean(EventLog.class);
        JudgingTables tables = app.bean(JudgingTables.class);
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (tables.mails().position() < log.head()) {
            assertThat(System.nanoTime()).as("judged in a minute").isLessThan(until);
            Thread.onSpinWait();
        }
    }

    private static Path exported(Path folder) throws Exception {
        List<String> lines = new ArrayList<>();
        for (LogEntry entry : app.bean(EventLog.class).after(0, EventLog.READ_MAX)) {
            String call = entry.call().strip();
            lines.add(call.substring(0, call.length() - 1) + ",\"receivedAt\":\"" + entry.receivedAt() + "\"}");
        }
        return Files.write(folder.resolve("log.jsonl"), lines);
    }

    private static JsonNode tree(Object value) {
        return JsonMapper.shared().readTree(Json.of(value));
    }

    private static List<String> texts(JsonNode items, String name) {
        return items.valueStream().map(each -> each.path(name).asString()).toList();
    }

    private static List<Long> numbers(JsonNode items, String name) {
        return items.valueStream().map(each -> each.path(name).asLong()).toList();
    }
}
