package io.cupel.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cupel.files.text.Reason;
import io.cupel.files.text.Refusal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiveCallsTest {
    private static final Instant RECEIVED = Instant.parse("2026-03-01T10:00:00.500Z");
    private static final String GOOD = "{\"type\":\"page\",\"userId\":\"u\",\"messageId\":\"m\"}";

    @TempDir
    private Path folder;

    private static List<LiveCall> read(String body, @Nullable String type, boolean fromBrowser) {
        try {
            return RequestCalls.of(body.getBytes(StandardCharsets.UTF_8))
                    .read(new Receipt(RECEIVED.toEpochMilli(), fromBrowser, type));
        } catch (Refusal refusal) {
            throw new AssertionError(refusal.told(), refusal);
        }
    }

    private static LiveCall.Accepted accepted(String body) {
        LiveCall only = read(body, null, false).get(0);
        assertThat(only).isInstanceOf(LiveCall.Accepted.class);
        return (LiveCall.Accepted) only;
    }

    private static Reason reason(String body) {
        return ((LiveCall.Refused) read(body, null, false).get(0)).reason();
    }

    @Test
    void theLogKeepsTheCallWithoutKeyAddressAndAgent() {
        LiveCall.Accepted call = accepted("""
                {"writeKey":"secret","type":"track","event":"Demo","userId":"u","messageId":17,"sentAt":null,
                 "timestamp":"2026-03-01T09:59:00Z","properties":{"b":1.0,"a":[1e2]},
                 "context":{"ip":"10.0.0.1","userAgent":"Mozilla","locale":"de"}}""");
        assertThat(call.text())
                .isEqualTo("{\"context\":{\"locale\":\"de\"},\"event\":\"Demo\",\"messageId\":\"17\","
                        + "\"properties\":{\"a\":[100.0],\"b\":1.0},\"timestamp\":\"2026-03-01T09:59:00Z\","
                        + "\"type\":\"track\",\"userId\":\"u\"}");
        assertThat(call.messageId()).isEqualTo("17");
        assertThat(call.sender()).isEqualTo(new LiveCall.Sender("10.0.0.1", "Mozilla"));
        assertThat(call.sighting().keys().user()).isEqualTo("u");
    }

    @Test
    void aCallWithoutATimeOccurredWhenItWasReceived() {
        LiveCall.Accepted call = accepted("{\"type\":\"page\",\"userId\":\"u\",\"sentAt\":\"2020-01-01T00:00:00Z\"}");
        assertThat(call.times().givenAtDoor()).isTrue();
        assertThat(call.times().occurredAt(RECEIVED.toEpochMilli() + 5)).isEqualTo(RECEIVED.toEpochMilli());
        assertThat(call.text()).contains("\"timestamp\":\"" + RECEIVED + "\"").doesNotContain("sentAt");
    }

    @ParameterizedTest
    @CsvSource({
        "'\"timestamp\":\"2026-03-01T09:00:00Z\",\"sentAt\":\"2026-03-01T09:00:10Z\"', 2026-03-01T09:59:50.500Z",
        "'\"timestamp\":\"2026-03-01T12:00:00Z\"', 2026-03-01T10:00:00.500Z",
        "'\"originalTimestamp\":\"2026-02-01T00:00:00Z\"', 2026-02-01T00:00:00Z",
        "'\"timestamp\":\"2026-03-01T09:00:00Z\",\"sentAt\":\"2026-03-01T09:00:10Z\","
                + "\"receivedAt\":\"2026-03-01T09:00:15Z\"', 2026-03-01T09:00:05Z",
    })
    void theTimeIsCorrectedByTheFirstWhoReceivedIt(String times, Instant expected) {
        LiveCall.Accepted call = accepted("{\"type\":\"page\",\"userId\":\"u\"," + times + "}");
        assertThat(Instant.ofEpochMilli(call.times().occurredAt(RECEIVED.toEpochMilli())))
                .isEqualTo(expected);
        assertThat(call.sighting().at()).isEqualTo(expected.toEpochMilli());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"type\":\"page\"}                                                  | NO_IDS",
                "{\"userId\":\"u\"}                                                   | NO_TYPE",
                "{\"type\":[],\"userId\":\"u\"}                                       | NO_TYPE",
                "{\"type\":\"track\",\"userId\":\"u\",\"event\":{}}                   | NO_NAME",
                "{\"type\":\"page\",\"userId\":\"\\u0000\"}                           | ZERO",
                "{\"type\":\"page\",\"userId\":\"u\",\"\\u0000\":1}                   | ZERO",
                "{\"type\":\"page\",\"userId\":\"\\ud800\"}                           | HALF_CHARACTER",
                "{\"type\":\"page\",\"userId\":\"u\",\"x\":1e999}                     | NUMBER",
                "{\"type\":\"page\",\"userId\":\"u\",\"timestamp\":\"0001-01-01\"}    | PAST",
                "{\"type\":\"page\",\"userId\":\"u\",\"timestamp\":\"9999-12-31\"}    | FUTURE",
                "{\"type\":\"page\",\"userId\":\"u\",\"timestamp\":\"2026-03-02T10:00:01Z\"} | FUTURE",
                "{\"type\":\"page\",\"userId\":\"u\",\"timestamp\":{}}                | BAD_TIME",
                "{\"batch\":[[]]}                                                     | NOT_AN_OBJECT",
                "{\"batch\":[12]}                                                     | NOT_AN_OBJECT",
                "{\"batch\":[\"a]\"]}                                                 | NOT_AN_OBJECT",
                "{\"batch\":[null]}                                                   | NOT_AN_OBJECT",
                "{\"batch\":[{\"batch\":[]}]}                                         | NO_TYPE",
            })
    void eachReasonIsTold(String body, Reason reason) {
        assertThat(reason(body.strip())).isEqualTo(reason);
    }

    @Test
    void aCallThatCannotBeUsedCostsNoOther() {
        String bad = "{\"a\":\"\\ud800\"},{\"a\":1e999},{\"a\":" + "[".repeat(50_000) + "]".repeat(50_000) + "},"
                + "{\"a\":" + "9".repeat(1_000) + "},-1.5e3,\"x\",true,{\"a\":\"" + "x".repeat(40_000) + "\"}";
        List<LiveCall> calls = read("{\"batch\":[" + bad + "," + GOOD + "]}", null, false);
        assertThat(calls).hasSize(9);
        assertThat(calls.subList(0, 8)).allMatch(LiveCall.Refused.class::isInstance);
        assertThat(calls.get(8)).isInstanceOf(LiveCall.Accepted.class);
        assertThat(((LiveCall.Refused) calls.get(4)).raw()).isEqualTo("-1.5e3");
        assertThat(((LiveCall.Refused) calls.get(7)).raw()).hasSize(RequestCalls.RAW_MAX);
        assertThat(calls).extracting(LiveCall::number).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``            | is not JSON",
                "[]            | is not a JSON object",
                "12            | is not a JSON object",
                "{\"batch\":[  | is not JSON, at column",
                "{\"a\":1}{}   | is not JSON: more stands behind it",
            })
    void aBodyThatCannotBeUsedIsRefusedAsAWhole(String body, String told) {
        assertThatThrownBy(() -> RequestCalls.of(body.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith(told);
        assertThatThrownBy(() -> RequestCalls.of(new byte[] {'{', (byte) 0xff, '}'}))
                .hasMessage("is not UTF-8");
        assertThatThrownBy(() -> RequestCalls.of(new byte[RequestCalls.BODY_MAX + 1]))
                .hasMessageContaining("more than 500 KB");
    }

    @Test
    void aBatchOfTooManyCallsIsRefused() {
        String calls = "{},".repeat(RequestCalls.CALLS_MAX);
        assertThat(read("{\"batch\":[" + calls.substring(1 + 2) + "{}]}", null, false))
                .hasSize(RequestCalls.CALLS_MAX);
        assertThatThrownBy(() -> RequestCalls.of(("{\"batch\":[" + calls + "{}]}").getBytes(StandardCharsets.UTF_8)))
                .hasMessage(Reason.CALLS.text());
    }

    @Test
    void whatABatchSaysForAllCannotFillTheLog() {
        String context = "\"context\":{\"a\":\"" + "x".repeat(20_000) + "\"}";
        String calls = (GOOD + ",").repeat(3_000);
        List<LiveCall> outcomes = read("{" + context + ",\"batch\":[" + calls + GOOD + "]}", null, false);
        long logged = outcomes.stream()
                .filter(LiveCall.Accepted.class::isInstance)
                .mapToLong(call -> ((LiveCall.Accepted) call).text().length())
                .sum();
        assertThat(logged).isLessThan(RequestCalls.LOGGED_MAX + RequestCalls.EVENT_MAX);
        assertThat(outcomes.get(3_000)).matches(call -> ((LiveCall.Refused) call).reason() == Reason.BATCH_GROWS);
        String large = "\"context\":{\"a\":\"" + "x".repeat(40_000) + "\"}";
        assertThat(reason("{" + large + ",\"batch\":[" + calls + GOOD + "]}")).isEqualTo(Reason.EVENT_TOO_LONG);
    }

    @Test
    void theAddressSaysTheTypeAndTheCallWhereItDoesNot() {
        String call = "{\"event\":\"Demo\",\"action\":\"identify\",\"userId\":\"u\"}";
        assertThat(((LiveCall.Accepted) read(call, "track", false).get(0)).text())
                .contains("\"type\":\"track\"");
        assertThat(accepted(call).text()).contains("\"type\":\"identify\"");
    }

    @Test
    void copiesAreComparedByWhatTheySay() throws Exception {
        LiveCall.Accepted one = accepted("{\"type\":\"page\",\"userId\":\"u\",\"messageId\":\"m\",\"x\":1}");
        String told = "\"timestamp\":\"2026-03-01T09:00:00Z\",\"sentAt\":";
        String first = accepted(one.text().replaceFirst("\"timestamp\":\"[^\"]*\"", told + "\"2026-03-01T09:00:01Z\""))
                .text();
        String second = accepted(one.text().replaceFirst("\"timestamp\":\"[^\"]*\"", told + "\"2026-03-01T09:00:02Z\""))
                .text();
        assertThat(first).isNotEqualTo(second);
        assertThat(LoggedCalls.contentOf(first, false))
                .isEqualTo(LoggedCalls.contentOf(second, false))
                .isNotEqualTo(LoggedCalls.contentOf(one.text(), false));
        assertThat(LoggedCalls.contentOf(first, true)).isEqualTo(LoggedCalls.contentOf(one.text(), true));
    }

    @Test
    void aBrowserTellsNothingThatSalesDid() {
        String won = "{\"type\":\"track\",\"event\":\"Cupel Outcome\",\"userId\":\"u\","
                + "\"properties\":{\"decision\":\"won\"}}";
        assertThat(accepted(won).sighting().act()).isNotNull();
        assertThat(accepted(won).messageId()).startsWith("sha256:");
        assertThat(read(won, null, true).get(0))
                .matches(call -> ((LiveCall.Refused) call).reason() == Reason.NOT_FROM_BROWSER);
    }

    @Test
    void theKeyStandsInTheBodyOrInItsFirstCall() throws Exception {
        for (String body : List.of(
                "{\"writeKey\":\" k \"}",
                "{\"batch\":[{\"writeKey\":\"k\"}]}",
                "{\"writeKey\":\"k\",\"batch\":[{}]}")) {
            assertThat(RequestCalls.of(body.getBytes(StandardCharsets.UTF_8)).writeKey())
                    .isEqualTo("k");
        }
        for (String body : List.of("{\"writeKey\":12}", "{\"batch\":[12]}", "{\"batch\":[]}", "{}")) {
            assertThat(RequestCalls.of(body.getBytes(StandardCharsets.UTF_8)).writeKey())
                    .isNull();
        }
    }

    @Test
    void callsOfTheSpecificationAreReadAsTheyAre() throws Exception {
        JsonTree json = new JsonTree();
        List<LiveCall> refused = new ArrayList<>();
        List<String> exported = new ArrayList<>();
        for (Path file : Samples.files(Samples.folder("segment-payloads"), ".json")) {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            if (text.contains("{{")) {
                continue; // a template of a test of somebody else
            }
            Object tree = json.read(text);
            for (Object each : tree instanceof List<?> list ? list : List.of(tree)) {
                Object sample =
                        each instanceof java.util.Map<?, ?> map && map.containsKey("input") ? map.get("input") : each;
                for (LiveCall call : read(CanonicalJson.of(sample), null, false)) {
                    if (call instanceof LiveCall.Accepted one) {
                        exported.add(one.text().replaceFirst("\\{", "{\"receivedAt\":\"" + RECEIVED + "\","));
                    } else {
                        refused.add(call);
                    }
                }
            }
        }
        assertThat(exported).hasSizeGreaterThan(20);
        // Excerpts of a page of documentation leave out what every call has.
        assertThat(refused)
                .allSatisfy(
                        call -> assertThat(((LiveCall.Refused) call).reason()).isIn(Reason.NO_IDS, Reason.NO_NAME));
        Desk desk = new Desk(folder).events(exported.toArray(String[]::new));
        Counts counts = desk.read().counts();
        assertThat(counts.calls() + counts.duplicates()).isEqualTo(exported.size());
        assertThat(desk.rejected).isEmpty();
    }
}
