package io.cupel.app.intake.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.app.AppUnderTest;
import io.cupel.app.intake.EventLog;
import io.cupel.app.intake.LogEntry;
import io.cupel.app.intake.WriteKey;
import io.cupel.app.intake.WriteKeys;
import io.cupel.core.evidence.Origin;
import io.cupel.testkit.Seeds;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whatever is sent: a clear answer and never a fault of ours, and all that is good beside it is in the log. */
class DoorsFuzzIT {
    @RegisterExtension
    static final AppUnderTest app = AppUnderTest.with();

    private static final String[] DOORS = {
        "/v1/identify",
        "/v1/t",
        "/v1/page/",
        "//v1/s",
        "/v1/group",
        "/v1/a",
        "/v1/b",
        "//v1/import/",
        "/v1/batch?strict=1",
        "/v1/web-to-lead",
        "/v1/hooks/%s",
        "/v1/projects/%s/settings",
        "/v1/%%00",
        "/v1/../api",
    };

    private static final String[] PIECES = {
        "\"",
        "\\",
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "null",
        "-",
        "1e999",
        "9".repeat(500),
        "\u0000",
        "\\u0000",
        "\\ud800",
        "\n",
        "=",
        "&",
        "%",
        "%00",
        "\ud83d\ude00",
        "\ufeff",
        "\uffff",
        "1e-400",
        "0001-01-01",
        "9999-12-31T23:59:59Z",
        "-292275055-05-16",
        "[".repeat(60),
        "{\"a\":".repeat(5_000),
        "'; drop table intake.event; --",
        "<script>alert(1)</script>",
        "${jndi:ldap://x}",
        "../../etc/passwd",
        "\"batch\":[",
        "\"writeKey\":[]",
        "x".repeat(40_000),
        "Cupel Outcome",
    };

    private static final String FORM = "oid=%s&email=a%%40b.example&company=Acme&last_name=A&retURL=https://x.example/";

    private static final String[] GOOD = {
        """
        {"batch":[{"type":"track","event":"E","userId":"u","messageId":"f1","timestamp":"2026-01-01T00:00:00Z",
        "properties":{"a":1,"b":[true,null]},"context":{"ip":"1.2.3.4","traits":{"email":"a@b.example"}}},
        {"type":"page","anonymousId":"a"}],"sentAt":"2026-01-01T00:00:00Z","writeKey":"%s","context":{}}""", """
        {"userId":"u","anonymousId":"a","event":"E","previousId":"p","groupId":"g","messageId":"f2",
        "timestamp":1767225600000,"originalTimestamp":"2026-01-01","traits":{"employees":"51-200"},
        "writeKey":"%s"}""", FORM,
    };

    private static final String FIELDS = """
            messageId userId anonymousId event name groupId previousId timestamp sentAt originalTimestamp receivedAt
            type action lead properties traits context version integrations channel writeKey batch""";

    private static final String[] VALUES = {
        "'; drop table intake.event; --", "<script>alert(1)</script>", "\\u202e", "%s%n", "{{7*7}}", "\\\\", "null",
    };

    private static String[] words;

    @BeforeAll
    static void makeKeys() {
        WriteKeys keys = app.bean(WriteKeys.class);
        words = new String[] {
            keys.make(new WriteKey.Plan(
                            "s", Origin.SERVER, 1_000_000, 1_000_000, "{\"type\":\"=page\",\"userId\":\"u\"}"))
                    .secret(),
            keys.make(new WriteKey.Plan("b", Origin.BROWSER, 1_000_000, 1_000_000, null))
                    .secret(),
            "unknown",
        };
    }

    @Test
    void nothingThatIsSentIsAFaultOfOurs() {
        Seeds.cases(700).check((seed, random) -> {
            String word = words[random.nextInt(words.length)];
            byte[] body = body(random, word);
            String path = DOORS[random.nextInt(DOORS.length)].formatted(word);
            HttpRequest.Builder request = HttpRequest.newBuilder(app.uri(path)).POST(BodyPublishers.ofByteArray(body));
            if (random.nextInt(3) == 0) {
                request.header("Authorization", authorization(random, word));
            }
            if (random.nextInt(3) == 0) {
                request.header("Content-Encoding", pick(random, "gzip", "identity", "br", "\"", "gzip, gzip"));
            }
            if (random.nextInt(3) == 0) {
                request.header(
                        "Content-Type", pick(random, "text/plain", "x", "multipart/form-data", "application/json"));
            }
            HttpResponse<String> answer = app.send(request);
            assertThat(answer.statusCode()).as(path + " " + answer.body()).isBetween(200, 499);
            assertThat(answer.body()).doesNotContain("Exception", "alert(1)", "drop table");
            expectTheLogGoesOn(seed);
        });
    }

