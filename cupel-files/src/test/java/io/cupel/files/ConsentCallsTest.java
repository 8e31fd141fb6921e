package io.cupel.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.cupel.core.consent.Purpose;
import io.cupel.core.consent.Said;
import io.cupel.core.evidence.Consenting;
import io.cupel.core.evidence.Keys;
import io.cupel.core.evidence.Origin;
import io.cupel.files.text.Reason;
import io.cupel.files.text.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What doors and logs make of what calls tell about consent. */
class ConsentCallsTest {
    private static final long RECEIVED =
            Instant.parse("2026-03-01T10:00:00.500Z").toEpochMilli();
    private static final String WITHHELD = "\"consent\":{\"categoryPreferences\":{\"Analytics\":false}}";

    private static LiveCall read(String body, Receipt receipt) {
        try {
            return RequestCalls.of(body.getBytes(StandardCharsets.UTF_8))
                    .read(receipt)
                    .get(0);
        } catch (Refusal refusal) {
            throw new AssertionError(refusal.told(), refusal);
        }
    }

    private static LiveCall read(String body) {
        return read(body, new Receipt(RECEIVED, true, null));
    }

    private static LiveCall.Accepted accepted(String body) {
        LiveCall only = read(body);
        assertThat(only).isInstanceOf(LiveCall.Accepted.class);
        return (LiveCall.Accepted) only;
    }

    private static Reason refusal(String body) {
        return ((LiveCall.Refused) read(body)).reason();
    }

    private static List<Said> said(LiveCall.Accepted call) {
        try {
            return ConsentCalls.said(LineCalls.object(new JsonTree().read(call.text())));
        } catch (Refusal refusal) {
            throw new AssertionError(refusal.told(), refusal);
        }
    }

    @Test
    void aVisitorWhoWithholdsProfilingIsRefusedAndNothingOfTheCallIsKept() {
        LiveCall.Refused refused = (LiveCall.Refused) read("""
                {"type":"page","anonymousId":"d","messageId":"m-1","properties":{"path":"/secret"},
                 "context":{%s}}""".formatted(WITHHELD));
        assertThat(refused.reason()).isEqualTo(Reason.CONSENT_WITHHELD);
        assertThat(refused.told()).isEqualTo("was sent with consent withheld for profiling");
        assertThat(refused.raw()).isEqualTo("{\"messageIdHash\":\"" + Sha256.half("m-1") + "\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"anonymousId\":\"d\",\"timestamp\":\"soon\"",
                "\"anonymousId\":\"d\",\"timestamp\":\"1980-01-01\"",
                "\"userId\":\"u\",\"timestamp\":{}",
                "\"x\":1",
                "\"anonymousId\":\"d\",\"a\":1e999",
                "\"anonymousId\":\"d\",\"event\":\"s\\ud800\"",
                "\"anonymousId\":\"d\",\"a\":[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]"
            })
    void whateverElseIsWrongWithItNothingOfItIsKept(String rest) {
        LiveCall.Refused refused = (LiveCall.Refused)
                read("{\"type\":\"page\",\"name\":\"secret\",%s,\"context\":{%s}}".formatted(rest, WITHHELD));
        assertThat(refused.raw()).isEmpty();
    }

    @Test
    void ofABodyThatCannotBeReadNothingIsKeptThatMayBeSaidSo() {
        String body = "{\"batch\":[{\"name\":\"secret\",\"context\":{" + WITHHELD + "}},,]}";
        assertThatThrownBy(() -> RequestCalls.of(body.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
                    assertThat(RequestCalls.refused(refusal, bytes).raw()).isEmpty();
                    assertThat(RequestCalls.refused(refusal, "{,}".getBytes(StandardCharsets.UTF_8))
                                    .raw())
                            .isEqualTo("{,}");
                });
    }

