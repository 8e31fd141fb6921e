package io.cupel.app;

import static io.cupel.app.people.Scope.CONTRACTS_ACTIVATE;
import static io.cupel.app.people.Scope.CONTRACTS_READ;
import static io.cupel.app.people.Scope.CONTRACTS_SIGN;
import static io.cupel.app.people.Scope.CONTRACTS_WRITE;
import static io.cupel.app.people.Scope.ERASE;
import static io.cupel.app.people.Scope.EVENTS_READ;
import static io.cupel.app.people.Scope.EXPORT;
import static io.cupel.app.people.Scope.IDENTITY_WRITE;
import static io.cupel.app.people.Scope.IMPORTS_WRITE;
import static io.cupel.app.people.Scope.KEYS_WRITE;
import static io.cupel.app.people.Scope.LEADS_READ;
import static io.cupel.app.people.Scope.PEOPLE_WRITE;
import static io.cupel.app.people.Scope.TRAY_WRITE;

import io.cupel.app.people.Scope;
import java.net.http.HttpResponse;
import java.util.List;

/**
 * The table of all calls of the server: which scope each needs. Add a call here, with its place in
 * {@code src/main/resources/openapi}, in docs/api.md and, for a new scope, in docs/security.md.
 */
final class AllCalls {
    static final List<Call> TABLE = List.of(
            open("POST /api/setup", "{\"token\": \"x\", \"name\": \"x\"}", 403),
            open("GET /api/openapi.json", null, 200),
            open("POST /v1/{door}", "{}", 404),
            open("POST /v1/hooks/{word}", "{}", 401),
            open("POST /v1/web-to-lead", "{}", 401),
            open("GET /v1/projects/{word}/settings", null, 404),
            call("GET /api/people", PEOPLE_WRITE),
            call("POST /api/people", PEOPLE_WRITE, "{\"name\": \"x\", \"roles\": [\"rep\"]}"),
            call("GET /api/people/{person}", PEOPLE_WRITE),
            call("PUT /api/people/{person}", PEOPLE_WRITE, "{\"name\": \"x\", \"roles\": [\"rep\"]}"),
            call("DELETE /api/people/{person}", PEOPLE_WRITE),
            call("GET /api/people/{person}/tokens", PEOPLE_WRITE),
            call("POST /api/people/{person}/tokens", PEOPLE_WRITE, "{\"name\": \"x\"}"),
            call("GET /api/tokens/{token}", PEOPLE_WRITE),
            call("DELETE /api/tokens/{token}", PEOPLE_WRITE),
            call("GET /api/contracts", CONTRACTS_READ),
            call("GET /api/contracts/{version}", CONTRACTS_READ),
            call("GET /api/contracts/{version} as YAML", CONTRACTS_READ),
            call("GET /api/contracts/{version}/content", CONTRACTS_READ),
            call("GET /api/contracts/{version}/history", CONTRACTS_READ),
            call("GET /api/contracts/history", CONTRACTS_READ),
            call("GET /api/contracts/in-force", CONTRACTS_READ),
            call("GET /api/contracts/diff", CONTRACTS_READ),
            call("POST /api/contracts/check", CONTRACTS_READ, "name: x"),
            call("POST /api/contracts/{version}/sign", CONTRACTS_SIGN, "{}"),
            call("POST /api/contracts/{version}/withdraw", CONTRACTS_ACTIVATE, "{}"),
            call("POST /api/contracts/{version}/activate", CONTRACTS_ACTIVATE, "{}"),
            call("GET /api/contracts/drafts", CONTRACTS_READ),
            call("POST /api/contracts/drafts", CONTRACTS_WRITE, "name: x"),
            call("GET /api/contracts/drafts/{draft}", CONTRACTS_READ),
            call("GET /api/contracts/drafts/{draft} as YAML", CONTRACTS_READ),
            call("PUT /api/contracts/drafts/{draft}", CONTRACTS_WRITE, "name: x"),
            call("DELETE /api/contracts/drafts/{draft}", CONTRACTS_WRITE),
            call("POST /api/contracts/drafts/{draft}/propose", CONTRACTS_ACTIVATE, ""),
            call("GET /api/export/events", EXPORT),
            call("GET /api/leads", LEADS_READ),
            call("GET /api/leads/{number}", LEADS_READ),
            call("GET /api/leads/{number}/transitions", LEADS_READ),
            call("GET /api/leads/{number}/cycles", LEADS_READ),
            call("GET /api/leads/{number}/events", EVENTS_READ),
            call("GET /api/leads/{number}/explanation", LEADS_READ),
            call("GET /api/leads/{number}/consents", LEADS_READ),
            call("POST /api/leads/{number}/consents", IDENTITY_WRITE, "{}"),
            call("GET /api/companies", LEADS_READ),
            call("GET /api/companies/{domain}", LEADS_READ),
            call("GET /api/events", EVENTS_READ),
            call("GET /api/refusals", EVENTS_READ),
            call("GET /api/differing-copies", EVENTS_READ),
            call("GET /api/status", LEADS_READ),
            call("GET /api/merges", LEADS_READ),
            call("POST /api/merges", IDENTITY_WRITE, "{}"),
            call("GET /api/merges/{id}", LEADS_READ),
            call("DELETE /api/merges/{id}", IDENTITY_WRITE),
            call("GET /api/merges/candidates", LEADS_READ),
            call("POST /api/merges/preview", LEADS_READ, "{}"),
            call("GET /api/claims", LEADS_READ),
            call("POST /api/claims/preview", LEADS_READ, "{}"),
            call("GET /api/claims/undos", LEADS_READ),
            call("POST /api/claims/undos", IDENTITY_WRITE, "{}"),
            call("GET /api/claims/undos/{id}", LEADS_READ),
            call("DELETE /api/claims/undos/{id}", IDENTITY_WRITE),
            call("GET /api/tray", LEADS_READ),
            call("POST /api/tray/release", TRAY_WRITE, "{}"),
            call("POST /api/tray/dismiss", TRAY_WRITE, "{}"),
            call("GET /api/suspects", EVENTS_READ),
            call("POST /api/suspects/releases", TRAY_WRITE, "{}"),
            call("GET /api/turns", CONTRACTS_READ),
            call("POST /api/turns/{turn}/stop", CONTRACTS_ACTIVATE, "{}"),
            call("POST /api/turns/{turn}/resume", CONTRACTS_ACTIVATE, "{}"),
            call("POST /api/contracts/{version}/rehearsal", CONTRACTS_ACTIVATE, "{}"),
            call("GET /api/contracts/{version}/rehearsal", CONTRACTS_READ),
            call("DELETE /api/contracts/{version}/rehearsal", CONTRACTS_ACTIVATE),
            call("GET /api/export/leads", EXPORT),
            call("POST /api/imports", IMPORTS_WRITE, "{\"batch\": []}"),
            call("POST /api/imports/matches", IMPORTS_WRITE, "{}"),
            call("GET /api/leads/{number}/dossier", EXPORT),
            call("GET /api/erasures", ERASE),
            call("POST /api/erasures", ERASE, "{}"),
            call("GET /api/keys", KEYS_WRITE),
            call("POST /api/keys", KEYS_WRITE, "{\"name\": \"x\", \"origin\": \"server\"}"),
            call("POST /api/keys/{key}/rotate", KEYS_WRITE, "{}"),
            call("DELETE /api/keys/{key}", KEYS_WRITE));

