package io.cupel.app.contracts;

import static io.cupel.app.Api.code;
import static io.cupel.app.Api.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cupel.app.Api;
import io.cupel.app.AppUnderTest;
import io.cupel.app.people.Role;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

class ContractsIT {
    @RegisterExtension
    static final AppUnderTest app = AppUnderTest.with();

    private static final String STARTER = starter();

    private final Api ola = Api.of(app, "Ola", Role.ADMIN);
    private final Api maya = Api.of(app, "Maya", Role.MARKETER);
    private final Api sam = Api.of(app, "Sam", Role.MANAGER);

    private static String starter() {
        try {
            return Files.readString(Path.of("..", "examples", "contracts", "b2b-workshop.yaml"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static HttpResponse<String> yaml(Api who, String method, String path, String text, String... headers) {
        String[] all = new String[headers.length + 2];
        System.arraycopy(headers, 0, all, 2, headers.length);
        all[0] = "Content-Type";
        all[1] = "application/yaml";
        return who.send(method, path, text, all);
    }

    private JsonNode draft(String text) {
        return json(yaml(maya, "POST", "/api/contracts/drafts", text));
    }

    private JsonNode proposed(String text) {
        JsonNode draft = draft(text);
        return json(ola.post(
                "/api/contracts/drafts/" + draft.path("id") + "/propose",
                "",
                "If-Match",
                "\"" + draft.path("revision") + "\""));
    }

    private static HttpResponse<String> sign(Api who, JsonNode version, String side) {
        return who.post(
                "/api/contracts/" + version.path("number") + "/sign",
                "{\"side\": \"" + side + "\", \"hash\": \""
                        + version.path("hash").asString() + "\"}");
    }

    @Test
    void theFirstStartPutsTheStarterInForceUnsigned() {
        JsonNode first = json(maya.get("/api/contracts/1"));
        assertThat(first.path("name").asString()).isEqualTo("b2b-workshop");
        assertThat(first.path("signed").asBoolean()).isFalse();
        assertThat(first.path("draft").isNull()).isTrue();
        HttpResponse<String> text = maya.send("GET", "/api/contracts/1", null, "Accept", "application/yaml");
        assertThat(text.body()).isEqualTo(STARTER);
        JsonNode content = json(maya.get("/api/contracts/1/content"));
        assertThat(content.path("fit").path("pass").asInt()).isEqualTo(70);
        JsonNode told = json(maya.get("/api/contracts/1/history"));
        assertThat(told.path("items").path(0).path("step").asString()).isEqualTo("started with");
    }

    @Test
    void aContractIsDraftedProposedSignedAndActivated() {
        JsonNode version = proposed(STARTER.replace("points: 20", "points: 25"));
        String path = "/api/contracts/" + version.path("number");
        assertThat(version.path("standing").asString()).isEqualTo("proposed");
        assertThat(code(ola.post(path + "/activate", "{}"))).isEqualTo("CUP-API-044");
        assertThat(code(sign(ola, version, "marketing"))).isEqualTo("CUP-API-022");
        assertThat(code(sign(sam, version, "marketing"))).isEqualTo("CUP-API-040");
        assertThat(sign(maya, version, "marketing").statusCode()).isEqualTo(200);
        assertThat(code(sign(maya, version, "marketing"))).isEqualTo("CUP-API-042");
        JsonNode signed = json(sign(sam, version, "sales"));
        assertThat(signed.path("standing").asString()).isEqualTo("signed");
        assertThat(signed.path("signatures").path(1).path("name").asString()).isEqualTo("Sam");

        JsonNode active = json(ola.post(path + "/activate", "{}"));
        assertThat(active.path("standing").asString()).isEqualTo("in force");
        assertThat(json(maya.get("/api/contracts/in-force")).path("number")).isEqualTo(version.path("number"));
        assertThat(code(ola.post(path + "/withdraw", ""))).isEqualTo("CUP-API-048");
        InForce inForce = app.bean(ContractsInForce.class)
                .at(app.bean(Versions.class).now())
                .orElseThrow();
        assertThat(inForce.version()).isEqualTo(version.path("number").asInt());
        assertThat(inForce.contract().hash()).isEqualTo(version.path("hash").asString());
        assertThat(inForce.signed()).isTrue();
        assertThat(json(maya.get(path + "/history"))
                        .path("items")
                        .valueStream()
                        .map(act -> act.path("step").asString()))
                .containsExactly("proposed", "signed", "signed", "activated");
    }

    @Test
    void anEditVoidsTheSignatures() {
        JsonNode version = proposed(STARTER.replace("points: 10", "points: 11"));
        sign(maya, version, "marketing");
        sign(sam, version, "sales");
        String draft = "/api/contracts/drafts/" + version.path("draft");
        String tag = maya.get(draft).headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> edited =
                yaml(maya, "PUT", draft, STARTER.replace("points: 10", "points: 12"), "If-Match", tag);
        assertThat(edited.statusCode()).isEqualTo(200);
        JsonNode now = json(maya.get("/api/contracts/" + version.path("number")));
        assertThat(now.path("standing").asString()).isEqualTo("withdrawn");
        assertThat(code(ola.post("/api/contracts/" + version.path("number") + "/activate", "{}")))
                .isEqualTo("CUP-API-045");
        assertThat(code(yaml(maya, "PUT", draft, STARTER, "If-Match", tag))).isEqualTo("CUP-API-013");
        assertThat(code(yaml(maya, "PUT", draft, STARTER))).isEqualTo("CUP-API-012");
    }

    @Test
    void aVersionIsScheduledAndCanBeWithdrawnBeforeItsTime() {
        JsonNode version = proposed(STARTER.replace("points: 15", "points: 16"));
        sign(maya, version, "marketing");
        sign(sam, version, "sales");
        String path = "/api/contracts/" + version.path("number");
        Instant later = app.bean(Versions.class).now().plusSeconds(86_400);
        JsonNode scheduled = json(ola.post(path + "/activate", "{\"from\": \"" + later + "\"}"));
        assertThat(scheduled.path("standing").asString()).isEqualTo("scheduled");
        JsonNode then = json(maya.get("/api/contracts/in-force?at=" + later));
        assertThat(then.path("number")).isEqualTo(version.path("number"));
        JsonNode withdrawn = json(ola.post(path + "/withdraw", ""));
        assertThat(withdrawn.path("standing").asString()).isEqualTo("withdrawn");
        assertThat(json(maya.get("/api/contracts/in-force?at=" + later)).path("number"))
                .isNotEqualTo(version.path("number"));
    }

    @Test
    void aTextWithFaultsIsKeptButNotProposed() {
        String faulty = STARTER.replace("half-life", "halflife").replace("pass: 70", "pass: 0");
        JsonNode checked = json(yaml(maya, "POST", "/api/contracts/check", faulty));
        assertThat(checked.path("faults").asInt()).isPositive();
        JsonNode finding = checked.path("findings").path(0);
        assertThat(finding.path("code").asString()).startsWith("CUP-CONTRACT-");
        assertThat(finding.path("line").asInt()).isPositive();
        assertThat(finding.path("rendered").asString()).contains("^");
        JsonNode draft = draft(faulty);
        HttpResponse<String> refused =
                ola.post("/api/contracts/drafts/" + draft.path("id") + "/propose", "", "If-Match", "*");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(code(refused)).isEqualTo("CUP-API-053");
        assertThat(json(refused).path("errors")).hasSize(checked.path("faults").asInt());
    }

    @Test
    void whatChangesIsToldInWords() {
        JsonNode draft = draft(STARTER.replace("pass: 70", "pass: 80"));
        JsonNode diff = json(maya.get("/api/contracts/diff?from=1&to=draft-" + draft.path("id")));
        assertThat(diff.path("changes")).hasSize(1);
        assertThat(diff.path("changes").path(0).asString()).contains("70 → 80");
        assertThat(code(maya.get("/api/contracts/diff?from=1&to=latest"))).isEqualTo("CUP-API-003");
        assertThat(code(maya.get("/api/contracts/diff?from=1"))).isEqualTo("CUP-API-003");
        assertThat(code(maya.get("/api/contracts/diff?from=1&to=999"))).isEqualTo("CUP-API-004");
    }

    @Test
    void listsGoOnWhereTheCursorSays() {
        proposed(STARTER.replace("points: 30", "points: 31"));
        JsonNode first = json(maya.get("/api/contracts?limit=1"));
        assertThat(first.path("items")).hasSize(1);
        JsonNode second = json(
                maya.get("/api/contracts?limit=1&cursor=" + first.path("next").asString()));
        assertThat(second.path("items").path(0).path("number").asInt())
                .isEqualTo(first.path("items").path(0).path("number").asInt() - 1);
        assertThat(code(maya.get("/api/contracts?cursor=nonsense"))).isEqualTo("CUP-API-011");
        assertThat(code(maya.get("/api/contracts?limit=0"))).isEqualTo("CUP-API-003");
        assertThat(code(maya.get(
                        "/api/contracts/drafts?cursor=" + first.path("next").asString())))
                .isEqualTo("CUP-API-011");
    }

    @Test
    void theContentOfAVersionNeverChanges() {
        assertThatThrownBy(() -> {
                    try (Connection connection = app.database().connect();
                            Statement statement = connection.createStatement()) {
                        statement.executeUpdate("update contracts.version set text = '' where number = 1");
                    }
                })
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("never changes");
    }
}
