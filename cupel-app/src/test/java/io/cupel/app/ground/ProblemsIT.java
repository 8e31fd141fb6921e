package io.cupel.app.ground;

import static io.cupel.app.Api.code;
import static io.cupel.app.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.app.Api;
import io.cupel.app.AppUnderTest;
import io.cupel.app.people.Role;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

class ProblemsIT {
    @RegisterExtension
    static final AppUnderTest app = AppUnderTest.with();

    private final Api ola = Api.of(app, "Ola", Role.ADMIN);

    private void expect(int status, String code, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(code(answer)).isEqualTo(code);
        assertThat(answer.body()).doesNotContain("Exception").doesNotContain("\tat ");
        assertThat(json(answer).path("status").asInt()).isEqualTo(status);
        assertThat(json(answer).path("title").asString()).isNotEmpty();
    }

    @Test
    void whatTheServerItselfRefusesIsAProblemDocumentToo() {
        expect(404, "CUP-API-004", ola.get("/api/nothing"));
        HttpResponse<String> method = ola.send("PATCH", "/api/people", "{}");
        expect(405, "CUP-API-005", method);
        assertThat(method.headers().firstValue("Allow").orElseThrow()).contains("GET", "POST");
        expect(406, "CUP-API-006", ola.send("GET", "/api/people", null, "Accept", "image/png"));
        expect(415, "CUP-API-008", ola.post("/api/people", "x", "Content-Type", "text/html"));
        expect(413, "CUP-API-007", ola.post("/api/people", " ".repeat(1024 * 1024 + 1)));
        expect(400, "CUP-API-003", ola.get("/api/people/seven"));
        expect(400, "CUP-API-003", ola.get("/api/people?limit=many"));
    }

    @Test
    void aBodyThatIsNoneIsToldWithItsPlace() {
        expect(400, "CUP-API-001", ola.post("/api/people", "{\"name\": "));
        expect(400, "CUP-API-001", ola.post("/api/people", ""));
        expect(422, "CUP-API-002", ola.post("/api/people", "[".repeat(2_000)));
        HttpResponse<String> kind = ola.post("/api/people", "{\"name\": \"x\", \"roles\": \"secret@x.example\"}");
        expect(422, "CUP-API-002", kind);
        assertThat(json(kind).path("errors").path(0).path("place").asString()).isEqualTo("/roles");
        assertThat(kind.body()).doesNotContain("secret@x.example");
        HttpResponse<String> unknown = ola.post("/api/people", "{\"name\": \"x\", \"role\": \"rep\"}");
        JsonNode faults = json(unknown).path("errors");
        assertThat(faults.path(0).path("place").asString()).isEqualTo("/role");
    }

    @Test
    void aNumberIsWrittenInDigits() {
        int noNumber = ola.get("/api/people/abc").statusCode();
        for (String number : new String[] {"0x1", "%231", "%201", "1%20", "+1", "1L"}) {
            assertThat(ola.get("/api/people/" + number).statusCode()).as(number).isEqualTo(noNumber);
        }
        assertThat(ola.get("/api/people/1").statusCode()).isEqualTo(200);
    }

    @Test
    void aParameterThatACallDoesNotTakeIsAFault() {
        for (String path : new String[] {
            "/api/people/1?x=1",
            "/api/keys?limit=1",
            "/api/export/leads?foo=1",
            "/api/export/events?form=csv",
            "/api/status?x",
            "/api/contracts?limit=3&a=b",
            "/api/leads/2?x=1",
        }) {
            expect(400, "CUP-API-003", ola.get(path));
        }
        assertThat(json(ola.get("/api/export/events?form=csv"))
                        .path("errors")
                        .path(0)
                        .path("message")
                        .asString())
                .isEqualTo("this call takes only format, from, senders, to");
        assertThat(ola.get("/api/people?limit=3").statusCode()).isEqualTo(200);
    }

    @Test
    void headAndOptionsAreAnswered() {
        HttpResponse<String> head = ola.send("HEAD", "/api/people", null);
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        HttpResponse<String> options = ola.send("OPTIONS", "/api/people", null);
        assertThat(options.statusCode()).isEqualTo(200);
        assertThat(options.headers().firstValue("Allow").orElseThrow()).contains("POST");
        expect(401, "CUP-API-020", Api.stranger(app).send("OPTIONS", "/api/people", null));
    }

    @Test
    void namesWithStrangeCharactersDoNoHarm() {
        for (String name : new String[] {"'; drop table people.person; --", "<script>", "名前", "\uD83D\uDE00"}) {
            HttpResponse<String> added = ola.post("/api/people", "{\"name\": \"" + name + "\", \"roles\": [\"rep\"]}");
            assertThat(json(added).path("name").asString()).isEqualTo(name);
        }
        expect(422, "CUP-API-002", ola.post("/api/people", "{\"name\": \"a\\u0000b\", \"roles\": [\"rep\"]}"));
        expect(422, "CUP-API-002", ola.post("/api/people", "{\"name\": \"\\ud800\", \"roles\": [\"rep\"]}"));
    }
}
