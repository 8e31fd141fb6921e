package io.cupel.cli;

import io.cupel.contract.CheckResult;
import io.cupel.contract.ContractFile;
import io.cupel.core.contract.Contract;
import io.cupel.files.JsonAnswer;
import io.cupel.files.answers.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The server that an import goes to. Whatever is asked may be asked again: while the server does not answer, or says
 * that it is busy, the same is asked after a pause, which doubles each time.
 */
final class ImportServer {
    /** So often one thing is asked before it is given up: for about two minutes. */
    static final int TRIES_MAX = 9;

    private static final Duration PAUSE_FIRST = Duration.ofMillis(500);
    private static final Duration PAUSE_MAX = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Set<Integer> BUSY = Set.of(429, 502, 503, 504);
    private static final int OK = 200;
    private static final int FORBIDDEN = 403;

    private final URI base;
    private final String token;
    private final Shell shell;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private boolean isWaitingSaid;

    /** @param token of a person, which is never shown */
    ImportServer(URI base, String token, Shell shell) {
        this.base = base;
        this.token = token;
        this.shell = shell;
    }

    /** The contract by which the server judges now: it says what attributes there are. */
    Contract contract() {
        JsonAnswer version = JsonAnswer.of(get("/api/contracts/in-force", "application/json"));
        String yaml = get("/api/contracts/" + version.number("number"), "application/yaml");
        CheckResult result =
                ContractFile.of(version.text("name") + ".yaml", yaml).check();
        Contract contract = result.contract();
        if (contract == null) {
            throw Stop.input("the contract of the server has faults that this Cupel does not accept; use the same"
                    + " version of Cupel as the server");
        }
        return contract;
    }

    /** What the server has of these, asked by hashes. */
    JsonAnswer matches(List<String> keys, List<String> messages) {
        String body = Json.of(Map.of("keys", keys, "messages", messages));
        return JsonAnswer.of(send(request("/api/imports/matches")
                .setHeader("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))));
    }

    /** Brings calls into the log; answers when that is committed. */
    JsonAnswer take(byte[] body) {
        return JsonAnswer.of(send(request("/api/imports")
                .setHeader("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(body))));
    }

    private String get(String path, String type) {
        return send(request(path).setHeader("Accept", type).GET());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path))
                .timeout(PATIENCE)
                .setHeader("Authorization", "Bearer " + token);
    }

    private String send(HttpRequest.Builder request) {
        Duration pause = PAUSE_FIRST;
        for (int attempt = 1; ; attempt++) {
            String reason;
            Duration told = Duration.ZERO;
            try {
                HttpResponse<String> answer =
                        client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
                if (answer.statusCode() == OK) {
                    return answer.body();
                }
                if (!BUSY.contains(answer.statusCode())) {
                    throw refused(answer);
                }
                reason = "it is busy (" + answer.statusCode() + ")";
                told = retryAfter(answer);
            } catch (IOException e) {
                reason = "it does not answer";
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw Stop.file("stopped; the same command goes on where it was");
            }
            if (attempt == TRIES_MAX) {
                throw Stop.file(base + ": " + reason + ", asked " + TRIES_MAX
                        + " times; what was acknowledged is kept, and the same command goes on where it was");
            }
            rest(told.compareTo(pause) > 0 ? told : pause, reason);
            pause = pause.multipliedBy(2).compareTo(PAUSE_MAX) > 0 ? PAUSE_MAX : pause.multipliedBy(2);
        }
    }

    private void rest(Duration pause, String reason) {
        if (!isWaitingSaid) {
            isWaitingSaid = true;
            shell.say(base + ": " + reason + "; trying again");
        }
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Stop.file("stopped; the same command goes on where it was");
        }
    }

    /** Seconds; nothing where the header says none, or more than anybody waits. */
    private static Duration retryAfter(HttpResponse<String> answer) {
        String told = answer.headers().firstValue("Retry-After").orElse("");
        return told.matches("[0-9]{1,2}") ? Duration.ofSeconds(Long.parseLong(told)) : Duration.ZERO;
    }

    private Stop refused(HttpResponse<String> answer) {
        JsonAnswer problem = JsonAnswer.of(answer.body());
        String code = problem.text("code");
        if (code.isEmpty()) {
            return Stop.input(base + " answers with status " + answer.statusCode()
                    + " and no reason; is it the address of a Cupel server?");
        }
        String remedy = answer.statusCode() == FORBIDDEN
                ? "; the token needs the scopes imports:write and contracts:read, its person a role that allows them"
                : "";
        return Stop.input("%s refuses: %s (%s): %s%s"
                .formatted(base, problem.text("title"), code, problem.text("detail"), remedy));
    }
}
