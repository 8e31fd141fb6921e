package io.cupel.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.core.evidence.Key;
import io.cupel.core.evidence.Keys;
import io.cupel.core.evidence.Origin;
import io.cupel.core.evidence.Suspicion;
import io.cupel.core.mail.MailHit;
import io.cupel.core.mail.Suspect;
import io.cupel.files.text.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SuspectCallsTest {
    private static final long NOW = Instant.parse("2026-03-01T10:00:00Z").toEpochMilli();
    private static final Receipt RECEIPT = new Receipt(NOW, false, null);

    private static List<LiveCall.Accepted> read(String call, Receipt receipt) throws Refusal {
        List<LiveCall.Accepted> read = new ArrayList<>();
        for (LiveCall each :
                RequestCalls.of(call.getBytes(StandardCharsets.UTF_8)).read(receipt)) {
            read.add((LiveCall.Accepted) each);
        }
        return SuspectCalls.inFront(read, receipt);
    }

    private static List<LiveCall.Accepted> click(String beside) throws Refusal {
        return read("""
                {"type":"track","event":"Email Link Clicked","messageId":"m1","timestamp":"2026-03-01T09:00:00Z",\
                "userId":"u1",%s}""".formatted(beside), RECEIPT);
    }

    private static Suspicion said(LiveCall.Accepted call) {
        return (Suspicion) Objects.requireNonNull(call.sighting().act());
    }

    @Test
    void whatIsSuspectByItselfIsSaidBeforeTheEvent() throws Refusal {
        List<LiveCall.Accepted> calls = click("""
                "properties":{"link_url":"https://a.example","decoy":true},\
                "context":{"userAgent":"Barracuda Sentinel (EE)"}""");
        assertThat(calls).hasSize(2);
        assertThat(said(calls.get(0)).events()).containsExactly("m1");
        assertThat(said(calls.get(0)).reasons()).containsExactly("decoy", "agent");
        assertThat(said(calls.get(0)).at()).isEqualTo(calls.get(1).sighting().at());
        assertThat(calls.get(1).messageId()).isEqualTo("m1");
        assertThat(calls.get(0).text()).doesNotContain("Barracuda");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"properties\":{\"link_id\":\"decoy-2\"}",
                "\"properties\":{\"Link Name\":\"Honeypot\"}",
                "\"properties\":{\"honeypot\":\"yes\"}"
            })
    void aDecoyIsSaidByAPropertyOrByTheNameOfTheLink(String beside) throws Refusal {
        assertThat(click(beside)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"properties\":{}",
                "\"properties\":{\"decoy\":false}",
                "\"properties\":{\"decoy\":{\"a\":[1]}}",
                "\"properties\":\"decoy\"",
                "\"context\":{\"userAgent\":17}",
                "\"context\":{\"userAgent\":\"Mozilla/5.0 Safari/605\"}"
            })
    void nothingIsSaidOfOtherClicks(String beside) throws Refusal {
        assertThat(click(beside)).hasSize(1);
    }

    @Test
    void aPageIsNoMail() throws Refusal {
        assertThat(read("""
                {"type":"page","userId":"u","context":{"userAgent":"Googlebot/2.1"}}""", RECEIPT)).hasSize(1);
    }

    @Test
    void aMarkOfABrowsersEventIsABrowsersWord() throws Refusal {
        List<LiveCall.Accepted> calls = read("""
                {"type":"track","event":"Email Opened","userId":"u1","context":{"userAgent":"curl/8",\
                "traits":{"email":"ann@a.example"}}}""", new Receipt(NOW, true, null));
        assertThat(calls).hasSize(2);
        assertThat(calls.get(0).sighting().keys().origin()).isEqualTo(Origin.BROWSER);
        assertThat(calls.get(0).sighting().keys().emails()).containsExactly("ann@a.example");
        assertThat(calls.get(0).sighting().keys().user()).isNull();
    }

    @Test
    void aMarkNamesItsLeadAsTheEventDid() {
        List<Keys> all = List.of(
                new Keys("u1", List.of("ann@a.example"), null, "d1", null, List.of("hubspot:7")),
                new Keys("Ann@A.Example", List.of("ann@a.example"), null, null, null),
                new Keys("hubspot:7", List.of(), null, null, null, List.of("hubspot:7")),
                new Keys(null, List.of("info@a.example"), null, null, null),
                new Keys(null, List.of(), "+4930123456", "d1", null),
                new Keys(null, List.of(), null, null, null, List.of("hubspot:7", "hubspot:8")),
                new Keys(null, List.of(), null, "d1", null),
                new Keys("u1", List.of("ann@a.example"), null, null, null).by(Origin.BROWSER),
                new Keys("u1", List.of(), null, null, null).by(Origin.IMPORT));
        for (Keys keys : all) {
            Optional<LiveCall.Accepted> mark =
                    SuspectCalls.of(keys, SuspectCalls.word(NOW, List.of("m1", "m2"), Set.of(Suspect.LINKS)), NOW);
            assertThat(mark).as("%s", keys).isPresent();
            Keys named = mark.orElseThrow().sighting().keys();
            assertThat(named.origin()).isEqualTo(keys.origin());
            assertThat(Key.of(named).stream().map(Key::node).findFirst())
                    .isEqualTo(Key.of(keys).stream().map(Key::node).findFirst());
        }
    }

    @Test
    void manyIdsAndLongOnesAreSaidInParts() {
        List<String> ids = IntStream.range(0, 250).mapToObj(i -> "id-" + i).toList();
        assertThat(SuspectCalls.parts(ids)).extracting(List::size).containsExactly(100, 100, 50);
        assertThat(SuspectCalls.parts(List.of("x".repeat(9_000), "y".repeat(9_000), "z".repeat(20_000))))
                .extracting(List::size)
                .containsExactly(1, 1);
    }

    @Test
    void ofAMailIsReadWhatItsSenderNamesIt() throws Refusal {
        String properties = """
                "properties":{"campaign_id":"c","email_id":12.0,"link_id":"l","link_url":" https://a.example/x "}""";
        LiveCall.Accepted click = click(properties).get(0);
        MailHit hit = MailHits.of(click.sighting().event(), click.text(), null).orElseThrow();
        assertThat(hit.message()).isEqualTo("12");
        assertThat(hit.link()).isEqualTo("https://a.example/x");
    }
}
