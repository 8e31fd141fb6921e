package io.cupel.app.judging;

import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.app.Api;
import io.cupel.app.AppUnderTest;
import io.cupel.app.people.Role;
import io.cupel.core.evidence.Origin;
import io.cupel.testkit.Seeds;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What browsers claimed, and people undo and restore through the API. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ClaimUndosIT {
    @RegisterExtension
    static final AppUnderTest app = AppUnderTest.with();

    private final Api ola = Api.of(app, "Ola", Role.ADMIN);

    private static JsonNode ok(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 202);
        return Api.json(answer);
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

    private static String form(long lead, String visitor) {
        return "{\"lead\":%d,\"visitor\":\"%s\",\"address\":\"Ann@One.example\"}".formatted(lead, visitor);
    }

    private static String call(String id, String more) {
        return "{\"type\":\"page\",\"messageId\":\"%s\",\"properties\":{\"path\":\"/pricing\"},%s}".formatted(id, more);
    }

    private JsonNode undone(long lead, String visitor) {
        String id = ok(ola.post("/api/claims/undos", form(lead, visitor)))
                .path("id")
                .asString();
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        HttpResponse<String> found = ola.get("/api/claims/undos/" + id);
        while (found.statusCode() == 404) {
            assertThat(System.nanoTime()).isLessThan(until);
            LockSupport.parkNanos(5_000_000);
            found = ola.get("/api/claims/undos/" + id);
        }
        return ok(found);
    }

    private JsonNode claims(long lead) {
        return ok(ola.get("/api/claims?lead=" + lead)).path("items");
    }

    /** A browser that says to be Ann does what it does, and Ann's own program tells of her. */
    private long ann() throws Exception {
        Random random = Seeds.random(3);
        String ann = "\"context\":{\"traits\":{\"email\":\"ann@one.example\",\"title\":\"CEO\"}}";
        Shipping.send(List.of(app), List.of(call("s1", "\"userId\":\"ann\"," + ann.replace("CEO", "CFO"))), random);
        List<String> pages = List.of(
                call("b1", "\"anonymousId\":\"dev\"," + ann),
                call("b2", "\"anonymousId\":\"dev\""),
                call("b3", "\"userId\":\"guest\",\"anonymousId\":\"other\"," + ann));
        Shipping.send(List.of(app), Origin.BROWSER, pages, random);
        Audit.of(app);
        return number("ann");
    }

    @Test
    @Order(1)
    void whatIsUndoneLeavesTheLeadUntilItIsRestored() throws Exception {
        long ann = ann();
        assertThat(claims(ann).findValuesAsString("visitor")).containsExactlyInAnyOrder("dev", "guest", "other");
        assertThat(claims(ann).findValuesAsString("events")).containsExactlyInAnyOrder("2", "1", "1");
        JsonNode preview = ok(ola.post("/api/claims/preview", form(ann, "dev")));
        assertThat(preview.path("leaves").asInt()).isEqualTo(2);
        assertThat(preview.path("other").isNull()).isTrue();
        assertThat(ok(ola.get("/api/leads/" + ann + "/events")).path("items")).hasSize(4);

        JsonNode undo = undone(ann, "dev");
        Audit.of(app);
        assertThat(undo.path("by").asString()).isEqualTo("Ola");
        assertThat(ok(ola.get("/api/leads/" + ann + "/events")).path("items")).hasSize(2);
        assertThat(score(ann)).isEqualTo(preview.path("without").path("score").asLong());
        JsonNode gone = claims(ann).path(2);
        assertThat(gone.path("visitor").asString()).isEqualTo("dev");
        assertThat(gone.path("since").isNull()).isTrue();
        assertThat(gone.path("undone").path("id")).isEqualTo(undo.path("id"));
        assertThat(Api.code(ola.post("/api/claims/undos", form(ann, "dev")))).isEqualTo("CUP-API-074");

        assertThat(ok(ola.post("/api/claims/preview", form(ann, "guest")))
                        .path("other")
                        .path("lead")
                        .asString())
                .isEqualTo("guest");
        undone(ann, "guest");
        Audit.of(app);
        assertThat(number("guest")).isPositive().isNotEqualTo(ann);
        itIsRestored(ann, undo.path("id").asString());
    }

    private void itIsRestored(long ann, String id) {
        ok(ola.send("DELETE", "/api/claims/undos/" + id, null));
        Audit.of(app);
        assertThat(ok(ola.get("/api/leads/" + ann + "/events")).path("items")).hasSize(3);
        assertThat(Api.code(ola.send("DELETE", "/api/claims/undos/" + id, null)))
                .isEqualTo("CUP-API-075");
        assertThat(ok(ola.get("/api/claims/undos?lead=" + ann)).path("items").findValuesAsString("holds"))
                .containsExactly("true", "false");
        assertThat(Api.code(ola.post("/api/claims/undos", form(999_999, "dev"))))
                .isEqualTo("CUP-API-004");
        assertThat(Api.code(ola.post("/api/claims/undos", "{}"))).isEqualTo("CUP-API-002");
    }

    @Test
    @Order(2)
    void aYearWithUndosIsJudgedAsItsLogAndItsExportsSay(@TempDir Path folder) throws Exception {
        Random random = Seeds.random(12);
        List<String> calls = YearOfCalls.write(60, folder.resolve("year.jsonl"));
        List<String> pages = new ArrayList<>();
        List<String> programs = new ArrayList<>();
        for (String call : calls) {
            boolean isOfPage = !call.contains("\"Cupel ") && random.nextInt(3) > 0;
            (isOfPage ? pages : programs).add(call);
        }
        Shipping.send(List.of(app), Origin.BROWSER, pages, random);
        Audit.of(app);
        List<String> undos = new ArrayList<>();
        for (JsonNode lead : ok(ola.get("/api/leads?limit=200")).path("items")) {
            long number = lead.path("number").asLong();
            for (JsonNode claim : claims(number)) {
                if (claim.path("undone").isNull() && random.nextInt(3) == 0) {
                    String form = "{\"lead\":%d,\"visitor\":\"%s\",\"address\":\"%s\"}"
                            .formatted(
                                    number,
                                    claim.path("visitor").asString(),
                                    claim.path("address").asString());
                    HttpResponse<String> answer = ola.post("/api/claims/undos", form);
                    if (answer.statusCode() == 202) {
                        undos.add(Api.json(answer).path("id").asString());
                    }
                }
            }
        }
        assertThat(undos).hasSizeGreaterThan(5);
        Audit.of(app).isAsItsLogSays();
        app.restart();
        Shipping.send(List.of(app), programs, random);
        Audit.of(app);
        for (String undo : undos.subList(0, undos.size() / 2)) {
            ola.send("DELETE", "/api/claims/undos/" + undo, null);
        }
        Audit.awaitJudged(app);
        app.restart();
        Audit.of(app).isAsItsLogSays().isAsItsExportsSay(folder);
    }

    @Test
    @Order(3)
    void whoIsErasedIsErasedWithWhatWasUndone() throws Exception {
        ok(ola.post("/api/erasures", "{\"key\":\"ann@one.example\"}"));
        String log = ola.get("/api/export/events").body();
        assertThat(log).doesNotContain("ann@one.example").contains("Cupel Claim");
        assertThat(ok(ola.get("/api/claims/undos?limit=200")).path("items").findValuesAsString("address"))
                .isNotEmpty()
                .doesNotContain("ann@one.example");
    }
}
