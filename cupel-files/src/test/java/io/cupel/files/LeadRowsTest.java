package io.cupel.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cupel.core.evidence.Evidence;
import io.cupel.core.evidence.Range;
import io.cupel.core.evidence.Told;
import io.cupel.files.text.FileFault;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LeadRowsTest {
    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void begin() {
        desk = new Desk(folder);
    }

    private Map<String, Object> profile(String... lines) {
        Evidence lead = Desk.only(desk.leads(lines).read());
        assertThat(desk.rejected).isEmpty();
        return Desk.profile(lead);
    }

    @Test
    void whatLiesAfterThePresentIsCounted() {
        Desk desk = new Desk(folder)
                .leads("email,created", "a@x.example,2026-06-01T10:00:00Z", "b@x.example,2026-05-01T10:00:00Z")
                .events("""
                        {"type":"page","userId":"a@x.example","timestamp":"2026-06-01T12:00:00Z"}""")
                .touches("lead,at", "a@x.example,2026-06-01T00:00:01Z", "a@x.example,2026-06-01T00:00:00Z");
        assertThat(desk.read().newest()).isEqualTo(Desk.NOW);
        assertThat(desk.notes)
                .contains("3 events, touches, decisions or rows lie after the present, by 24 hours at most, and count"
                        + " only from then on");
    }

    @Test
    void ourOwnHeader() {
        assertThat(profile(
                        "lead.email,user_id,lead.title,company.employees,company.revenue,lead.persona,company.plan",
                        "vp@nord.example,u1,VP of Sales,51-200,\"$5,000,000\",buyer,team"))
                .containsEntry("lead.email", "vp@nord.example")
                .containsEntry("lead.title", "VP of Sales")
                .containsEntry("company.employees", new Range(51, 200))
                .containsEntry("company.revenue", 5_000_000L)
                .containsEntry("lead.persona", "buyer")
                .containsEntry("company.plan", "team");
        assertThat(desk.notes).isEmpty();
    }

    @Test
    void ofAPlainTableOnlyWhatIsNotUsedIsWorthANote() {
        profile("email,title,shoe size", "vp@nord.example,VP of Sales,46");
        assertThat(desk.notes).singleElement().asString().contains("a plain table", "not used: shoe size");
    }

    @Test
    void theHeaderOfHubSpot() {
        assertThat(profile(
                        "Record ID,First Name,Email,Job Title,Company Name,Website URL,Industry,Number of Employees,"
                                + "Annual Revenue,Country/Region,Lifecycle Stage,Create Date,"
                                + "Unsubscribed from all email,"
                                + "Email hard bounce reason,Additional email addresses,Persona",
                        "1,Vera,vp@nord.example,VP of Sales,Nord,https://www.nord-group.example,SaaS,240,"
                                + "9000000,Germany,"
                                + "Lead,2024-03-12 09:14,true,mailbox full,vera@nord.example;v@nord.example,buyer"))
                .containsEntry("company.domain", "nord-group.example")
                .containsEntry("lead.country", "DE")
                .containsEntry("lead.unsubscribed", true)
                .containsEntry("lead.bounced", true)
                .containsEntry("lead.persona", "buyer");
        assertThat(desk.notes.get(0)).contains("a HubSpot export").contains("not used: First Name");
        Population population = desk.read();
        assertThat(population.find("V@nord.example").map(Evidence::lead)).contains("vp@nord.example");
        // 09:14 in New York, the zone of the contract.
        assertThat(Desk.only(population).own().told())
                .extracting(Told::at)
                .containsExactly(Instant.parse("2024-03-12T13:14:00Z").toEpochMilli());
    }

    @Test
    void theHeadersOfSalesforce() {
        assertThat(profile(
                        "Id,LastName,Title,Company,Email,NumberOfEmployees,AnnualRevenue,Country,CreatedDate,IsDeleted,"
                                + "CurrencyIsoCode",
                        "00Q1,Vera,CEO,Nord,ceo@nord.example,90,9000000,USA,2024-01-15T10:00:00.000Z,false,EUR"))
                .containsEntry("company.name", "Nord")
                .containsEntry("lead.country", "US")
                .doesNotContainKey("company.revenue");
        assertThat(desk.notes).anyMatch(note -> note.contains("a Salesforce export"));
        assertThat(desk.notes)
                .anyMatch(note -> note.startsWith("company.revenue stays unknown in 1 place: the value is in EUR"));
        desk = new Desk(folder);
        assertThat(profile(
                        "Lead Owner,First Name,Company / Account,No. of Employees,Email Opt Out,Email,Mobile",
                        "Me,Vera,Nord,90,1,ceo@nord.example,+1 555 0100"))
                .containsEntry("company.employees", 90L)
                .containsEntry("lead.unsubscribed", true)
                .containsEntry("lead.phone", "+1 555 0100");
        assertThat(desk.notes.get(0)).contains("a Salesforce export");
    }

    @Test
    void semicolonsTabsMarksAndCarriageReturns() {
        assertThat(profile("\ufeffemail;title\r\na@acme.example;\"CEO; Founder\"\r"))
                .containsEntry("lead.title", "CEO; Founder");
        desk = new Desk(folder);
        assertThat(profile("\"email\"\t\"title\"", "a@acme.example\tCEO")).containsEntry("lead.title", "CEO");
    }

    @Test
    void aCarriageReturnAloneEndsARow() {
        desk.leads("email,user_id\na@x.example,u1\rb@x.example,u2\n");
        assertThat(desk.read().evidence()).extracting(Evidence::lead).containsExactly("u1", "u2");
        desk = new Desk(folder);
        desk.leads("email,user_id\ra@x.example,u1\rb@x.example,u2\r");
        assertThat(desk.read().evidence()).extracting(Evidence::lead).containsExactly("u1", "u2");
        assertThat(desk.rejected).isEmpty();
    }

    @Test
    void aValueThatCannotBeReadIsToldInASentence() {
        desk.leads("email,company.employees,company.country", "a@x.example,often,US", "b@x.example,5-,Mars");
        desk.read();
        assertThat(desk.notes)
                .anyMatch(note -> note.startsWith(
                        "company.employees stays unknown in 1 place: the value has a word or sign beside the number"))
                .anyMatch(note -> note.startsWith(
                        "company.employees stays unknown in 1 place: the value is not a number or a range"));
    }

    @Test
    void blankRowsAreNothingAndRaggedOnesAreRefused() {
        desk.leads("email,title", "", " , ", "a@acme.example,CEO", "b@acme.example", "c@acme.example,CEO,x", ",CEO");
        assertThat(desk.read().counts().rows()).isEqualTo(1);
        assertThat(desk.rejected)
                .extracting(Rejected::located)
                .extracting(text -> text.substring(text.indexOf("leads0")))
                .containsExactly(
                        "leads0.csv:5: has another number of cells than the header: 1, not 2",
                        "leads0.csv:6: has another number of cells than the header: 3, not 2",
                        "leads0.csv:7: has no user id, e-mail address, phone number or id of another system");
        assertThat(desk.rejected.get(0).raw()).isEqualTo("b@acme.example");
    }

    @Test
    void aQuoteThatNeverEndsCostsOneRow() {
        desk.leads("email,title", "a@acme.example,\"CEO", "b@acme.example,CFO", "c@acme.example,\"C\nT\nO\"");
        assertThat(desk.read().evidence())
                .extracting(Evidence::lead)
                .containsExactly("b@acme.example", "c@acme.example");
        assertThat(desk.rejected.get(0).located()).endsWith("leads0.csv:2: opens a quote that does not end");
    }

    @Test
    void bytesThatAreNoTextCostOneRow() {
        byte[] content = "email,title\na@acme.example,?\nb@acme.example,é".getBytes(StandardCharsets.UTF_8);
        content[27] = (byte) 0xe9;
        assertThat(desk.leads(content).read().counts().rows()).isEqualTo(1);
        assertThat(desk.rejected.get(0).located()).endsWith("leads0.csv:2: is not UTF-8");
    }

    @Test
    void ofColumnsWithOneNameTheFirstIsUsed() {
        assertThat(profile("Email,Title,email", "a@acme.example,CEO,b@acme.example"))
                .containsEntry("lead.email", "a@acme.example");
        assertThat(desk.notes)
                .anyMatch(note -> note.contains("of which only the first counts: email (columns 1 and 3)"));
    }

    @ParameterizedTest
    @CsvSource({"'Nmae,Emial'", "'Deal Name,Amount'", "''", "'\"open'"})
    void aTableThatTellsNobodyIsAClearFault(String header) {
        desk.leads(header, "x,y");
        assertThatThrownBy(desk::readOrFail).isInstanceOf(FileFault.class).hasMessageContaining("leads0.csv:");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            Vera,vera@nord.example,Nord         ; an e-mail address stands in column 2
            Vera,+49 30 123456,Nord             ; a phone number stands in column 2
            Vera,Nord,24.12.2025                ; a date stands in column 3
            Vera,Nord,17                        ; a number stands in column 3
            """)
    void aFirstRowThatIsDataIsSaidAndNotShown(String row, String told) {
        desk.leads(row, "Otto,x,y");
        assertThatThrownBy(desk::readOrFail)
                .isInstanceOf(FileFault.class)
                .hasMessageContaining("leads0.csv:1: is data and names no columns: " + told)
                .hasMessageEndingWith("put a row of names before it, such as email,phone,company")
                .message()
                .doesNotContain("Vera", "Nord", "123456");
        Desk events = new Desk(folder).events(row, row);
        assertThatThrownBy(events::readOrFail)
                .message()
                .doesNotContain("Vera", "Nord")
                .contains("names no columns");
        assertThatThrownBy(() -> MapProposal.of(new Desk(folder).file("f.csv", row, row)))
                .message()
                .doesNotContain("Vera", "Nord");
    }

    @Test
    void namesOfWhichNoneIsKnownAreNotShown() {
        desk.leads("Vera Vogel,Nord", "Otto,Sued");
        assertThatThrownBy(desk::readOrFail)
                .hasMessageContaining("no column tells who a lead is")
                .hasMessageEndingWith(
                        "None of the names in that row is known; if it is part of a title, delete the rows"
                                + " before the one that names the columns");
    }

    @ParameterizedTest
    @CsvSource({
        "2024-03-12 09:14, 2024-03-12T13:14:00Z",
        "2024-01-15, 2024-01-15T05:00:00Z",
        "2024-01-15T10:00:00Z, 2024-01-15T10:00:00Z",
        "3/15/2024 2:30 PM, 2024-03-15T18:30:00Z",
        "15/3/2024, 2024-03-15T04:00:00Z",
        "03.04.2024, 2024-04-03T04:00:00Z",
        "4/4/2024 12:05 AM, 2024-04-04T04:05:00Z",
    })
    void createDatesWithoutDoubtAreInTheZoneOfTheContract(String date, Instant expected) {
        Evidence lead =
                Desk.only(desk.leads("email,created", "a@acme.example," + date).read());
        assertThat(lead.own().told()).extracting(Told::at).containsExactly(expected.toEpochMilli());
    }

    @ParameterizedTest
    @CsvSource({"3/4/24", "soon", "2099-01-01", "1970-01-01", "13/13/2024", "3/15/2024 25:00"})
    void otherCreateDatesAreNotGuessed(String date) {
        Evidence lead =
                Desk.only(desk.leads("email,created", "a@acme.example," + date).read());
        assertThat(lead.own().told()).extracting(Told::at).containsExactly(Told.BEFORE_ALL);
        assertThat(desk.notes).singleElement().asString().contains("count as told before all events");
    }

    @Test
    void theLaterRowHasTheLastWordAlsoOverFiles() {
        desk.leads("email,title", "a@acme.example,CEO", "a@acme.example,CFO");
        assertThat(Desk.profile(Desk.only(desk.read()))).containsEntry("lead.title", "CFO");
        desk.leads("email,title", "a@acme.example,CTO", "a@acme.example,");
        assertThat(Desk.profile(Desk.only(desk.read()))).containsEntry("lead.title", "CTO");
    }

    @Test
    void rowsAndCallsOfOneAddressAreOneLeadNamedByTheUserId() {
        desk.leads("email,title", "A@acme.example,CEO")
                .events("{\"type\":\"identify\",\"userId\":\"u\",\"traits\":{\"email\":\"a@ACME.example\"},"
                        + "\"timestamp\":\"2026-03-01\"}");
        Population population = desk.read();
        assertThat(Desk.only(population).lead()).isEqualTo("u");
        assertThat(population.newest())
                .isEqualTo(Instant.parse("2026-03-01T00:00:00Z").toEpochMilli());
        assertThat(population.find("A@Acme.Example")).isPresent();
        assertThat(population.nearest("a@acme.exampel")).contains("a@acme.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@x.example ::: B@y.example",
                "a@x.example:::b@y.example",
                "a@x.example;b@y.example",
                "a@x.example, b@y.example,",
                "a@x.example b@y.example",
                "a@x.example | b@y.example; a@x.example"
            })
    void ofSeveralAddressesInACellTheFirstIsTheAddress(String cell) {
        desk.leads("Email,Title", "\"" + cell + "\",CEO", "b@y.example,");
        Evidence lead = Desk.only(desk.read());
        assertThat(lead.lead()).isEqualTo("a@x.example");
        assertThat(Desk.profile(lead)).containsEntry("lead.title", "CEO");
        assertThat(desk.notes).noneMatch(note -> note.contains("e-mail address"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"john doe@x.example", "a@x.example; Bob", "a@x.example 5"})
    void aCellWithAnythingElseIsNoAddress(String cell) {
        desk.leads("User ID,Email", "u-1," + cell);
        assertThat(Desk.profile(Desk.only(desk.read()))).doesNotContainKey("lead.email");
        assertThat(desk.notes).anyMatch(note -> note.contains("is not an e-mail address"));
    }

    @Test
    void aTableInWhichACellBeginsWithABraceIsATable() {
        desk.leads("Email,Title,Notes", "a@x.example,CEO,\"seen\n{\"\"a\"\":1}\"", "b@x.example,CFO,");
        assertThat(desk.read().counts().rows()).isEqualTo(2);
        Desk braced = new Desk(folder).leads("Company,Email", "{Brackets},c@x.example", "X,d@x.example");
        assertThat(braced.read().counts().rows()).isEqualTo(2);
    }

    @Test
    void aRowDeletedInAMergeJoinsItsIdAndTellsNothingElse() {
        desk.leads(
                        "Id,Email,Title,IsDeleted,MasterRecordId,LeadSource",
                        "00Q000000000003,c@acme.example,CFO,true,00Q000000000002,Web",
                        "00Q000000000002,b@acme.example,CTO,true,00Q000000000001,Web",
                        "00Q000000000001,a@acme.example,CEO,false,,Web",
                        "00Q000000000009,z@acme.example,,true,00Q000000000008,Web")
                .touches("lead,at,channel", "salesforce:00Q000000000003,2026-03-01,call");
        Population population = desk.read();
        assertThat(desk.rejected).isEmpty();
        Evidence lead = Desk.only(population);
        assertThat(lead.crm())
                .containsExactly(
                        "salesforce:00Q000000000001", "salesforce:00Q000000000002", "salesforce:00Q000000000003");
        assertThat(lead.acts()).hasSize(1);
        assertThat(Desk.profile(lead)).containsEntry("lead.title", "CEO");
        assertThat(population.find("b@acme.example")).isEmpty();
        assertThat(desk.notes)
                .anyMatch(note -> note.endsWith("has 3 rows that are deleted because they were merged into another;"
                        + " nothing but the ids is used"));
    }

    @Test
    void aCompanyDeletedInSalesforceTellsNothing() {
        desk.leads(
                        "Id,Name,Website,NumberOfEmployees,BillingCountry,OwnerId,IsDeleted",
                        "001000000000001,Acme,acme.example,100,US,005,true")
                .leads("Email,Title", "a@acme.example,CEO");
        assertThat(Desk.profile(Desk.only(desk.read()))).doesNotContainKey("company.employees");
        assertThat(desk.reasons()).containsExactly("is marked as deleted");
    }

    @Test
    void rowsDeletedInSalesforceAreRefused() {
        desk.leads("Email,IsDeleted,LeadSource", "a@acme.example,true,Web", "b@acme.example,false,Web");
        assertThat(desk.read().counts().rows()).isEqualTo(1);
        assertThat(desk.reasons()).containsExactly("is marked as deleted");
    }

    @Test
    void phoneNumbersAreNoFormulas() {
        assertThat(Csv.neutralised("+15125550101")).isEqualTo("+15125550101");
        assertThat(Csv.neutralised("+1-512-555")).isEqualTo("'+1-512-555");
        assertThat(Csv.neutralised("+")).isEqualTo("'+");
        assertThat(Csv.neutralised("+1234567890123456")).isEqualTo("'+1234567890123456");
    }

    @Test
    void cellsThatASpreadsheetWouldRunAreNeutralised() {
        assertThat(Csv.neutralised("=1+1")).isEqualTo("'=1+1");
        assertThat(Csv.neutralised("@x")).isEqualTo("'@x");
        assertThat(Csv.neutralised("\uff1d1+1")).isEqualTo("'\uff1d1+1");
        assertThat(Csv.neutralised("\n=1")).isEqualTo("'\n=1");
        assertThat(Csv.neutralised("a@x")).isEqualTo("a@x");
        assertThat(Csv.neutralised("")).isEmpty();
    }
}