    private static void expectTheLogGoesOn(long seed) {
        long before = app.bean(EventLog.class).head();
        String good = "{\"type\":\"page\",\"userId\":\"u\",\"messageId\":\"good-%d\",\"writeKey\":\"%s\"}"
                .formatted(seed, words[0]);
        HttpResponse<String> answer =
                app.send(HttpRequest.newBuilder(app.uri("/v1/page")).POST(BodyPublishers.ofString(good)));
        assertThat(answer.body()).isEqualTo("{\"success\":true}");
        assertThat(app.bean(EventLog.class).after(before, 10)).hasSize(1);
    }

    @Test
    void everyFieldMayHoldAnything() {
        String[] fields = FIELDS.split("\\s+", -1);
        long before = app.bean(EventLog.class).head();
        for (String field : fields) {
            String body = "{\"writeKey\":\"" + words[0] + "\",\"batch\":[" + String.join(",", odd(field)) + "]}";
            HttpResponse<String> answer =
                    app.send(HttpRequest.newBuilder(app.uri("/v1/b")).POST(BodyPublishers.ofString(body)));
            assertThat(answer.statusCode()).as(field + answer.body()).isEqualTo(200);
        }
        List<LogEntry> logged = app.bean(EventLog.class).after(before, 10_000);
        assertThat(logged.stream().filter(entry -> entry.call().contains("\"event\":\"Beside\"")))
                .hasSize(fields.length);
        assertThat(logged).anyMatch(entry -> entry.call().contains("drop table intake.event"));
    }

    /** Calls with odd values in a field, and behind them one that is good. */
    private static List<String> odd(String field) {
        List<String> values =
                new ArrayList<>(List.of("12", "-1", "1.5", "true", "{}", "[]", "[[]]", "{\"a\":{}}", "\"\""));
        for (String value : VALUES) {
            values.add("\"" + value.replace("\"", "") + "\"");
        }
        List<String> calls = new ArrayList<>();
        for (String value : values) {
            calls.add("{\"type\":\"track\",\"userId\":\"u\",\"event\":\"E\",\"%s\":%s}".formatted(field, value));
        }
        calls.add("{\"type\":\"track\",\"userId\":\"u\",\"event\":\"Beside\",\"messageId\":\"beside-%s\"}"
                .formatted(field));
        return calls;
    }

    private static String authorization(Random random, String word) {
        String pair = Base64.getEncoder().encodeToString((word + ":").getBytes(StandardCharsets.UTF_8));
        return pick(
                random, "Basic " + pair, "basic " + pair, "Basic " + pair.substring(3), "Basic", "Bearer " + word, "x");
    }

    private static byte[] body(Random random, String word) throws java.io.IOException {
        byte[] body = GOOD[random.nextInt(GOOD.length)].formatted(word).getBytes(StandardCharsets.UTF_8);
        if (random.nextInt(6) == 0) {
            body = new byte[random.nextInt(2_000)];
            random.nextBytes(body);
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            body = mutated(body, random);
        }
        return switch (random.nextInt(8)) {
            case 0 -> packed(body);
            case 1 -> mutated(packed(body), random);
            case 2 -> packed(packed(body));
            default -> body;
        };
    }

    private static byte[] mutated(byte[] body, Random random) {
        int from = random.nextInt(body.length + 1);
        int until = Math.min(body.length, from + random.nextInt(6));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(body, 0, from);
        out.writeBytes(PIECES[random.nextInt(PIECES.length)].getBytes(StandardCharsets.UTF_8));
        out.write(body, until, body.length - until);
        return out.toByteArray();
    }

    private static byte[] packed(byte[] body) throws java.io.IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(body);
        }
        return out.toByteArray();
    }

    private static String pick(Random random, String... texts) {
        return texts[random.nextInt(texts.length)];
    }

    @Test
    void manyAtOnceAreAllAnswered() {
        long before = app.bean(EventLog.class).head();
        IntStream.range(0, 200).parallel().forEach(i -> {
            String body = "{\"userId\":\"u\",\"messageId\":\"p-%d\",\"writeKey\":\"%s\"}".formatted(i / 2, words[1]);
            HttpResponse<String> answer =
                    app.send(HttpRequest.newBuilder(app.uri("/v1/p")).POST(BodyPublishers.ofString(body)));
            assertThat(answer.statusCode()).isEqualTo(200);
        });
        assertThat(app.bean(EventLog.class).after(before, 1_000)).hasSize(100);
    }
}