    @Test
    void whatAPersonSaysIsKeptAndNothingElseOfTheCall() {
        LiveCall.Accepted call = accepted("""
                {"type":"identify","userId":"u-1","anonymousId":"d","messageId":"m-1",
                 "timestamp":"2026-03-01T09:00:00Z",
                 "traits":{"email":"Ann@a.example","title":"CEO","company":{"name":"Acme"}},
                 "context":{"ip":"10.0.0.1","page":{"path":"/secret"},
                            "consent":{"provider":"x","categoryPreferences":
                                       {"Analytics":false,"C0004":true,"Own":"no"}}}}""");
        assertThat(call.text())
                .isEqualTo("{\"context\":{\"consent\":{\"categoryPreferences\":"
                        + "{\"Analytics\":false,\"C0004\":true,\"Own\":false}},"
                        + "\"traits\":{\"email\":\"ann@a.example\"}},"
                        + "\"event\":\"Segment Consent Preference Updated\",\"messageId\":\"m-1\","
                        + "\"timestamp\":\"2026-03-01T09:00:00Z\",\"type\":\"track\",\"userId\":\"u-1\"}");
        assertThat(call.sighting().keys())
                .isEqualTo(new Keys("u-1", List.of("ann@a.example"), null, null, null, List.of()).by(Origin.BROWSER));
        assertThat(call.sighting().values()).isEmpty();
        assertThat(call.sighting().event()).isNull();
        assertThat(call.sighting().act()).isInstanceOf(Consenting.class);
        assertThat(said(call))
                .extracting(Said::purpose, Said::isGiven)
                .containsExactly(tuple(Purpose.PROFILING, false), tuple(Purpose.SHARING, true));
    }

    @Test
    void whatIsLeftOfACallIsACallOfWhichTheSameIsLeft() {
        LiveCall.Accepted call = accepted("""
                {"type":"page","userId":"hubspot:501","messageId":"m","context":{"globalPrivacyControl":true,
                 "traits":{"mobile":"+49 30 123456"},%s}}""".formatted(WITHHELD));
        assertThat(accepted(call.text()).text()).isEqualTo(call.text());
    }

    @Test
    void changedChoicesAreTakenAlsoOfAVisitor() {
        LiveCall.Accepted call = accepted("""
                {"type":"track","event":"Segment Consent Preference Updated","anonymousId":"d","messageId":"m",
                 "properties":{"secret":1},"context":{"page":{"path":"/secret"},%s}}""".formatted(WITHHELD));
        assertThat(call.text()).doesNotContain("secret").contains("\"anonymousId\":\"d\"");
        assertThat(said(call)).extracting(Said::purpose).containsExactly(Purpose.PROFILING);
    }

    @Test
    void aCallThatMayBeUsedStaysAsItIs() {
        LiveCall.Accepted call = accepted("""
                {"type":"page","anonymousId":"d","messageId":"m","properties":{"path":"/"},"context":{"consent":
                 {"categoryPreferences":{"Analytics":true,"Advertising":false,"Functional":false}}}}""");
        assertThat(call.sighting().event()).isNotNull();
        assertThat(said(call))
                .extracting(Said::purpose, Said::isGiven)
                .containsExactly(tuple(Purpose.PROFILING, true), tuple(Purpose.SHARING, false));
    }

    @Test
    void whereACallSaysBothItWithholds() {
        Reason reason = refusal("""
                {"type":"page","anonymousId":"d","context":{"consent":
                 {"categoryPreferences":{"Analytics":true,"statistics":false}}}}""");
        assertThat(reason).isEqualTo(Reason.CONSENT_WITHHELD);
    }

