package io.cupel.app.judging;

import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.app.Api;
import io.cupel.app.AppUnderTest;
import io.cupel.app.people.Role;
import io.cupel.testkit.Seeds;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Leads that people merge, and take apart again, while the events of a year come in. */
class MergedYearIT {
    @RegisterExtension
    static final AppUnderTest app = AppUnderTest.with();

    @TempDir
    Path folder;

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

    private static String form(long one, long other) {
        return "{\"lead\":%d,\"other\":%d}".formatted(one, other);
    }

    @Test
    void mergesBetweenEventsAreJudgedAsTheLogSaysAndLeaveNothingBehind() throws Exception {
        List<String> calls = YearOfCalls.write(120, folder.resolve("year.jsonl"));
        Random random = Seeds.random(61);
        List<String> merges = new ArrayList<>();
        int parts = 4;
        for (int part = 0; part < parts; part++) {
            int from = calls.size() * part / parts;
            Shipping.send(List.of(app), calls.subList(from, calls.size() * (part + 1) / parts), random);
            Audit.of(app).isAsItsLogSays();
            List<Long> numbers = numbers();
            for (int i = 0; i < 4; i++) {
                long one = numbers.get(random.nextInt(numbers.size()));
                long other = numbers.get(random.nextInt(numbers.size()));
                HttpResponse<String> said = ola.post("/api/merges", form(one, other));
                if (said.statusCode() == 202) {
                    merges.add(Api.json(said).path("id").asString());
                } else {
                    assertThat(Api.code(said)).isEqualTo("CUP-API-071");
                }
                Audit.of(app);
            }
            if (part == 1) {
                app.restart();
                ok(ola.send("DELETE", "/api/merges/" + merges.get(merges.size() - 1), null));
            }
        }
        Audit.of(app).isAsItsLogSays();
        int merged = numbers().size();
        takeAllBack(merges);
        Audit.of(app).isAsItsLogSays();
        assertThat(numbers()).hasSizeGreaterThan(merged + 8);
        assertThat(Api.code(ola.send("DELETE", "/api/merges/" + merges.get(0), null)))
                .isEqualTo("CUP-API-073");
        JsonNode listed = ok(ola.get("/api/merges?limit=200")).path("items");
        assertThat(listed).hasSize(merges.size());
        listed.forEach(each -> {
            assertThat(each.path("holds").asBoolean()).isFalse();
            assertThat(each.path("by").asString()).isEqualTo("Ola");
        });
    }

    private void takeAllBack(List<String> merges) {
        for (int i = merges.size() - 1; i >= 0; i--) {
            HttpResponse<String> back = ola.send("DELETE", "/api/merges/" + merges.get(i), null);
            assertThat(back.statusCode() == 202 || Api.code(back).equals("CUP-API-073"))
                    .as(back.body())
                    .isTrue();
            Audit.of(app);
        }
    }
}
