package io.cupel.app.intake.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cupel.app.AppUnderTest;
import io.cupel.app.intake.EventLog;
import io.cupel.app.intake.WriteKey;
import io.cupel.app.intake.WriteKeys;
import io.cupel.core.evidence.Origin;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Requests that are sent again as they were, and such whose answer takes its time. */
class RepeatedRequestsIT {
    @RegisterExtension
    static final AppUnderTest app = AppUnderTest.with();

    private static final String TWO = """
            {"batch": [
             {"type": "page", "userId": "u", "messageId": "%1$s-1",
              "timestamp": "2026-03-01T10:00:00Z"},
             {"type": "page", "userId": "u", "timestamp": "2026-03-01T10:00:0%2$dZ"}]}""";

    private static WriteKey.Made key(String name) {
        return app.bean(WriteKeys.class).make(new WriteKey.Plan(name, Origin.SERVER, 100_000, 1_000, null));
    }

    private static HttpRequest.Builder request(WriteKey.Made key, String path, String body) {
        String pair = key.secret() + ":";
        return HttpRequest.newBuilder(app.uri(path))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)))
                .POST(BodyPublishers.ofString(body));
    }

    private static int send(WriteKey.Made key, String path, String body) {
        return app.send(request(key, path, body)).statusCode();
    }

    private static long head() {
        return app.bean(EventLog.class).head();
    }

    private static double repeats() {
        return app.bean(MeterRegistry.class).counter("cupel.events.duplicate").count();
    }

    private static List<String> differing() {
        return JdbcClient.create(app.bean(DataSource.class))
                .sql("select times::text from intake.differing_copy order by last_at")
                .query(String.class)
                .list();
    }

    @Test
    void whatIsSentAgainIsAcknowledgedCountedAndNotLogged() {
        WriteKey.Made key = key("again");
        long before = head();
        double counted = repeats();
        for (int i = 0; i < 5; i++) {
            assertThat(send(key, "/v1/batch?strict=1", TWO.formatted("again", 1)))
                    .isEqualTo(200);
        }
        assertThat(head() - before).isEqualTo(2);
        assertThat(repeats() - counted).isEqualTo(8);
    }

    @Test
    void aKeyThatWasRevokedOpensNoDoorToWhatItBroughtBefore() {
        WriteKey.Made key = key("revoked");
        assertThat(send(key, "/v1/batch", TWO.formatted("revoked", 2))).isEqualTo(200);
        app.bean(WriteKeys.class).revoke(key.key().number());
        assertThat(send(key, "/v1/batch", TWO.formatted("revoked", 2))).isEqualTo(401);
    }

    @Test
    void aCallWithoutIdAndTimeIsAnotherOneEachTimeItComes() {
        WriteKey.Made key = key("nameless");
        long before = head();
        for (int i = 0; i < 3; i++) {
            assertThat(send(key, "/v1/page", "{\"userId\": \"u\", \"name\": \"Nameless\"}"))
                    .isEqualTo(200);
        }
        assertThat(head() - before).isEqualTo(3);
    }

    @Test
    void theSameBodyAtAnotherDoorIsAnotherRequest() {
        WriteKey.Made key = key("doors");
        long before = head();
        String body = "{\"userId\": \"u\", \"name\": \"Demo\", \"event\": \"Demo\"}";
        assertThat(send(key, "/v1/page", body)).isEqualTo(200);
        assertThat(send(key, "/v1/track", body)).isEqualTo(200);
        assertThat(head() - before).isEqualTo(2);
    }

    @Test
    void whatWasRefusedIsRefusedAgainAndACopyThatDiffersIsToldEachTime() {
        WriteKey.Made key = key("refused");
        String refused = "{\"batch\": [{\"type\": \"page\", \"userId\": \"u\", \"messageId\": \"r\"},"
                + " {\"type\": \"page\"}]}";
        assertThat(send(key, "/v1/batch?strict=1", refused)).isEqualTo(400);
        assertThat(send(key, "/v1/batch?strict=1", refused)).isEqualTo(400);
        assertThat(send(key, "/v1/page", "{\"userId\": \"u\", \"messageId\": \"d\"}"))
                .isEqualTo(200);
        String other = "{\"userId\": \"other\", \"messageId\": \"d\", \"timestamp\": \"2026-03-01T10:00:00Z\"}";
        for (int i = 0; i < 3; i++) {
            assertThat(send(key, "/v1/page", other)).isEqualTo(200);
        }
        assertThat(differing()).containsExactly("3");
    }

    /** More of them than the server has threads. */
    @Test
    void answersThatTakeTheirTimeComeAndKeepNobodyElseFromHis() throws Exception {
        WriteKey.Made key = key("slow");
        HttpClient client = HttpClient.newHttpClient();
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        long before;
        try (Connection other = app.bean(DataSource.class).getConnection()) {
            other.setAutoCommit(false);
            other.createStatement().execute("select 1 from intake.head for update");
            before = head();
            for (int i = 0; i < 250; i++) {
                String body = "{\"userId\": \"u\", \"messageId\": \"slow-" + i + "\"}";
                answers.add(client.sendAsync(request(key, "/v1/page", body).build(), BodyHandlers.ofString()));
            }
            assertThatThrownBy(() -> answers.get(0).get(300, TimeUnit.MILLISECONDS))
                    .isInstanceOf(TimeoutException.class);
            assertThat(app.get("/health/liveness").statusCode()).isEqualTo(200);
            other.rollback();
        }
        for (CompletableFuture<HttpResponse<String>> answer : answers) {
            assertThat(answer.get(30, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        }
        assertThat(head() - before).isEqualTo(250);
    }
}
