package io.cupel.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.cupel.core.evidence.Evidence;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Touches and outcomes name leads by ids without the name of their system. */
class LeadIdsTest {
    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void begin() {
        desk = new Desk(folder)
                .leads("Record ID,Email,Lead Status", "901,a@x.example,New")
                .leads("Lead ID,Email", "00Q5e00000AbcdEEAR,b@x.example")
                .leads("Lead ID,Email", "LD-1001,c@x.example");
    }

    @ParameterizedTest
    @CsvSource({
        "901, a@x.example",
        "hubspot:901, a@x.example",
        "00Q5e00000AbcdE, b@x.example",
        "00Q5e00000AbcdEEAR, b@x.example",
        "LD-1001, c@x.example",
        "export:LD-1001, c@x.example",
        "export:901, a@x.example",
        "a@x.example, a@x.example",
        "export:A@x.example, a@x.example",
        "hubspot:b@x.example, b@x.example",
    })
    void anIdThatOneSystemHasFindsItsLead(String id, String lead) {
        Population population =
                desk.outcomes("lead,at,decision", id + ",2026-03-01,rejected").read();
        assertThat(population.evidence()).hasSize(3);
        assertThat(population.find(lead).orElseThrow().acts()).hasSize(1);
        assertThat(desk.notes).noneMatch(note -> note.contains("alone"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"901", "a@x.example", "A@X.example ", "export:a@x.example", "901; a@x.example", "LD-7;901"})
    void theIdOfAMappingMayBeAnAddressToo(String id) {
        Population population = desk.touches("Ref,On", id + ",2026-03-01")
                .map("kind: touches", "columns: {Ref: id, On: at}")
                .read();
        assertThat(population.evidence()).hasSize(3);
        assertThat(population.find("a@x.example").orElseThrow().acts()).hasSize(1);
        assertThat(desk.notes).noneMatch(note -> note.contains("alone"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ref: id", "Ref: id crm-a"})
    void theIdOfAMappingMayBeAPhoneNumber(String target) {
        Population population = desk.leads("phone", "+49 30 1234567")
                .touches("Ref,On", "+49 30 1234567,2026-03-01")
                .map("kind: touches", "columns: {" + target + ", On: at}")
                .read();
        assertThat(population.evidence()).hasSize(4);
        assertThat(desk.notes).noneMatch(note -> note.contains("alone"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ref: id", "Ref: id crm-a"})
    void anAddressMayBeAnIdOfALeadsTable(String target) {
        Population population = desk.leads("Key,Mail", "old@x.example,d@x.example")
                .map("kind: leads", "columns: {Key: id crm-a, Mail: lead.email}")
                .touches("Ref,On", "old@x.example,2026-03-01")
                .map("kind: touches", "columns: {" + target + ", On: at}")
                .read();
        assertThat(population.find("d@x.example").orElseThrow().acts()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Record ID", "Contact ID", "Lead ID", "hs_object_id", "WhoId"})
    void theColumnMayBeCalledAsInACrm(String column) {
        Population population = desk.touches(column + ",Activity Date,Type", "901,2026-03-01,Call")
                .read();
        assertThat(population.find("a@x.example").orElseThrow().acts()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Record ID,Lead Status|hubspot:501                  |hubspot:501
            Record ID,Lead Status|pipedrive:501                |pipedrive:501
            Record ID,Lead Status|export:LD-1                  |export:LD-1
            Record ID,Lead Status|salesforce:00Q5e00000AbcdE   |salesforce:00Q5e00000AbcdE
            Record ID,Lead Status|salesforce:00Q5e00000AbcdEEAR|salesforce:00Q5e00000AbcdE salesforce:00Q5e00000AbcdEEAR
            Record ID,Lead Status|salesforce:00Q5e00000AbcdEEAX|salesforce:00Q5e00000AbcdE
            Lead ID,Title        |hubspot:501                  |hubspot:501
            Lead ID,Title        |export:LD-1                  |export:LD-1
            """)
    void anIdThatHasTheNameOfItsSystemIsThatId(String header, String id, String ids) {
        Desk desk = new Desk(folder).leads(header, id + ",CEO".repeat(header.split(",", -1).length - 1));
        assertThat(Desk.only(desk.read()).crm()).containsExactly(ids.split(" ", -1));
        assertThat(desk.notes.stream().filter(note -> note.contains("whose last three characters")))
                .hasSize(id.endsWith("X") ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource({"hubspot:501, hubspot:501", "crm-a:501, crm-a:501", "501, crm-a:501"})
    void soItIsInAColumnOfASystemThatAMappingNames(String id, String known) {
        Desk desk = new Desk(folder).leads("Key,Title", id + ",CEO").map("kind: leads", "columns: {Key: id crm-a}");
        assertThat(Desk.only(desk.read()).crm()).containsExactly(known);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hubspot:", "hubspot:null", "hubspot:#N/A", "salesforce:000000000000000"})
    void theNameOfASystemBeforeNothingIsNoId(String id) {
        Desk desk =
                new Desk(folder).leads("Record ID,Email,Lead Status", id + ",a@x.example,New", id + ",b@x.example,New");
        assertThat(desk.read().evidence())
                .extracting(Evidence::lead, Evidence::crm)
                .containsExactly(tuple("a@x.example", List.of()), tuple("b@x.example", List.of()));
    }

    @Test
    void contactsOfDealsAndRecordsOfCompaniesMayHaveTheNameOfTheirSystem() {
        desk.leads("Deal Stage,Deal Name,Deal ID,Associated Contact IDs,Create Date", "Open,X,7,hubspot:901,2026-01-01")
                .leads("Company ID,Company name,Company owner", "hubspot:31,Acme,Ann")
                .leads("Record ID,Lead Status,Associated Company IDs", "hubspot:901,New,31");
        Evidence lead = desk.read().find("901").orElseThrow();
        assertThat(lead.acts()).hasSize(1);
        assertThat(Desk.profile(lead)).containsEntry("company.name", "Acme").containsEntry("lead.email", "a@x.example");
    }

    @Test
    void tablesOfEventsNameLeadsAsTablesOfLeadsDo() {
        for (String column : List.of("contact_id", "Lead ID", "Associated Contact IDs")) {
            Desk desk = new Desk(folder)
                    .leads("hs_object_id,First Name,Last Name,Email,Job Title", "901,A,B,a@x.example,CEO")
                    .events(
                            column + ",event,timestamp",
                            "901,Watched,2026-03-01T10:00:00Z",
                            "901;902,Watched,2026-03-01T11:00:00Z",
                            "a@x.example,Watched,2026-03-01T12:00:00Z");
            Evidence lead = Desk.only(desk.read());
            assertThat(Desk.profile(lead)).as(column).containsEntry("lead.email", "a@x.example");
            assertThat(lead.events()).hasSize(2);
            assertThat(desk.reasons()).containsExactly("names several leads in one cell");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "901;902",
                "hubspot:901; hubspot:902",
                "901; hubspot:902",
                "a@x.example; 901; 902",
                "901; 902; salesforce:00Q5e00000AbcdE",
                "export:LD-1; export:LD-2",
            })
    void twoRecordsOfOneSystemAreNotOneLead(String lead) throws IOException {
        Desk desk = new Desk(folder)
                .leads("Record ID,Email,Lead Status", "901,a@x.example,", "902,c@x.example,")
                .touches("lead,date,channel", lead + ",2026-03-02,call");
        assertThat(desk.read().size()).isEqualTo(2);
        assertThat(desk.reasons()).containsExactly("names several leads in one cell");
        Desk again = new Desk(folder);
        convert(folder.resolve("touches0"), Form.JSONL, again);
        if (lead.contains("hubspot")) {
            return; // which system the other id is of, no table tells here
        }
        assertThat(again.reasons()).containsExactly("names several leads in one cell");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "901; salesforce:00Q5e00000AbcdE",
                "00Q5e00000AbcdE; 00Q5e00000AbcdEEAR",
                "hubspot:901; hubspot:901",
            })
    void idsOfTwoSystemsMayBeOneLeads(String lead) {
        Population population = desk.touches("lead,at", lead + ",2026-03-01").read();
        assertThat(desk.reasons()).isEmpty();
        assertThat(population.evidence().stream().mapToInt(each -> each.acts().size()))
                .contains(1);
    }

    @ParameterizedTest
    @CsvSource({"lead", "contact_id", "user_id"})
    void convertedTouchesFindTheLeadsThatTheTableFinds(String column) throws IOException {
        Path file = new Desk(folder)
                .file(
                        "given",
                        column + ",email,at",
                        "901,,2026-03-01T09:00:00Z",
                        "u,,2026-03-02T09:00:00Z",
                        "LD-1001,c@x.example,2026-03-03T09:00:00Z",
                        "b@x.example,,2026-03-04T09:00:00Z");
        List<String> said = Desk.describe(leads().touchFile(file).read());
        for (Form form : List.of(Form.JSONL, Form.CSV, Form.PARQUET, Form.JSONL, Form.PARQUET, Form.CSV)) {
            file = convert(file, form, new Desk(folder));
            assertThat(Desk.describe(leads().touchFile(file).read()))
                    .as(form.toString())
                    .isEqualTo(said);
        }
    }

    private Desk leads() {
        return new Desk(folder)
                .leads("Record ID,Email,Lead Status", "901,a@x.example,New")
                .leads("Lead ID,Email", "LD-1001,c@x.example");
    }

    private Path convert(Path file, Form form, Desk desk) throws IOException {
        Path target = folder.resolve("converted." + form.name().toLowerCase(Locale.ROOT));
        LeadFiles.Manner manner = LeadFiles.Manner.plain(Desk.NOW, false);
        Conversion.run(new Conversion.Order(List.of(file), Kind.TOUCHES, form, false, manner), target, desk);
        return target;
    }

    @Test
    void severalContactsOfATouchAreNotOneLead() {
        Desk desk = new Desk(folder)
                .leads(
                        "hs_object_id,First Name,Last Name,Email,Job Title",
                        "901,A,B,a@x.example,CEO",
                        "902,C,D,c@x.example,")
                .touches("Associated Contact IDs,date,channel", "901,2026-03-01,call", "901;902,2026-03-02,call");
        assertThat(desk.read().size()).isEqualTo(2);
        assertThat(desk.reasons()).containsExactly("names several leads in one cell");
    }

    @Test
    void theRecordOfATouchIsNotItsLeads() {
        Population population =
                desk.touches("Record ID,lead,at", "LD-1001,901,2026-03-01").read();
        assertThat(population.find("a@x.example").orElseThrow().acts()).hasSize(1);
        assertThat(population.find("c@x.example").orElseThrow().acts()).isEmpty();
    }

    @Test
    void theSameFactIsADuplicateWithAndWithoutTheSystem() {
        Population population = desk.touches("lead,at", "901,2026-03-01", "hubspot:901,2026-03-01")
                .read();
        assertThat(population.counts().duplicates()).isEqualTo(1);
        assertThat(desk.notes)
                .contains("ids without a system, in tables of events, touches and outcomes, are those of the leads"
                        + " tables: hubspot");
    }

    @Test
    void anIdOfTwoSystemsStaysAUserId() {
        Population population = desk.leads("Ref,Mail", "901,d@x.example")
                .map("kind: leads", "columns:", "  Ref: id crm-a", "  Mail: lead.email")
                .touches("lead,at", "901,2026-03-01", "crm-a:901,2026-03-02")
                .read();
        assertThat(population.evidence()).extracting(Evidence::lead).contains("901");
        assertThat(population.find("d@x.example").orElseThrow().acts()).hasSize(1);
        assertThat(desk.notes)
                .anyMatch(note -> note.startsWith("1 lead is known by touches, outcomes or deals alone")
                        && note.endsWith("an id such as crm-a:901"));
    }

    @Test
    void idsOfTwoSystemsAreCountedWithTheFirstPlace() {
        desk.leads("Ref,Mail", "901,d@x.example")
                .map("kind: leads", "columns: {Ref: id crm-a, Mail: lead.email}")
                .events(
                        "lead,user_id,event,timestamp",
                        "LD-1001,,Watched,2026-03-01T10:00:00Z",
                        "901,,Watched,2026-03-01T10:00:00Z",
                        "901,,Watched,2026-03-02T10:00:00Z")
                .events("""
                        {"type":"page","lead":"901","timestamp":"2026-03-03T10:00:00Z"}""")
                .outcomes("lead,at,decision", "901,2026-03-04,rejected", "902,2026-03-04,rejected")
                .read();
        assertThat(desk.notes)
                .contains("which record is meant stays unknown in 4 places: the value is an id that several systems of"
                        + " the leads tables have (crm-a, hubspot) and is used for none of them; write the system"
                        + " before it, such as crm-a:901 (first " + folder + "/events0.jsonl:3)");
    }

    @Test
    void aUserIdOfALeadsTableIsThatLeads() {
        Population population = desk.leads("user_id,email", "901,d@x.example")
                .touches("lead,at", "901,2026-03-01")
                .read();
        assertThat(population.find("d@x.example").orElseThrow().acts()).hasSize(1);
    }

    @Test
    void aUserIdSaidToBeOneIsNoIdOfASystem() {
        Population population = desk.touches("user_id,at", "901,2026-03-01").read();
        assertThat(population.find("a@x.example").orElseThrow().acts()).isEmpty();
    }
}