    private AllCalls() {}

    /**
     * One call.
     *
     * @param name method and address as they are mapped; "as YAML" where the header Accept asks for it
     * @param scope null for one that is open to everybody
     * @param body a body that does no harm; null for none
     * @param openAnswer the status that somebody without a token is answered, where the call is open
     */
    record Call(String name, Scope scope, String body, int openAnswer) {
        /** Things that are named by a number are those of a number that nothing has. */
        HttpResponse<String> send(Api caller) {
            List<String> words = List.of(name.split(" ", -1));
            String path = words.get(1).replaceAll("\\{[a-z]+}", "999999");
            boolean yaml = body != null && body.startsWith("name:");
            return caller.send(
                    words.get(0),
                    path,
                    body,
                    "Accept",
                    name.endsWith("as YAML") ? "application/yaml" : "*/*",
                    "Content-Type",
                    yaml ? "application/yaml" : "application/json");
        }
    }

    static Call of(String name) {
        return TABLE.stream()
                .filter(call -> call.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not in AllCalls.TABLE"));
    }

    private static Call open(String name, String body, int answer) {
        return new Call(name, null, body, answer);
    }

    private static Call call(String name, Scope scope) {
        return new Call(name, scope, null, 0);
    }

    private static Call call(String name, Scope scope, String body) {
        return new Call(name, scope, body, 0);
    }
}
