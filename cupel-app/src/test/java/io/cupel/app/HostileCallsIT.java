package io.cupel.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.app.people.Scope;
import io.cupel.testkit.Seeds;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Asks every GET call with parameters that nobody means well with: a problem, and never a fault of the server. */
class HostileCallsIT {
    @RegisterExtension
    static final AppUnderTest app = AppUnderTest.with();

    private static final List<String> NAMES = List.of(
            "stage",
            "key",
            "company",
            "fit",
            "grade",
            "min-score",
            "held",
            "raised-hand",
            "since",
            "until",
            "order",
            "limit",
            "cursor",
            "after",
            "at",
            "version",
            "from",
            "to",
            "reason",
            "",
            "\u0000",
            "stage[]");

    private static final List<String> VALUES = List.of(
            "",
            " ",
            "0",
            "1",
            "-1",
            "9223372036854775807",
            "9223372036854775808",
            "-9223372036854775808",
            "1e400",
            "NaN",
            "null",
            "true",
            "mql",
            "mql,nurture",
            "score",
            "since",
            "draft-1",
            "draft-99999999999999999999",
            "' or 1=1; drop table judging.lead; --",
            "<script>alert(1)</script>",
            "\u0000",
            "a\u0000b",
            "%",
            "\\",
            "\uFFFD",
            "\u202E",
            "${jndi:ldap://x}",
            "../../etc/passwd",
            "0001-01-01T00:00:00Z",
            "9999-12-31T23:59:59.999999999Z",
            "+1000000000-12-31T23:59:59.999999999Z",
            "-1000000000-01-01T00:00:00Z",
            "2026-02-30T00:00:00Z",
            "{}",
            "[]",
            "x".repeat(5_000),
            "😀".repeat(300));

    @Test
    void noParameterMakesTheServerFail() {
        Api all = Api.scoped(app, Scope.values());
        List<String> calls = AllCalls.TABLE.stream()
                .map(AllCalls.Call::name)
                .filter(name -> name.startsWith("GET "))
                .map(name -> name.split(" ", -1)[1])
                .distinct()
                .toList();
        Seeds.cases(600).check((seed, random) -> {
            String path = calls.get(random.nextInt(calls.size())).replaceAll("\\{[a-z]+}", place(random));
            StringBuilder address = new StringBuilder(path);
            int parameters = random.nextInt(4);
            for (int i = 0; i < parameters; i++) {
                String name = NAMES.get(random.nextInt(NAMES.size()));
                String value = name.equals("cursor") ? cursor(random) : VALUES.get(random.nextInt(VALUES.size()));
                address.append(i == 0 ? '?' : '&')
                        .append(encoded(name))
                        .append('=')
                        .append(encoded(value));
            }
            HttpResponse<String> answer = all.get(address.toString());
            assertThat(answer.statusCode()).as(address.toString()).isLessThan(500);
            if (answer.statusCode() >= 400 && !answer.body().contains("HTTP Status 400")) {
                assertThat(Api.code(answer)).as(address.toString()).startsWith("CUP-API-");
            }
        });
    }

    private static String place(Random random) {
        if (random.nextBoolean()) {
            return "1";
        }
        String value =
                VALUES.get(random.nextInt(VALUES.size())).replace("\\", "").replace("/", "");
        return Matcher.quoteReplacement(encoded(value.isEmpty() ? "x" : value).replace("+", "%20"));
    }

    /** Often of a list that there is, with keys that it never gave. */
    private static String cursor(Random random) {
        List<String> lists = List.of(
                "leads-by-number",
                "leads-by-score",
                "leads-by-since",
                "lead-events",
                "companies",
                "events",
                "refusals",
                "differing-copies",
                "people",
                "tokens",
                "contracts");
        StringBuilder text = new StringBuilder(lists.get(random.nextInt(lists.size())));
        int keys = 1 + random.nextInt(3);
        for (int i = 0; i < keys; i++) {
            text.append('\u001F').append(VALUES.get(random.nextInt(VALUES.size())));
        }
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
