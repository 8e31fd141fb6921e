package io.cupel.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cupel.core.evidence.Decision;
import io.cupel.core.evidence.Decision.Outcome;
import io.cupel.core.evidence.Event;
import io.cupel.core.evidence.Evidence;
import io.cupel.core.evidence.Touch;
import io.cupel.files.columns.MapFault;
import io.cupel.files.columns.TableMap;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mapping files in use. */
class MapsTest {
    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void begin() {
        desk = new Desk(folder).zone(ZoneId.of("UTC"));
    }

    private List<String> faults() {
        try {
            desk.readOrFail();
            return List.of();
        } catch (MapFault fault) {
            return fault.faults().stream()
                    .map(each -> each.substring(each.indexOf("map0")))
                    .toList();
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aMappingSaysWhatColumnsMean() {
        desk.leads("Who,Firm,State of play,Asked,Rang", "a@x.example,Acme,IN TALKS,3/4/2026,5/4/2026")
                .map(
                        "kind: leads",
                        "dates: day-first",
                        "zone: Europe/Berlin",
                        "columns:",
                        "  Who: lead.email",
                        "  Firm: company.name",
                        "  State of play: status",
                        "  Asked: created + track \"Demo Requested\"",
                        "  Rang: touch call",
                        "stages:",
                        "  in talks: opportunity",
                        "constants:",
                        "  company.country: Germany");
        Evidence lead = Desk.only(desk.read());
        assertThat(Desk.profile(lead)).containsEntry("company.name", "Acme").containsEntry("company.country", "DE");
        Event asked = lead.events().get(0);
        assertThat(asked.name()).isEqualTo("Demo Requested");
        assertThat(Instant.ofEpochMilli(asked.at())).isEqualTo(Instant.parse("2026-04-02T22:00:00Z"));
        assertThat(lead.acts()).hasSize(2).hasAtLeastOneElementOfType(Touch.class);
        assertThat(lead.acts()).hasAtLeastOneElementOfType(Decision.class);
        assertThat(desk.notes).noneMatch(note -> note.contains("does not know"));
    }

    @Test
    void theRowsPlaceMayBeTheId() {
        desk.leads("age;y", "30;yes", "40;no", "50;yes")
                .map("id: row", "columns:", "  y: status", "stages: {\"yes\": customer, \"no\": lost}");
        assertThat(desk.read().evidence())
                .extracting(Evidence::lead)
                .containsExactly("row:leads0.csv#2", "row:leads0.csv#3", "row:leads0.csv#4");
    }

    @Test
    void columnsOfOneNameAreNamedByTheirNumbers() {
        desk.leads("Email,Name,Email", "a@x.example,A,b@x.example")
                .map("columns:", "  Email: lead.email", "  \"#3\": more emails");
        assertThat(desk.read().find("b@x.example").map(Evidence::lead)).contains("a@x.example");
    }

    @Test
    void allFaultsAreToldAtOnceWithTheirPlaces() {
        desk.leads("Email", "a@x.example")
                .map(
                        "kind: leeds",
                        "dates: mdy",
                        "zone: Europe/Berln",
                        "colums:",
                        "  Email: lead.email",
                        "columns:",
                        "  Email: lead email",
                        "stages:",
                        "  Won: costumer",
                        "id: 5");
        assertThat(faults())
                .containsExactly(
                        "map0.yaml:5:3: a mapping file has no key 'colums'; did you mean 'columns'?",
                        "map0.yaml:1:7: 'kind' is one of leads, companies, deals, events, touches, outcomes, spend;"
                                + " did you mean 'leads'?",
                        "map0.yaml:2:8: 'dates' is day-first or month-first",
                        "map0.yaml:3:7: 'Europe/Berln' is no zone: a time zone is written as Europe/Berlin,"
                                + " America/New_York or +01:00; did you mean 'Europe/Berlin'?",
                        "map0.yaml:10:5: 'id' is row, for a table without ids: the place of the row is the id",
                        "map0.yaml:7:10: 'lead email' is nothing that a column of leads tells; did you mean"
                                + " 'lead.email'?",
                        "map0.yaml:9:8: a stage is one of customer, disqualified, lost, nurture, opportunity, sql,"
                                + " accepted, lead; did you mean 'customer'?");
    }

    @Test
    void aColumnThatTheTableLacksIsAFaultAsIsAnAttributeThatTheContractLacks() {
        desk.leads("Email,Firm,Persona", "a@x.example,Acme,buyer")
                .map("columns:", "  Email: lead.email", "  Frim: company.name", "  Persona: lead.personna");
        assertThat(faults())
                .containsExactly(
                        "map0.yaml:3:9: the table has no column 'Frim'; did you mean 'Firm'?",
                        "map0.yaml:4:12: the contract knows no attribute 'lead.personna'; did you mean"
                                + " 'lead.persona'?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'columns: [a, b]'        | a list; a mapping file has none",
                "'columns: {a: &x id}'    | an anchor (&)",
                "'columns: {a: !!str id}' | a tag (!)",
                "'columns: {a: id, a: id}'| stands twice; keep one",
                "'columns: {a: '          | not YAML",
                "plain                    | not a mapping file",
                "'a: b: c'                | not YAML",
            })
    void whatIsNoMappingIsToldWithItsPlace(String text, String fault) {
        desk.leads("Email", "a@x.example").map(text);
        assertThat(faults()).first().asString().contains(fault);
    }

    @Test
    void aMappingThatIsAboutNoTableIsAFault() {
        desk.leads("Email,Firm,Role", "a@x.example,Acme,CEO")
                .map("columns:", "  Email: lead.email", "  A: ignore", "  B: ignore");
        assertThatThrownBy(desk::readOrFail)
                .hasMessageContaining("is about none of the tables")
                .hasMessageContaining("has 1 of 3");
    }

    @Test
    void aTableThatTheMappingIsNotAboutIsReadByItsNames() {
        desk.leads("Who,Firm", "a@x.example,Acme")
                .leads("Email,Company", "b@y.example,Other")
                .map("columns:", "  Who: lead.email", "  Firm: company.name");
        assertThat(desk.read().evidence()).hasSize(2);
    }

    @Test
    void outcomesMayBeMappedToo() {
        desk.leads("Lead ID,Email", "LD-1,a@x.example")
                .outcomes("Deal of,Signed", "LD-1,26/2/2026", "LD-1,3/3/2026")
                .map("kind: outcomes", "columns:", "  Deal of: id", "  Signed: at", "constants: {decision: won}");
        Evidence lead = Desk.only(desk.read());
        assertThat(lead.lead()).isEqualTo("a@x.example");
        assertThat(lead.acts())
                .allMatch(act -> act instanceof Decision decision && decision.outcome() == Outcome.WON)
                .extracting(act -> Instant.ofEpochMilli(act.at()).toString())
                .containsExactly("2026-02-26T00:00:00Z", "2026-03-03T00:00:00Z");
    }

    @Test
    void eventsMayBeMappedToo() {
        desk.leads("Email,user_id", "a@x.example,u1")
                .events("uid,what,when,seconds", "u1,Watched,2026-03-01 10:00,30")
                .map(
                        "kind: events",
                        "columns:",
                        "  uid: user_id",
                        "  what: event",
                        "  when: timestamp",
                        "  seconds: properties.seconds");
        Event event = Desk.only(desk.read()).events().get(0);
        assertThat(event.name()).isEqualTo("Watched");
        assertThat(String.valueOf(event.value("event.properties.seconds"))).startsWith("30");
    }

    @Test
    void notesAboutAMappedTableShowItsOwnNames() {
        desk.leads("Lead ID,Email", "LD-1,a@x.example")
                .outcomes("Deal of,Signed,Notes", "LD-1,3/4/2026,x", "LD-1,26/2/2026,y")
                .map("kind: outcomes", "columns:", "  Deal of: id", "  Signed: at", "constants: {decision: won}");
        desk.read();
        assertThat(desk.notes)
                .anyMatch(note -> note.endsWith("is read as outcomes; not used: Notes"))
                .anyMatch(note -> note.contains("'Signed' is read day-first"));
    }

    @Test
    void anEventsColumnThatIsIgnoredIsNoProperty() {
        String[] map = {"kind: events", "columns: {uid: user_id, what: event, when: timestamp, seconds: ignore}"};
        desk.leads("Email,user_id", "a@x.example,u1")
                .events("uid,what,when,seconds", "u1,Watched,2026-03-01 10:00,30")
                .map(map);
        assertThat(Desk.only(desk.read()).events().get(0).values()).isEmpty();
    }

    @Test
    void ofSeveralColumnsForOneThingTheFirstThatIsFilledCounts() {
        desk.leads("Email,user_id", "a@x.example,u1")
                .events("new id,old id,what,when", ",u1,Watched,2026-03-01 10:00")
                .map("kind: events", "columns: {new id: user_id, old id: user_id, what: event, when: timestamp}");
        assertThat(Desk.only(desk.read()).lead()).isEqualTo("u1");
    }

    @Test
    void ofSeveralMappingsTheOneThatFitsBestIsUsed() {
        desk.leads("Lead ID,Email", "LD-1,a@x.example")
                .touches("Who,On,By,Via", "a@x.example,2026-03-01,Ann,call")
                .outcomes("Who,On,By,Said", "a@x.example,2026-03-02,Ann,won")
                .map("kind: touches", "columns: {Who: lead, On: at, By: by, Via: channel}")
                .map("kind: outcomes", "columns: {Who: lead, On: at, By: by, Said: decision}");
        assertThat(Desk.only(desk.read()).acts()).hasSize(2);
    }

    @Test
    void aMappingOfAnotherKindIsAFault() {
        desk.leads("Email,user_id", "a@x.example,u1")
                .events("uid,what", "u1,Watched")
                .map("kind: outcomes", "columns: {uid: id, what: decision}");
        assertThatThrownBy(desk::readOrFail)
                .hasMessageContaining("is about outcomes, but")
                .hasMessageContaining("given as events");
    }

    @Test
    void theMappingOfThePageIsOne() throws Exception {
        Path root = Path.of("").toAbsolutePath();
        while (!Files.exists(root.resolve("docs/files.md"))) {
            root = java.util.Objects.requireNonNull(root.getParent(), "the folder that has docs/files.md");
        }
        String page = Files.readString(root.resolve("docs/files.md"));
        int from = page.indexOf("```yaml\nkind: leads") + "```yaml\n".length();
        TableMap map = TableMap.of("page", page.substring(from, page.indexOf("```", from)));
        assertThat(map.constants()).containsEntry("company.country", "DE");
    }
}
