package io.cupel.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody who may everything, at the API of a server. */
final class AdminApi {
    private static final Pattern SETUP = Pattern.compile("\"token\": \"(setup_[^\"]+)\"");
    private static final String JSON = "application/json";
    private static final int OK = 200;
    private static final int GOOD_MAX = 299;

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI server;
    private String token = "";

    private AdminApi(URI server) {
        this.server = server;
    }

    /** Makes the first administrator of a server, and a person who signs for both sides. */
    static AdminApi of(ServerChild server) throws IOException, InterruptedException {
        AdminApi api = new AdminApi(server.uri());
        String once = server.said(SETUP);
        api.token = text("token", api.post("/api/setup", "{\"token\":\"" + once + "\",\"name\":\"Bench\"}"));
        String person =
                api.post("/api/people", "{\"name\":\"Bench\",\"roles\":[\"marketer\",\"rep\",\"manager\",\"admin\"]}");
        api.token = text("token", api.post("/api/people/" + number("id", person) + "/tokens", """
                {"name": "bench", "scopes": ["leads:read", "contracts:read", "contracts:write", "contracts:sign",
                    "contracts:activate", "keys:write"]}
                """));
        return api;
    }

    /** A write key that may send as much as any key may. */
    String writeKey() throws IOException, InterruptedException {
        return text("secret", post("/api/keys", """
                {"name": "bench", "origin": "server", "callsPerSecond": 1000000, "callsPerSecondOfAddress": 1000000}
                """));
    }

    /** Takes a contract through its life until it is in force; gives the number of its version. */
    int putInForce(String contract) throws IOException, InterruptedException {
        long draft = number("id", send("POST", "/api/contracts/drafts", "application/yaml", contract));
        String version = post("/api/contracts/drafts/" + draft + "/propose", "");
        int number = (int) number("number", version);
        for (String side : new String[] {"marketing", "sales"}) {
            post(
                    "/api/contracts/" + number + "/sign",
                    "{\"side\":\"" + side + "\",\"hash\":\"" + text("hash", version) + "\"}");
        }
        post("/api/contracts/" + number + "/activate", "{}");
        return number;
    }

    /** Whether a GET is answered with 200; the answer is read to its end. */
    boolean hasPage(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(server.resolve(path))
                .header("Authorization", "Bearer " + token)
                .build();
        return client.send(request, BodyHandlers.ofByteArray()).statusCode() == OK;
    }

    private String post(String path, String body) throws IOException, InterruptedException {
        return send("POST", path, JSON, body);
    }

    private String send(String method, String path, String type, String body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(path))
                .header("Content-Type", type)
                .header("If-Match", "*")
                .method(method, BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() > GOOD_MAX) {
            throw new IOException(path + " was answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }

    private static String text(String name, String json) {
        return found(Pattern.compile("\"" + name + "\" *: *\"([^\"]*)\""), json);
    }

    private static long number(String name, String json) {
        return Long.parseLong(found(Pattern.compile("\"" + name + "\" *: *([0-9]+)"), json));
    }

    private static String found(Pattern pattern, String json) {
        Matcher matcher = pattern.matcher(json);
        if (!matcher.find()) {
            throw new IllegalStateException("the answer has no " + pattern);
        }
        return matcher.group(1);
    }
}
