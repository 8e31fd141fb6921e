package io.cupel.app.judging;

import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.app.Api;
import io.cupel.app.AppUnderTest;
import io.cupel.app.people.Role;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** Leads that people merge through the API, look at, and take apart again. */
class MergesIT {
    @RegisterExtension
    static final AppUnderTest app = AppUnderTest.with();

    private final Api ola = Api.of(app, "Ola", Role.ADMIN);

    private static JsonNode ok(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 202);
        return Api.json(answer);
    }

    private List<Long> numbers() {
        List<Long> numbers = new ArrayList<>();
        ok(ola.get("/api/leads?limit=200"))
                .path("items")
                .forEach(each -> numbers.add(each.path("number").asLong()));
        return numbers;
    }

    private JsonNode merged(long one, long other) {
        String id = ok(ola.post("/api/merges", form(one, other))).path("id").asString();
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        HttpResponse<String> found = ola.get("/api/merges/" + id);
        while (found.statusCode() == 404) {
            assertThat(System.nanoTime()).isLessThan(until);
            LockSupport.parkNanos(5_000_000);
            found = ola.get("/api/merges/" + id);
        }
        return ok(found);
    }

    private static String form(long one, long other) {
        return "{\"lead\":%d,\"other\":%d}".formatted(one, other);
    }

    private long number(String key) {
        return ok(ola.get("/api/leads?key=" + key))
                .path("items")
                .path(0)
                .path("number")
                .asLong();
    }

    private long score(long lead) {
        return ok(ola.get("/api/leads/" + lead)).path("score").asLong();
    }

    private static Map<String, JsonNode> byLead(JsonNode items) {
        Map<String, JsonNode> found = new TreeMap<>();
        items.forEach(each -> found.put(each.path("lead").asString(), each));
        return found;
    }

    @Test
    void twoAreShownAsOneUntilTheyAreTakenApart() throws Exception {
        String key = Shipping.key(app);
        List<String> calls = List.of(
                identify("m-ann", "ann@one.example", "\"title\":\"CEO\""),
                identify("m-work", "a.miller@work.example", "\"title\":\"CFO\""),
                visit("m-ann", 1),
                visit("m-work", 2));
        assertThat(app.send(Shipping.request(app.uri("/v1/batch"), key, calls)).statusCode())
                .isEqualTo(200);
        Audit.of(app);
        long ann = number("m-ann");
        long work = number("m-work");
        JsonNode preview = ok(ola.post("/api/merges/preview", form(ann, work)));
        // scored anew, not added: the contract counts one such visit a day
        assertThat(preview.path("together").path("score").asLong())
                .isEqualTo(score(ann))
                .isEqualTo(score(work));
        assertThat(preview.path("together").path("events").asInt()).isEqualTo(4);
        assertThat(preview.path("attributes").findValuesAsString("path")).contains("lead.email", "lead.title");
        assertThat(numbers()).contains(ann, work);
        assertThat(Api.code(ola.post("/api/merges", form(ann, ann)))).isEqualTo("CUP-API-071");
        assertThat(Api.code(ola.post("/api/merges", form(ann, 999_999)))).isEqualTo("CUP-API-004");
        assertThat(Api.code(ola.post("/api/merges", "{}"))).isEqualTo("CUP-API-002");

        theyAreShownAsOne(ann, work, preview.path("together").path("score").asLong());
        whoIsErasedIsErasedWithAllThatItIsMergedWith(ann, work);
    }

    private void theyAreShownAsOne(long ann, long work, long score) {
        JsonNode merge = merged(ann, work);
        long both = merge.path("number").asLong();
        assertThat(numbers()).contains(both).doesNotContain(ann, work);
        assertThat(number("m-work")).isEqualTo(both);
        assertThat(score(both)).isEqualTo(score);
        assertThat(ok(ola.get("/api/leads/" + both)).path("keys").findValuesAsString("text"))
                .contains("m-ann", "m-work", "ann@one.example", "a.miller@work.example");
        assertThat(ola.get("/api/leads/" + ann).statusCode()).isEqualTo(307);
        assertThat(ok(ola.get("/api/leads/" + both + "/events")).path("items")).hasSize(4);
        assertThat(ok(ola.get("/api/leads/" + both + "/explanation"))
                        .path("lead")
                        .asString())
                .isNotEmpty();
        assertThat(ola.get("/api/export/leads").body().lines().filter(line -> line.contains("a.miller")))
                .hasSize(1);

        ok(ola.send("DELETE", "/api/merges/" + merge.path("id").asString(), null));
        Audit.of(app);
        assertThat(numbers()).contains(ann, work).doesNotContain(both);
        assertThat(ola.get("/api/leads/" + both).statusCode()).isEqualTo(307);
        assertThat(byLead(ok(ola.get("/api/leads?limit=200")).path("items"))).containsKeys("m-ann", "m-work");
    }

    private void whoIsErasedIsErasedWithAllThatItIsMergedWith(long ann, long work) {
        merged(ann, work);
        ok(ola.post("/api/erasures", "{\"key\":\"m-ann\"}"));
        for (long gone : List.of(ann, work)) {
            assertThat(ola.get("/api/leads/" + gone).statusCode()).isEqualTo(404);
        }
        String log = ola.get("/api/export/events").body();
        assertThat(log).doesNotContain("m-ann", "m-work", "a.miller@work.example");
        assertThat(ok(ola.get("/api/merges?limit=200")).path("items").findValuesAsString("holds"))
                .doesNotContain("true");
    }

    private static String identify(String user, String mail, String more) {
        return "{\"type\":\"identify\",\"userId\":\"%s\",\"messageId\":\"i-%s\",\"traits\":{\"email\":\"%s\",%s}}"
                .formatted(user, user, mail, more);
    }

    private static String visit(String user, int number) {
        return "{\"type\":\"page\",\"userId\":\"%s\",\"messageId\":\"p-%d\",\"properties\":{\"path\":\"/pricing\"}}"
                .formatted(user, number);
    }
}
