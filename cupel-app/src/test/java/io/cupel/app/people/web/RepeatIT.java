package io.cupel.app.people.web;

import static io.cupel.app.Api.code;
import static io.cupel.app.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.app.Api;
import io.cupel.app.AppUnderTest;
import io.cupel.app.people.Role;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RepeatIT {
    @RegisterExtension
    static final AppUnderTest app = AppUnderTest.with();

    private final Api ola = Api.of(app, "Ola", Role.ADMIN);

    private HttpResponse<String> add(String key, String name) {
        String form = "{\"name\": \"" + name + "\", \"roles\": [\"rep\"]}";
        return ola.post("/api/people", form, "Idempotency-Key", key);
    }

    @Test
    void theSameRequestIsActedOnOnceAndAnsweredAlike() {
        HttpResponse<String> first = add("k1", "Rita");
        HttpResponse<String> second = add("k1", "Rita");
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        for (String header : new String[] {"Location", "ETag", "Content-Type"}) {
            assertThat(second.headers().firstValue(header))
                    .isEqualTo(first.headers().firstValue(header));
        }
        assertThat(second.headers().firstValue("Idempotency-Replayed")).contains("true");
    }

    @Test
    void aKeyOfAnotherRequestIsRefused() {
        add("k2", "Rita");
        assertThat(code(add("k2", "Rona"))).isEqualTo("CUP-API-015");
        Api other = Api.of(app, "Other", Role.ADMIN);
        String form = "{\"name\": \"Rona\", \"roles\": [\"rep\"]}";
        assertThat(other.post("/api/people", form, "Idempotency-Key", "k2").statusCode())
                .as("keys are each token's own")
                .isEqualTo(201);
    }

    @Test
    void ofManyAtATimeOneIsActedOn() {
        List<HttpResponse<String>> answers = IntStream.range(0, 12)
                .parallel()
                .mapToObj(i -> add("k3", "Rita"))
                .toList();
        List<Long> made = answers.stream()
                .filter(answer -> answer.statusCode() == 201)
                .map(answer -> json(answer).path("id").asLong())
                .distinct()
                .toList();
        assertThat(made).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.statusCode() != 201))
                .allSatisfy(answer -> assertThat(code(answer)).isEqualTo("CUP-API-016"));
    }

    @Test
    void aRefusedRequestLeavesTheKeyFree() {
        assertThat(code(add("k4", ""))).isEqualTo("CUP-API-002");
        assertThat(add("k4", "Rita").statusCode()).isEqualTo(201);
    }

    @Test
    void aSecretIsNotKept() throws SQLException {
        String path = "/api/people/" + ola.person() + "/tokens";
        String form = "{\"name\": \"x\", \"scopes\": [\"leads:read\"]}";
        String secret = json(ola.post(path, form, "Idempotency-Key", "k5"))
                .path("token")
                .asString();
        assertThat(secret).startsWith("cupel_");
        assertThat(code(ola.post(path, form, "Idempotency-Key", "k5"))).isEqualTo("CUP-API-017");
        try (Connection connection = app.database().connect();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery("select a::text from people.answer a")) {
            while (rows.next()) {
                assertThat(rows.getString(1)).doesNotContain(secret);
            }
        }
    }

    @Test
    void afterADayTheKeyIsFree() throws SQLException {
        long first = json(add("k6", "Rita")).path("id").asLong();
        try (Connection connection = app.database().connect();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("update people.answer set begun_at = begun_at - interval '25 hours'");
        }
        assertThat(json(add("k6", "Rita")).path("id").asLong()).isNotEqualTo(first);
    }

    @Test
    void aKeyIsAVisibleWord() {
        assertThat(code(add("two words", "Rita"))).isEqualTo("CUP-API-014");
        assertThat(code(add("k".repeat(201), "Rita"))).isEqualTo("CUP-API-014");
        assertThat(add("k".repeat(200), "Rita").statusCode()).isEqualTo(201);
    }
}
