package io.cupel.app;

import io.cupel.app.people.Role;
import io.cupel.app.people.Scope;
import io.cupel.app.people.Staff;
import io.cupel.app.people.Tokens;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Somebody who calls the API of a server under test:
 *
 * <pre>{@code
 * Api maya = Api.of(app, "Maya", Role.MARKETER);
 * assertThat(maya.post("/api/contracts/drafts", "{}").statusCode()).isEqualTo(422);
 * }</pre>
 *
 * @param person number of the person
 * @param token the secret, empty for a caller without
 */
public record Api(AppUnderTest app, long person, String token) {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** A new person of these roles with a token that allows all that they may. */
    public static Api of(AppUnderTest app, String name, Role... roles) {
        Set<Role> all = Set.of(roles);
        return with(app, name, all, Scope.allowedTo(all));
    }

    /** A new person who holds every role, with a token of these scopes alone. */
    public static Api scoped(AppUnderTest app, Scope... scopes) {
        return with(app, "Scoped", Set.of(Role.values()), Set.of(scopes));
    }

    private static Api with(AppUnderTest app, String name, Set<Role> roles, Set<Scope> scopes) {
        long person = app.bean(Staff.class).add(name, roles).person().id();
        String secret = app.bean(Tokens.class).make(person, "test", scopes, 1).secret();
        return new Api(app, person, secret);
    }

    /** A caller that nobody knows. */
    public static Api stranger(AppUnderTest app) {
        return new Api(app, 0, "");
    }

    public HttpResponse<String> get(String path) {
        return send("GET", path, null);
    }

    public HttpResponse<String> post(String path, String json, String... headers) {
        return send("POST", path, json, headers);
    }

    /** A call; the body, where there is one, is JSON unless a header says otherwise. */
    public HttpResponse<String> send(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(app.uri(path));
        request.method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (body != null) {
            request.setHeader("Content-Type", "application/json");
        }
        if (!token.isEmpty()) {
            request.setHeader("Authorization", "Bearer " + token);
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return app.send(request);
    }

    /** The body of an answer. */
    public static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }

    /** The code of the problem that an answer tells; empty where it tells none. */
    public static String code(HttpResponse<String> answer) {
        boolean isProblem = answer.headers()
                .firstValue("Content-Type")
                .filter("application/problem+json"::equals)
                .isPresent();
        return isProblem ? json(answer).path("code").asString() : "";
    }
}
