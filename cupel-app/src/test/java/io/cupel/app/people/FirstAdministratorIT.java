package io.cupel.app.people;

import static io.cupel.app.Api.code;
import static io.cupel.app.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.app.Api;
import io.cupel.app.AppUnderTest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FirstAdministratorIT {
    @RegisterExtension
    static final AppUnderTest app = AppUnderTest.with();

    @BeforeEach
    void nobodyIsThereYet() throws SQLException {
        change("truncate people.person restart identity cascade");
    }

    private static void change(String sql) throws SQLException {
        try (Connection connection = app.database().connect();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private static HttpResponse<String> setup(String token) {
        return Api.stranger(app).post("/api/setup", "{\"token\": \"" + token + "\", \"name\": \"Ola\"}");
    }

    private static String printed() {
        return app.bean(FirstAdministrator.class).oneTimeToken().orElseThrow();
    }

    @Test
    void theOneTimeTokenMakesOneAdministratorOnce() {
        String token = printed();
        HttpResponse<String> made = setup(token);
        assertThat(made.statusCode()).isEqualTo(201);
        String secret = json(made).path("token").asString();
        Api ola = new Api(app, 1, secret);
        assertThat(json(ola.get("/api/people"))
                        .path("items")
                        .path(0)
                        .path("name")
                        .asString())
                .isEqualTo("Ola");
        assertThat(code(setup(token))).isEqualTo("CUP-API-024");
        assertThat(app.bean(FirstAdministrator.class).oneTimeToken()).isEmpty();

        HttpResponse<String> last = ola.send("DELETE", "/api/people/1", null);
        assertThat(code(last)).isEqualTo("CUP-API-025");
        HttpResponse<String> demoted =
                ola.send("PUT", "/api/people/1", "{\"name\": \"Ola\", \"roles\": [\"rep\"]}", "If-Match", "*");
        assertThat(code(demoted)).isEqualTo("CUP-API-025");
    }

    @Test
    void aStartPrintsANewOneThatEndsTheLast() {
        String first = printed();
        app.restart();
        assertThat(code(setup(first))).isEqualTo("CUP-API-024");
        assertThat(setup(printed()).statusCode()).isEqualTo(201);
    }

    /** As where the answer with the first one was lost, or its ninety days are over. */
    @Test
    void whereNoAdministratorHoldsATokenAnotherOneIsMade() throws SQLException {
        assertThat(setup(printed()).statusCode()).isEqualTo(201);
        for (String lost : List.of("revoked_at = now()", "revoked_at = null, expires_at = now()", """
                expires_at = now() + interval '1 day', scopes = '{people:read}'""")) {
            assertThat(app.bean(FirstAdministrator.class).oneTimeToken()).isEmpty();
            change("update people.token set " + lost);
            HttpResponse<String> made = setup(printed());
            assertThat(made.statusCode()).isEqualTo(201);
            Api again = new Api(app, 2, json(made).path("token").asString());
            assertThat(again.get("/api/people").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void afterAnHourItIsOver() throws SQLException {
        String token = printed();
        change("update people.setup set expires_at = expires_at - interval '1 hour'");
        assertThat(code(setup(token))).isEqualTo("CUP-API-024");
    }

    @Test
    void ofManyCallsAtATimeOneMakesTheAdministrator() {
        String token = printed();
        List<Integer> answers = IntStream.range(0, 8)
                .parallel()
                .mapToObj(i -> setup(token).statusCode())
                .toList();
        assertThat(answers).containsOnlyOnce(201);
        assertThat(answers.stream().filter(status -> status == 403)).hasSize(7);
    }

    @Test
    void aStrangerCanTryButNotGuess() {
        assertThat(code(setup("setup_AAAA"))).isEqualTo("CUP-API-024");
        assertThat(code(Api.stranger(app).post("/api/setup", "{}"))).isEqualTo("CUP-API-002");
    }
}
