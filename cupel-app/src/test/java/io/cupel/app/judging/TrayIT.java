package io.cupel.app.judging;

import static io.cupel.app.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.app.Api;
import io.cupel.app.AppUnderTest;
import io.cupel.app.people.Role;
import io.cupel.app.people.Scope;
import io.cupel.testkit.Seeds;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** From the rehearsal of a version over its activation to what people say to what waits. */
class TrayIT {
    @RegisterExtension
    static final AppUnderTest app = AppUnderTest.with();

    @TempDir
    Path folder;

    private final Api ola = Api.of(app, "Ola", Role.ADMIN);
    private final Api reader = Api.scoped(app, Scope.LEADS_READ);

    private static JsonNode ok(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 202);
        return json(answer);
    }

    private JsonNode rehearsed(int version) {
        String path = "/api/contracts/" + version + "/rehearsal";
        assertThat(ok(ola.post(path, "")).path("state").asString()).isEqualTo("running");
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        JsonNode now = ok(ola.get(path));
        while (now.path("state").asString().equals("running")) {
            assertThat(System.nanoTime()).isLessThan(until);
            LockSupport.parkNanos(5_000_000);
            now = ok(ola.get(path));
        }
        assertThat(now.path("state").asString()).isEqualTo("done");
        assertThat(now.path("seen").asLong()).isEqualTo(now.path("leads").asLong());
        return now;
    }

    /** By what leads wait for. */
    private Map<String, Long> waiting() {
        Map<String, Long> counts = new TreeMap<>();
        ok(reader.get("/api/tray"))
                .path("counts")
                .forEach(each -> counts.merge(
                        each.path("target").asString(), each.path("leads").asLong(), Long::sum));
        return counts;
    }

    private long inStage(String stage) {
        return ok(reader.get("/api/leads?limit=200&stage=" + stage))
                .path("items")
                .size();
    }

    private static Map<String, Long> waiting(JsonNode rehearsal) {
        Map<String, Long> counts = new TreeMap<>();
        rehearsal.path("changes").forEach(each -> {
            if (!each.path("waitFor").isNull()) {
                counts.merge(each.path("waitFor").asString(), each.path("leads").asLong(), Long::sum);
            }
        });
        return counts;
    }

    @Test
    void whatIsRehearsedComesTrueAndWaitsForAPersonsWord() throws Exception {
        List<String> calls = YearOfCalls.write(300, folder.resolve("year.jsonl"));
        Shipping.send(List.of(app), calls, Seeds.random(31));
        Audit.of(app).isAsItsLogSays();
        Activation activation = new Activation(app);
        long excluded = inStage("disqualified");
        int version = activation.signed(Activation.starter(
                "score: 60",
                "score: 20",
                "{distinct-days: 2, distinct-signals: 2, match: any}",
                "{distinct-days: 1}",
                "pass: 70",
                "pass: 30",
                "[\"student\", \"intern\", \"trainee\"]",
                "[\"head of growth\"]"));
        JsonNode rehearsal = rehearsed(version);
        assertThat(rehearsal.path("changed").asLong()).isPositive();
        assertThat(Api.code(ola.post("/api/contracts/1/rehearsal", ""))).isEqualTo("CUP-API-063");

        ok(ola.post("/api/contracts/" + version + "/activate", "{}"));
        awaitTurn(2);
        Audit.of(app).isAsItsLogSays();
        assertThat(waiting()).isEqualTo(waiting(rehearsal));
        assertThat(waiting().get("mql")).isGreaterThan(5);
        long newlyExcluded = 0;
        for (JsonNode each : rehearsal.path("changes")) {
            newlyExcluded += each.path("to").asString().equals("disqualified")
                            && !each.path("from").asString().equals("disqualified")
                    ? each.path("leads").asLong()
                    : 0;
        }
        assertThat(inStage("disqualified")).isEqualTo(excluded + newlyExcluded);

        someAreReleasedAndSomeDismissed();
    }

    private void someAreReleasedAndSomeDismissed() {
        long mqls = inStage("mql");
        JsonNode tray = ok(reader.get("/api/tray?target=mql&limit=2"));
        long one = tray.path("items").path(0).path("number").asLong();
        long other = tray.path("items").path(1).path("number").asLong();
        assertThat(tray.path("next").isNull()).isFalse();
        JsonNode next = ok(reader.get(
                "/api/tray?target=mql&limit=2&cursor=" + tray.path("next").asString()));
        assertThat(Set.of(one, other))
                .doesNotContain(next.path("items").path(0).path("number").asLong());
        assertThat(ok(reader.get("/api/leads/" + one)).path("obstacles").toString())
                .contains("review");

        assertThat(Api.code(reader.post("/api/tray/release", "{\"all\": true}")))
                .isEqualTo("CUP-API-022");
        assertThat(Api.code(ola.post("/api/tray/release", "{}"))).isEqualTo("CUP-API-002");
        assertThat(Api.code(ola.post("/api/tray/release", "{\"all\": true, \"count\": 1}")))
                .isEqualTo("CUP-API-060");

        JsonNode released = ok(ola.post("/api/tray/release", "{\"leads\": [%d, 999999]}".formatted(one)));
        assertThat(released.path("leads").asInt()).isEqualTo(1);
        ok(ola.post("/api/tray/dismiss", "{\"leads\": [%d]}".formatted(other)));
        Audit.of(app).isAsItsLogSays();
        JsonNode lead = ok(reader.get("/api/leads/" + one));
        assertThat(lead.path("stage").asString()).isEqualTo("mql");
        assertThat(lead.path("waiting").isNull()).isTrue();
        JsonNode steps = ok(reader.get("/api/leads/" + one + "/transitions")).path("items");
        JsonNode last = steps.path(steps.size() - 1);
        assertThat(last.path("why").asString()).isEqualTo("activation-released");
        assertThat(last.path("detail").asString()).isEqualTo("Ola");
        assertThat(ok(reader.get("/api/leads/" + other)).path("waiting").isNull())
                .isTrue();
        assertThat(inStage("mql")).isEqualTo(mqls + 1);

        theRestIsReleasedAtOnce(mqls + 1);
    }

    private void theRestIsReleasedAtOnce(long mqls) {
        long left = waiting().get("mql");
        JsonNode all = ok(ola.post(
                "/api/tray/release",
                "{\"all\": true, \"target\": \"mql\", \"turn\": 2, \"count\": %d}".formatted(left)));
        assertThat(all.path("leads").asLong()).isEqualTo(left);
        Audit.of(app).isAsItsLogSays();
        assertThat(waiting()).doesNotContainKey("mql");
        assertThat(inStage("mql")).isEqualTo(mqls + left);
        ok(ola.post("/api/tray/dismiss", "{\"all\": true}"));
        Audit.of(app).isAsItsLogSays();
        assertThat(waiting()).isEmpty();
    }

    private void awaitTurn(int number) {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (ok(reader.get("/api/status")).path("turn").asInt() < number) {
            assertThat(System.nanoTime()).isLessThan(until);
            LockSupport.parkNanos(5_000_000);
        }
    }
}
