package io.cupel.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.core.evidence.Event;
import io.cupel.core.evidence.EventType;
import io.cupel.core.evidence.Evidence;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SegmentCallsTest {
    private static final String AT = "\"timestamp\":\"2026-03-01T09:00:00Z\"";

    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void begin() {
        desk = new Desk(folder);
    }

    private Event event(String call) {
        Event event = Desk.onlyEvent(desk.events(call).read());
        assertThat(desk.rejected).isEmpty();
        return event;
    }

    private Map<String, Object> profile(String... calls) {
        Evidence lead = Desk.only(desk.events(calls).read());
        assertThat(desk.rejected).isEmpty();
        return Desk.profile(lead);
    }

    @Test
    void aPageKeepsWhatTheContractReads() {
        Event event = event("{\"type\":\"page\",\"userId\":\"u\",\"messageId\":\"m\",\"name\":\"Pricing\"," + AT
                + ",\"properties\":{\"url\":\"https://acme.example/pricing?x=1\",\"seconds\":12,\"title\":\"no\","
                + "\"plan\":{\"name\":\"Team\"}},\"context\":{\"campaign\":{\"source\":\"ads\",\"medium\":\"cpc\"}}}");
        assertThat(event.id()).isEqualTo("m");
        assertThat(event.type()).isEqualTo(EventType.PAGE);
        assertThat(event.name()).isEqualTo("Pricing");
        assertThat(event.values())
                .containsOnly(
                        Map.entry("path", "/pricing"),
                        Map.entry("url", "https://acme.example/pricing?x=1"),
                        Map.entry("properties.seconds", 12L),
                        Map.entry("properties.plan.name", "Team"),
                        Map.entry("campaign.source", "ads"));
    }

    @Test
    void thePathIsThatOfTheCallThenOfTheContextThenOfTheAddress() {
        String start = "{\"type\":\"page\",\"userId\":\"u\"," + AT + ",\"properties\":{";
        String context = "\"url\":\"https://acme.example/c\"},\"context\":{\"page\":{\"path\":\"/b\"}}}";
        desk.events(
                start + "\"path\":\"/a\"," + context, start + context, start + "\"url\":\"https://acme.example\"}}");
        assertThat(Desk.only(desk.read()).events())
                .extracting(event -> event.values().get("path"))
                .containsExactlyInAnyOrder("/a", "/b", "/");
    }

    @Test
    void aScreenAndATrack() {
        assertThat(event("{\"type\":\"screen\",\"userId\":\"u\",\"name\":\"Home\"," + AT + "}")
                        .type())
                .isEqualTo(EventType.SCREEN);
        desk = new Desk(folder);
        Event track = event(
                "{\"type\":\"track\",\"userId\":7,\"event\":\"Watched\",\"properties\":{\"seconds\":1.5}," + AT + "}");
        assertThat(track.name()).isEqualTo("Watched");
        assertThat(track.values()).containsOnly(Map.entry("properties.seconds", 1.5));
    }

    @Test
    void anIdentifyTellsTheLeadAndItsCompanyInEitherSpelling() {
        assertThat(profile(
                        "{\"type\":\"identify\",\"userId\":\"u\"," + AT + ",\"traits\":{\"email\":\"VP@Nord.example\","
                                + "\"jobTitle\":\"VP of Sales\",\"opted_in\":true,\"persona\":\"buyer\","
                                + "\"address\":{\"country\":\"Germany\"},"
                                + "\"company\":{\"name\":\"Nord\",\"employee_count\":\"51-200\","
                                + "\"industry\":\"SaaS\",\"plan\":\"free\"}}}"))
                .containsEntry("lead.email", "vp@nord.example")
                .containsEntry("lead.title", "VP of Sales")
                .containsEntry("lead.opted_in", true)
                .containsEntry("lead.persona", "buyer")
                .containsEntry("lead.country", "DE")
                .containsEntry("company.name", "Nord")
                .containsEntry("company.industry", "SaaS")
                .containsEntry("company.plan", "free")
                .containsEntry("company.domain", "nord.example")
                .containsKey("company.employees");
    }

    @Test
    void traitsOfTheContextTellThePersonAndThoseOfAGroupTheCompany() {
        assertThat(profile("{\"type\":\"group\",\"userId\":\"u\",\"groupId\":\"g1\"," + AT
                        + ",\"traits\":{\"name\":\"Initech\",\"employees\":329,\"annualRevenue\":\"$7M\","
                        + "\"website\":\"https://www.initech.example/\"},"
                        + "\"context\":{\"traits\":{\"email\":\"peter@initech.example\",\"title\":\"CEO\"}}}"))
                .containsEntry("lead.title", "CEO")
                .containsEntry("company.name", "Initech")
                .containsEntry("company.employees", 329L)
                .containsEntry("company.revenue", 7_000_000L)
                .containsEntry("company.domain", "initech.example");
    }

    @Test
    void aGroupIdThatIsADomainKeysTheCompany() {
        for (String group : List.of("Initech.example", "'initech.example")) {
            assertThat(profile("{\"type\":\"group\",\"userId\":\"u\",\"groupId\":\"" + group + "\"," + AT + "}"))
                    .containsEntry("company.domain", "initech.example");
        }
    }

    @Test
    void aGroupThatTellsNoDomainIsTheCompanyOfItsMembersAddresses() {
        String group = "{\"type\":\"group\",\"userId\":\"%s\",\"groupId\":\"acct-7\"," + AT
                + ",\"traits\":{\"employees\":%s}}";
        desk.leads("email,company_size", "ann@acme.example,200", "bob@acme.example,")
                .events(group.formatted("ann@acme.example", 240), group.formatted("eve@gmail.com", 3));
        assertThat(desk.read().evidence())
                .extracting(lead -> Desk.profile(lead).get("company.employees"))
                .containsExactly(240L, 240L, 3L);
    }

    @Test
    void mailEventsAreRecognisedAndTellWhatFollows() {
        desk.events(
                "{\"type\":\"track\",\"event\":\"Email Opened\",\"userId\":\"u\"," + AT + "}",
                "{\"type\":\"track\",\"event\":\"Email Bounced\",\"userId\":\"u\"," + AT + "}",
                "{\"type\":\"track\",\"event\":\"Unsubscribed\",\"userId\":\"u\"," + AT + "}");
        Evidence lead = Desk.only(desk.read());
        assertThat(lead.events())
                .extracting(Event::type)
                .containsExactlyInAnyOrder(
                        EventType.EMAIL_OPENED, EventType.EMAIL_BOUNCED, EventType.EMAIL_UNSUBSCRIBED);
        assertThat(Desk.profile(lead)).containsEntry("lead.bounced", true).containsEntry("lead.unsubscribed", true);
    }

    @Test
    void anAliasJoins() {
        desk.events(
                "{\"type\":\"page\",\"anonymousId\":\"a\"," + AT + "}",
                "{\"type\":\"alias\",\"previousId\":\"a\",\"userId\":\"u\"," + AT + "}");
        assertThat(Desk.only(desk.read()).events()).hasSize(2);
    }

    @Test
    void aBatchIsItsCallsWithWhatItSaysForAll() {
        desk.events("{\"batch\":[{\"type\":\"page\",\"userId\":\"u\",\"timestamp\":\"2026-03-01T09:00:10Z\"},"
                + "{\"type\":\"page\",\"userId\":\"u\"},{\"type\":\"page\",\"userId\":\"u\"," + AT
                + ",\"context\":{\"page\":{\"path\":\"/x\"}}}],\"sentAt\":\"2026-03-01T09:00:20Z\","
                + "\"receivedAt\":\"2026-03-01T10:00:20Z\",\"context\":{\"campaign\":{\"source\":\"ads\"}}}");
        Evidence lead = Desk.only(desk.read());
        assertThat(lead.events())
                .extracting(event -> Instant.ofEpochMilli(event.at()).toString())
                .containsExactly("2026-03-01T10:00:00Z", "2026-03-01T10:00:10Z");
        assertThat(lead.events())
                .allSatisfy(event -> assertThat(event.values()).containsEntry("campaign.source", "ads"));
        assertThat(desk.reasons()).containsExactly("call 2 of the batch has no timestamp");
        assertThat(desk.rejected.get(0).line()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "'\"timestamp\":\"2026-03-01T09:00:00.123456Z\"', 2026-03-01T09:00:00.123Z",
        "'\"timestamp\":1772355600000', 2026-03-01T09:00:00Z",
        "'\"timestamp\":\"2026-03-01\"', 2026-03-01T00:00:00Z",
        "'\"originalTimestamp\":\"2026-03-01T09:00:00Z\"', 2026-03-01T09:00:00Z",
        "'\"timestamp\":\"2026-03-01T09:00:05Z\",\"receivedAt\":\"2026-03-01T09:00:02Z\"', 2026-03-01T09:00:02Z",
        "'\"timestamp\":\"2026-03-01T09:00:05Z\",\"sentAt\":\"2026-03-01T09:00:06Z\",\"receivedAt\":"
                + "\"2026-03-01T08:00:06Z\"', 2026-03-01T08:00:05Z",
        "'\"timestamp\":\"2026-03-01T12:00:00Z\",\"originalTimestamp\":\"2026-03-01T09:00:05Z\",\"sentAt\":"
                + "\"2026-03-01T09:00:06Z\",\"receivedAt\":\"2026-03-01T08:00:06Z\"', 2026-03-01T08:00:05Z",
    })
    void theTimeIsCorrectedByTheClockOfTheReceiver(String fields, Instant expected) {
        assertThat(event("{\"type\":\"page\",\"userId\":\"u\"," + fields + "}").at())
                .isEqualTo(expected.toEpochMilli());
    }
}
