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
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

class AccessIT {
    @RegisterExtension
    static final AppUnderTest app = AppUnderTest.with();

    private final Api admin = Api.of(app, "Ola", Role.ADMIN);

    @Test
    void withoutATokenOnlyHealthAnswers() {
        HttpResponse<String> refused = app.get("/api/people");
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.headers().firstValue("WWW-Authenticate")).contains("Bearer realm=\"cupel\"");
        assertThat(code(refused)).isEqualTo("CUP-API-020");
        assertThat(app.get("/no/such/page").statusCode()).isEqualTo(401);
        assertThat(app.get("/health").statusCode()).isEqualTo(200);
        assertThat(app.get("/metrics").statusCode()).isEqualTo(401);
    }

    @Test
    void noDetourLeadsPastTheToken() {
        for (String path : new String[] {
            "/v1/../api/people",
            "/v1/..;/api/people",
            "/health/../api/people",
            "//api/people",
            "/api/people/",
            "/v1/%2e%2e/api/people",
            "/health;x=/../api/people",
            "/error",
            "/;/api/people"
        }) {
            HttpResponse<String> refused = app.get(path);
            assertThat(refused.statusCode()).as(path).isBetween(400, 404);
            assertThat(refused.body()).as(path).doesNotContain("items");
        }
    }

    @Test
    void aTokenIsShownOnceAndStoredAsAHash() throws SQLException {
        long ria = rep("Ria");
        HttpResponse<String> made = admin.post(
                "/api/people/" + ria + "/tokens", "{\"name\": \"laptop\", \"scopes\": [\"leads:read\"], \"days\": 30}");
        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(made.headers().firstValue("Cache-Control")).contains("no-store");
        JsonNode fresh = json(made);
        String secret = fresh.path("token").asString();
        assertThat(secret).matches("cupel_[A-Za-z0-9_-]{43}");
        String read =
                admin.get(made.headers().firstValue("Location").orElseThrow()).body();
        assertThat(read).contains("laptop").doesNotContain(secret);
        try (Connection connection = app.database().connect();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery("select t::text from people.token t")) {
            while (rows.next()) {
                assertThat(rows.getString(1)).doesNotContain(secret);
            }
        }
    }

    @Test
    void aRevokedTokenLetsNobodyIn() {
        Api rep = Api.of(app, "Rex", Role.ADMIN);
        long token = json(rep.get("/api/people/" + rep.person() + "/tokens"))
                .path("items")
                .path(0)
                .path("id")
                .asLong();
        assertThat(admin.send("DELETE", "/api/tokens/" + token, null).statusCode())
                .isEqualTo(204);
        HttpResponse<String> refused = rep.get("/api/people");
        assertThat(code(refused)).isEqualTo("CUP-API-021");
        JsonNode kept = json(admin.get("/api/tokens/" + token));
        assertThat(kept.path("revoked").isNull()).isFalse();
        assertThat(kept.path("lastUsed").isNull()).isFalse();
    }

    @Test
    void anExpiredTokenLetsNobodyIn() throws SQLException {
        Api late = Api.of(app, "Late", Role.ADMIN);
        assertThat(late.get("/api/people").statusCode()).isEqualTo(200);
        change("update people.token set expires_at = now() - interval '1 second' where person_id = " + late.person());
        assertThat(code(late.get("/api/people"))).isEqualTo("CUP-API-021");
    }

    @Test
    void aRoleTakenAwayTakesItsScopesAtOnce() {
        Api second = Api.of(app, "Second", Role.ADMIN);
        HttpResponse<String> read = admin.get("/api/people/" + second.person());
        String tag = read.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> changed = admin.send(
                "PUT",
                "/api/people/" + second.person(),
                "{\"name\": \"Second\", \"roles\": [\"rep\"]}",
                "If-Match",
                tag);
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(code(second.get("/api/people"))).isEqualTo("CUP-API-022");
    }

    @Test
    void anEditFromAnOldReadingIsRefused() {
        String path = "/api/people/" + rep("Edith");
        String form = "{\"name\": \"Edith\", \"roles\": [\"rep\"]}";
        assertThat(code(admin.send("PUT", path, form))).isEqualTo("CUP-API-012");
        assertThat(admin.send("PUT", path, form, "If-Match", "\"1\"").statusCode())
                .isEqualTo(200);
        HttpResponse<String> lost = admin.send("PUT", path, form, "If-Match", "\"1\"");
        assertThat(lost.statusCode()).isEqualTo(412);
        assertThat(code(lost)).isEqualTo("CUP-API-013");
    }

    @Test
    void whoHasLeftIsLetInNoMoreAndGetsNoToken() {
        Api gone = Api.of(app, "Gone", Role.ADMIN);
        assertThat(admin.send("DELETE", "/api/people/" + gone.person(), null).statusCode())
                .isEqualTo(204);
        assertThat(code(gone.get("/api/people"))).isEqualTo("CUP-API-021");
        HttpResponse<String> refused = admin.post(
                "/api/people/" + gone.person() + "/tokens", "{\"name\": \"x\", \"scopes\": [\"leads:read\"]}");
        assertThat(code(refused)).isEqualTo("CUP-API-026");
    }

    @Test
    void aTokenHoldsNoScopeThatNoRoleOfItsPersonAllows() {
        HttpResponse<String> refused = admin.post(
                "/api/people/" + rep("Rob") + "/tokens",
                "{\"name\": \"\", \"scopes\": [\"leads:read\", \"people:write\", \"all\"], \"days\": 400}");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(json(refused)
                        .path("errors")
                        .valueStream()
                        .map(each -> each.path("place").asString()))
                .containsExactly("/name", "/days", "/scopes/1", "/scopes/2");
        assertThat(json(refused).path("instance").asString()).endsWith("/tokens");
    }

    @Test
    void aPersonHasSoManyValidTokensAtMost() {
        long many = rep("Many");
        Tokens tokens = app.bean(Tokens.class);
        for (int i = 0; i < Tokens.PER_PERSON_MAX; i++) {
            tokens.make(many, "t" + i, Set.of(Scope.LEADS_READ), 1);
        }
        HttpResponse<String> refused =
                admin.post("/api/people/" + many + "/tokens", "{\"name\": \"x\", \"scopes\": [\"leads:read\"]}");
        assertThat(code(refused)).isEqualTo("CUP-API-027");
    }

    private static long rep(String name) {
        return app.bean(Staff.class).add(name, Set.of(Role.REP)).person().id();
    }

    private static void change(String sql) throws SQLException {
        try (Connection connection = app.database().connect();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
