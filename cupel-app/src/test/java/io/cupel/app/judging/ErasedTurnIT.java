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
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** A version that reads other attributes comes into force after somebody was erased, also the last in the log. */
class ErasedTurnIT {
    @RegisterExtension
    static final AppUnderTest app = AppUnderTest.with();

    private final Api ola = Api.of(app, "Ola", Role.ADMIN);

    private static JsonNode ok(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 202);
        return Api.json(answer);
    }

    private void send(List<String> calls) {
        HttpResponse<String> sent = app.send(Shipping.request(app.uri("/v1/batch"), Shipping.key(app), calls));
        assertThat(sent.statusCode()).isEqualTo(200);
        await(status -> status.path("waiting").asLong() == 0);
    }

    private void await(Predicate<JsonNode> isSo) {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!isSo.test(ok(ola.get("/api/status")))) {
            assertThat(System.nanoTime()).isLessThan(until);
            LockSupport.parkNanos(5_000_000);
        }
    }

    private static List<String> calls(String user, int round) {
        return List.of("""
                {"type":"identify","userId":"%1$s","messageId":"i-%1$s-%2$d",\
                "traits":{"email":"%1$s@%1$s.example","last_name":"Of %1$s"}}""".formatted(user, round), """
                {"type":"page","userId":"%1$s","messageId":"p-%1$s-%2$d",\
                "properties":{"path":"/pricing"}}""".formatted(user, round));
    }

    /** By number: by what it is known, its address, its last name where the contract reads that. */
    private Map<Long, String> leads() {
        Map<Long, String> leads = new TreeMap<>();
        ok(ola.get("/api/leads?limit=200")).path("items").forEach(each -> {
            long number = each.path("number").asLong();
            JsonNode profile = ok(ola.get("/api/leads/" + number)).path("profile");
            leads.put(
                    number,
                    each.path("lead").asString() + " "
                            + profile.path("lead.email").asString() + " "
                            + profile.path("lead.last_name").asString(""));
        });
        return leads;
    }

    private void erased(String key) {
        ok(ola.post("/api/erasures", "{\"key\":\"" + key + "\"}"));
    }

    @Test
    void theOthersKeepTheirNumbersAndWhatWasToldOfThem() throws Exception {
        List<String> all = new ArrayList<>();
        for (String user : List.of("ann", "bob", "cy", "dee", "eve")) {
            all.addAll(calls(user, 1));
        }
        send(all);
        erased("ann");
        erased("cy");
        erased("eve");
        Map<Long, String> before = leads();
        assertThat(before.values()).containsExactly("bob bob@bob.example ", "dee dee@dee.example ");

        int version = new Activation(app)
                .inForce(Activation.starter(
                        "score: 60", "score: 59", "lists:", "attributes: {lead.last_name: text}\n\nlists:"));
        await(status -> status.path("judgedBy").asInt() == version
                && status.path("turning").asLong() == 0);
        Map<Long, String> after = new TreeMap<>(before);
        after.replaceAll((number, told) -> told + "Of " + told.substring(0, 3));
        send(calls("fay", 1));
        assertThat(leads()).containsAllEntriesOf(after).hasSize(3);
        send(calls("dee", 2));
        assertThat(leads()).containsAllEntriesOf(after);
    }
}