    @Test
    void globalPrivacyControlOfTheRequestStandsInTheLog() {
        Receipt receipt = new Receipt(RECEIVED, true, null).privately(true);
        LiveCall.Accepted call = (LiveCall.Accepted) read(
                "{\"type\":\"page\",\"anonymousId\":\"d\",\"messageId\":\"m\",\"context\":{\"locale\":\"de\"}}",
                receipt);
        assertThat(call.text()).contains("\"context\":{\"globalPrivacyControl\":true,\"locale\":\"de\"}");
        assertThat(said(call)).extracting(Said::purpose, Said::isGiven).containsExactly(tuple(Purpose.SHARING, false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"consent\":true",
                "\"consent\":[]",
                "\"consent\":null",
                "\"consent\":{}",
                "\"consent\":{\"categoryPreferences\":\"Analytics\"}",
                "\"consent\":{\"categoryPreferences\":[\"Analytics\"]}",
                "\"consent\":{\"categoryPreferences\":{\"Analytics\":null}}",
                "\"consent\":{\"categoryPreferences\":{\"Analytics\":{\"deep\":false}}}",
                "\"consent\":{\"categoryPreferences\":{\"Analytics\":\"maybe\",\"\":false}}",
                "\"consent\":{\"categoryPreferences\":{\"Analytics\":-1,\"Functional\":false}}",
                "\"globalPrivacyControl\":{\"x\":1}",
                "\"globalPrivacyControl\":\"perhaps\"",
            })
    void whatCannotBeReadMeansNothing(String context) {
        LiveCall.Accepted call = accepted(
                "{\"type\":\"page\",\"anonymousId\":\"d\",\"messageId\":\"m\",\"context\":{%s}}".formatted(context));
        assertThat(call.sighting().event()).isNotNull();
        assertThat(said(call)).isEmpty();
    }

    @Test
    void deepAndHugeChoicesAreRefusedAsAnyOtherCall() {
        String call =
                "{\"type\":\"page\",\"anonymousId\":\"d\",\"context\":{\"consent\":{\"categoryPreferences\":%s}}}";
        String deep = "{\"a\":".repeat(40) + "1" + "}".repeat(40);
        assertThat(refusal(call.formatted(deep))).isEqualTo(Reason.TOO_DEEP);
        String huge = "{\"c" + "x".repeat(40_000) + "\":false}";
        assertThat(refusal(call.formatted(huge))).isEqualTo(Reason.EVENT_TOO_LONG);
    }

    @Test
    void longNamesOfCategoriesAreLeftOut() {
        LiveCall.Accepted call = accepted("""
                {"type":"page","userId":"u","messageId":"m","context":{"consent":{"categoryPreferences":
                 {"Analytics":false,"%s":false,"%s":true}}}}""".formatted("x".repeat(101), "y".repeat(100)));
        assertThat(call.text()).doesNotContain("xxx").contains("yyy");
    }

    @Test
    void aPersonsWordIsRead() {
        String told = """
                {"type":"track","event":"Cupel Consent","userId":"u","messageId":"m","properties":
                 {"purpose":"Phone","given":"yes","basis":"legitimate_interest","words":"said so","by":"Bea"}}""";
        LiveCall call = read(told, new Receipt(RECEIVED, false, null));
        Consenting word = (Consenting) ((LiveCall.Accepted) call).sighting().act();
        assertThat(word).isNotNull();
        assertThat(String.valueOf(word.said()))
                .isEqualTo(
                        "[Said[purpose=PHONE, isGiven=true, basis=LEGITIMATE_INTEREST, means=WORD, evidence=said so]]");
        assertThat(word.by()).isEqualTo("Bea");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"given\":true|CONSENT_PURPOSE",
                "\"purpose\":\"all\",\"given\":true|CONSENT_PURPOSE",
                "\"purpose\":\"email\"|CONSENT_GIVEN",
                "\"purpose\":\"email\",\"given\":\"perhaps\"|CONSENT_GIVEN",
                "\"purpose\":\"email\",\"given\":[true]|CONSENT_GIVEN",
                "\"purpose\":\"email\",\"given\":true,\"basis\":\"vital interests\"|CONSENT_BASIS",
            })
    void aPersonsWordThatSaysNothingIsRefused(String told) {
        String[] parts = told.split("\\|", -1);
        LiveCall call = read(
                "{\"type\":\"track\",\"event\":\"Cupel Consent\",\"userId\":\"u\",\"properties\":{" + parts[0] + "}}",
                new Receipt(RECEIVED, false, null));
        assertThat(((LiveCall.Refused) call).reason()).isEqualTo(Reason.valueOf(parts[1]));
    }

    @Test
    void aBrowserMaySpeakForNobodyElse() {
        Reason reason = refusal("""
                {"type":"track","event":"Cupel Consent","userId":"u","properties":{"purpose":"email","given":true}}""");
        assertThat(reason).isEqualTo(Reason.NOT_FROM_BROWSER);
    }
}
