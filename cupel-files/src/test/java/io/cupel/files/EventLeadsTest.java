package io.cupel.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.core.evidence.Evidence;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Events name their leads by ids of the CRM, mostly without the name of its system. */
class EventLeadsTest {
    private static final String[] LEADS = {
        "Record ID,Email,Lead Status,Phone Number", "901,a@x.example,New,+49 30 1234567", "902,b@x.example,New,"
    };
    private static final String[] EVENTS = {
        "%s,event,timestamp,message_id",
        "901,Watched,2026-03-01T10:00:00Z,m1",
        "hubspot:902,Watched,2026-03-02T10:00:00Z,m2",
        "export:901,Watched,2026-03-03T10:00:00Z,m3",
        "903,Watched,2026-03-04T10:00:00Z,m4",
        "b@x.example,Watched,2026-03-05T10:00:00Z,m5",
    };

    @TempDir
    private Path folder;

    private Path events(String column) {
        String[] lines = EVENTS.clone();
        lines[0] = lines[0].formatted(column);
        return new Desk(folder).file("given", lines);
    }

    private Path convert(Path file, String form) throws IOException {
        Path target = folder.resolve("converted." + form);
        LeadFiles.Manner manner = LeadFiles.Manner.plain(Desk.NOW, false);
        Form written = Form.valueOf(form.toUpperCase(Locale.ROOT));
        Conversion.run(
                new Conversion.Order(List.of(file), Kind.EVENTS, written, false, manner),
                target,
                LeadFiles.Listener.NONE);
        return target;
    }

    private List<String> said(Path file) {
        return Desk.describe(new Desk(folder).leads(LEADS).eventFile(file).read());
    }

    @ParameterizedTest
    @ValueSource(strings = {"lead", "contact_id", "Contact ID", "Associated Contact IDs"})
    void convertedEventsFindTheLeadsThatTheTableFinds(String column) throws IOException {
        Path file = events(column);
        List<String> said = said(file);
        assertThat(said)
                .filteredOn(line -> line.contains(" m1 "))
                .singleElement()
                .asString()
                .contains("m3");
        for (String form : List.of("jsonl", "csv", "parquet", "jsonl", "parquet", "csv")) {
            file = convert(file, form);
            assertThat(said(file)).as(form).isEqualTo(said);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "\"901\",                    a@x.example",
        "901,                        a@x.example",
        "\" 901 \",                  a@x.example",
        "\"A@x.example\",            a@x.example",
        "\"export:a@x.example\",     a@x.example",
        "\"+49 30 1234567\",         +49301234567",
        "\"77\",                     77",
        "\"null\",                   ",
        "\"901;902\",                ",
    })
    void aCallMayNameItsLeadAsTablesDo(String written, String lead) {
        Desk desk =
                new Desk(folder).leads(LEADS).leads("phone", "+49 30 1234567").events("""
                {"type":"track","event":"Watched","timestamp":"2026-03-01T10:00:00Z","lead":%s}""".formatted(written));
        Population population = desk.read();
        assertThat(population.evidence().stream().filter(each -> !each.events().isEmpty()))
                .extracting(Evidence::lead)
                .isEqualTo(lead == null ? List.of() : List.of(lead));
    }

    @ParameterizedTest
    @ValueSource(strings = {"901.0", "[\"901\"]", "true", "\"n/a\""})
    void aLeadThatIsNoIdIsNamedInTheReason(String lead) {
        Desk desk = new Desk(folder).leads(LEADS).events("""
                {"type":"page","timestamp":"2026-03-01T10:00:00Z","lead":%s}""".formatted(lead));
        desk.read();
        assertThat(desk.reasons()).containsExactly("has in lead neither a text nor a whole number that is an id");
    }

    @Test
    void severalLeadsOfACallAreRejected() {
        Desk desk = new Desk(folder).leads(LEADS).events("""
                {"type":"page","timestamp":"2026-03-01T10:00:00Z","lead":"901;902"}""");
        desk.read();
        assertThat(desk.reasons()).containsExactly("names several leads in one cell");
    }

    @Test
    void whatStandsBesideInACallIsTheSameLeads() {
        Population population =
                new Desk(folder).leads(LEADS).events("""
                {"type":"page","timestamp":"2026-03-01T10:00:00Z","lead":"901","userId":"u"}""", """
                {"type":"page","timestamp":"2026-03-02T10:00:00Z","lead":"902","anonymousId":"browser"}""", """
                {"type":"page","timestamp":"2026-03-03T10:00:00Z","anonymousId":"browser"}""").read();
        assertThat(population.find("a@x.example").orElseThrow().lead()).isEqualTo("u");
        assertThat(population.find("902").orElseThrow().events()).hasSize(2);
    }

    @Test
    void ofSeveralColumnsTheFirstThatIsFilledNamesTheLead() {
        Population population = new Desk(folder)
                .leads(LEADS)
                .events(
                        "contact_id,user_id,event,timestamp",
                        "901,u,Watched,2026-03-01T10:00:00Z",
                        ",v,Watched,2026-03-01T10:00:00Z")
                .read();
        assertThat(population.evidence())
                .extracting(Evidence::lead)
                .containsExactlyInAnyOrder("a@x.example", "b@x.example", "v");
    }

    @Test
    void theLeadIsKnownByItsAddressAndNotByItsId() {
        for (String column : List.of("lead", "user_id")) {
            Population population = new Desk(folder)
                    .leads(LEADS)
                    .leads("Ref,Mail", "7,d@x.example")
                    .map("kind: leads", "columns:", "  Ref: id crm-a", "  Mail: lead.email")
                    .events(
                            column + ",event,timestamp",
                            "hubspot:901,Watched,2026-03-01T10:00:00Z",
                            (column.equals("lead") ? "7" : "hubspot:901") + ",Watched,2026-03-02T10:00:00Z")
                    .read();
            assertThat(population.evidence())
                    .extracting(Evidence::lead)
                    .containsExactly("a@x.example", "b@x.example", "d@x.example");
            assertThat(population.find("901").orElseThrow().crm()).containsExactly("hubspot:901");
        }
    }

    @Test
    void visitorsWhoNeverSaidWhoTheyAreAreCounted() {
        String[] calls = new String[1_001];
        for (int i = 0; i < calls.length; i++) {
            calls[i] = "{\"type\":\"page\",\"timestamp\":\"2026-03-02T10:00:00Z\",\"anonymousId\":\"v" + i + "\"}";
        }
        Desk many = new Desk(folder).events(calls);
        assertThat(many.read().size()).isZero();
        assertThat(many.notes).contains("1,001 visitors never said who they are, and are no leads");
        calls[0] = "{\"type\":\"identify\","
                + "\"timestamp\":\"2026-03-03T10:00:00Z\",\"anonymousId\":\"v1\",\"userId\":\"u\"}";
        Desk one = new Desk(folder).events(calls[0], calls[1], calls[2]);
        assertThat(one.read().size()).isOne();
        assertThat(one.notes).contains("1 visitor never said who they are, and is no lead");
        Desk nobody = new Desk(folder).events(calls[0], calls[1]);
        nobody.read();
        assertThat(nobody.notes).noneMatch(note -> note.contains("visitor"));
    }
}
