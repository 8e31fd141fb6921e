package io.cupel.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cupel.core.evidence.Act;
import io.cupel.core.evidence.Decision;
import io.cupel.core.evidence.Decision.Outcome;
import io.cupel.core.evidence.Event;
import io.cupel.core.evidence.EventType;
import io.cupel.core.evidence.Evidence;
import io.cupel.core.evidence.Range;
import io.cupel.core.evidence.Told;
import io.cupel.core.evidence.Touch;
import io.cupel.core.lifecycle.Judge;
import io.cupel.core.lifecycle.Stage;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Exports of CRMs: activity columns, stages, ids, companies and deals. */
class ExportsTest {
    private static final String HUBSPOT = "Record ID,Email,Lifecycle Stage,Lead Status,Create Date";

    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void begin() {
        desk = new Desk(folder).zone(ZoneId.of("UTC"));
    }

    private static long at(String instant) {
        return Instant.parse(instant).toEpochMilli();
    }

    private static List<Decision> decisions(Evidence lead) {
        return lead.acts().stream()
                .filter(Decision.class::isInstance)
                .map(Decision.class::cast)
                .toList();
    }

    @Test
    void datedColumnsAreOneEventEach() {
        desk.leads(
                "Record ID,Email,Recent Conversion,Recent Conversion Date,Time of Last Session,Last Page Seen,"
                        + "Last marketing email click date,Number of Pageviews",
                "7,a@x.example,Demo: ask,2026-03-01 10:00,2026-03-02 11:00,https://ours.example/pricing?a=b,"
                        + "2026-03-03 12:00,99");
        List<Event> events = Desk.only(desk.read()).events();
        assertThat(events).allMatch(Event::fromExport);
        assertThat(events)
                .extracting(Event::type)
                .containsExactly(EventType.TRACK, EventType.PAGE, EventType.EMAIL_CLICKED);
        assertThat(events.get(0).name()).isEqualTo("Form Submitted");
        assertThat(events.get(0).value("event.properties.form")).isEqualTo("Demo: ask");
        assertThat(events.get(1).value("event.path")).isEqualTo("/pricing");
        assertThat(events.get(2).at()).isEqualTo(at("2026-03-03T12:00:00Z"));
    }

    @Test
    void firstAndRecentOfOneInstantAreOneEvent() {
        desk.leads(
                "Record ID,Email,First Conversion,First Conversion Date,Recent Conversion Date",
                "7,a@x.example,Form A,2026-03-01 10:00,2026-03-01 10:00");
        assertThat(Desk.onlyEvent(desk.read()).value("event.properties.form")).isEqualTo("Form A");
    }

    @Test
    void theSameExportReadTwiceCountsOnce() {
        String[] lines = {
            "Record ID,Email,Last Contacted,Recent Conversion Date,Lifecycle Stage,Lead Status",
            "7,a@x.example,2026-03-01,2026-03-02,Customer,"
        };
        Evidence once = Desk.only(desk.leads(lines).read());
        Evidence twice = Desk.only(desk.leads(lines).read());
        assertThat(twice.events()).isEqualTo(once.events()).hasSize(1);
        assertThat(twice.acts()).isEqualTo(once.acts()).hasSize(2);
    }

    @Test
    void lastContactedIsATouch() {
        desk.leads("Record ID,Email,Last Contacted,Last Activity Date", "7,a@x.example,2026-03-01 09:00,2026-03-02");
        Act act = Desk.only(desk.read()).acts().get(0);
        assertThat(act).isInstanceOfSatisfying(Touch.class, touch -> {
            assertThat(touch.fromExport()).isTrue();
            assertThat(touch.at()).isEqualTo(at("2026-03-01T09:00:00Z"));
            assertThat(touch.channel()).isEqualTo(Touch.Channel.UNKNOWN);
        });
        assertThat(Desk.only(desk.read()).acts()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "Customer,,WON",
        "evangelist,,WON",
        "Opportunity,,OPPORTUNITY",
        "opportunity,UNQUALIFIED,DISQUALIFIED",
        "Sales Qualified Lead,,SQL",
        "salesqualifiedlead,,SQL",
        "Lead,Bad Timing,NURTURE",
        "Customer,Unqualified,WON",
        "Lead,Open Deal,OPPORTUNITY",
        "Subscriber,,",
        "Lead,New,",
        "Marketing Qualified Lead,In Progress,",
        "Other,Attempted to Contact,",
    })
    void stagesOfTheSourceAreDecisions(String stage, @Nullable String status, @Nullable Outcome expected) {
        desk.leads(HUBSPOT, "7,a@x.example," + stage + "," + (status == null ? "" : status) + ",2026-02-01");
        List<Decision> decisions = decisions(Desk.only(desk.read()));
        assertThat(decisions).hasSize(expected == null ? 0 : 1);
        assertThat(decisions).allMatch(decision -> decision.outcome() == expected && decision.imported());
        assertThat(decisions).allMatch(decision -> decision.at() == at("2026-02-01T00:00:00Z"));
        assertThat(desk.notes).noneMatch(note -> note.contains("does not know"));
    }

    @Test
    void aStageTakesEffectWhenItWasEnteredElseAtTheCreateDateElseBeforeAll() {
        String column = "\"Date entered \"\"Customer (Lifecycle Stage Pipeline)\"\"\"";
        desk.leads(
                HUBSPOT + "," + column,
                "1,a@x.example,Customer,,2026-02-01,2026-02-20 10:00",
                "2,b@x.example,Customer,,2026-02-01,",
                "3,c@x.example,Customer,,,",
                "4,d@x.example,Opportunity,,,2026-02-20 10:00");
        assertThat(desk.read().evidence())
                .extracting(lead -> decisions(lead).get(0).at())
                .containsExactly(
                        at("2026-02-20T10:00:00Z"), at("2026-02-01T00:00:00Z"), Told.BEFORE_ALL, Told.BEFORE_ALL);
        assertThat(desk.notes)
                .anyMatch(note -> note.equals("by the stages that the source shows, 3 customers and 1 open opportunity"
                        + " are not judged anew; --ignore-stages judges everybody from the beginning"));
    }

    @Test
    void theLaterRowHasTheLastWordAboutTheStage() {
        desk.leads(HUBSPOT, "7,a@x.example,Opportunity,,2026-02-01")
                .leads(HUBSPOT, "7,a@x.example,Customer,,2026-02-01");
        assertThat(decisions(Desk.only(desk.read())))
                .extracting(Decision::outcome)
                .containsExactly(Outcome.WON);
    }

    @Test
    void everybodyIsJudgedWhereStagesAreIgnored() {
        desk.ignoreStages().leads(HUBSPOT, "7,a@x.example,Customer,??,2026-02-01");
        assertThat(Desk.only(desk.read()).acts()).isEmpty();
        assertThat(desk.notes).noneMatch(note -> note.contains("stage that"));
    }

    @Test
    void unknownStagesAreCountedAndSaid() {
        desk.leads("Email,Status", "a@x.example,Warm", "b@x.example,Warm", "c@x.example,Frozen");
        assertThat(desk.read().evidence()).allMatch(lead -> lead.acts().isEmpty());
        assertThat(desk.notes)
                .anyMatch(note -> note.contains("'Status' says in 3 rows what Cupel does not know as a stage (Frozen 1,"
                        + " Warm 2); the contract judges these leads"));
    }

    @Test
    void whoStandsUnderTheNameOfAStatusIsNotShown() {
        desk.leads("Email,Status", "a@x.example,Vera Vogel", "b@x.example,Frozen");
        desk.read();
        assertThat(desk.notes)
                .anyMatch(note -> note.contains("(Frozen 1 and 1 more)"))
                .noneMatch(note -> note.contains("Vera"));
    }

    @Test
    void aColumnOfNotesUnderTheNameOfAStatusIsNotRepeated() {
        desk.leads("Email,Status", "a@x.example,call her at +1 555 0100 77", "b@x.example,mail v@x.example");
        desk.read();
        assertThat(desk.notes).noneMatch(note -> note.contains("0100") || note.contains("v@x"));
    }

    @Test
    void convertedLeadsOfSalesforceAreSqlOrOpportunities() {
        desk.leads(
                "Id,LastName,Company,Email,OwnerId,IsConverted,ConvertedDate,ConvertedOpportunityId",
                "00Q5e00000AbcdEEAR,A,X,a@x.example,1,true,2026-02-03,0065e00000AbcdE",
                "00Q5e00000AbcdFEAR,B,X,b@x.example,1,true,2026-02-04,",
                "00Q5e00000AbcdGEAR,C,X,c@x.example,1,false,,");
        List<Evidence> leads = desk.read().evidence();
        assertThat(leads)
                .extracting(
                        lead -> decisions(lead).stream().map(Decision::outcome).toList())
                .containsExactly(List.of(Outcome.OPPORTUNITY), List.of(Outcome.SQL), List.of());
        assertThat(decisions(leads.get(0)).get(0).at()).isEqualTo(at("2026-02-03T00:00:00Z"));
        assertThat(leads.get(0).crm()).containsExactly("salesforce:00Q5e00000AbcdE", "salesforce:00Q5e00000AbcdEEAR");
    }

    @ParameterizedTest
    @CsvSource({
        "Record ID;Lead Status,501,hubspot:501",
        "hs_object_id;lifecyclestage,501,hubspot:501",
        "Record ID;Title,LD-1001,export:LD-1001",
        "Lead ID;Title,LD-1001,export:LD-1001",
        "Lead ID;Title,00Q5e00000AbcdE,salesforce:00Q5e00000AbcdE",
        "Contact ID;Title,0035e00000abcdE,salesforce:0035e00000abcdE",
        "place_id;Title,ChIJ1,place:ChIJ1",
    })
    void anIdCarriesTheNameOfItsSystem(String header, String id, String expected) {
        desk.leads(header.replace(';', ',') + ",Email", id + ",x,a@x.example");
        assertThat(Desk.only(desk.read()).crm()).containsExactly(expected);
    }

    @Test
    void anIdOfSalesforceIsOneInBothItsForms() {
        desk.leads("Lead ID,Title", "00Q5e00000AbcdEEAR,CEO")
                .leads("Lead ID,Title", "00Q5e00000AbcdE,CEO")
                .touches("lead,at,channel", "salesforce:00Q5e00000AbcdEEAR,2026-03-01,call");
        Evidence lead = Desk.only(desk.read());
        assertThat(lead.lead()).isEqualTo("salesforce:00Q5e00000AbcdE");
        assertThat(lead.acts()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "Record ID;Email;Job Title;Lead Status;Create Date;Last Modified Date",
        "Record ID;email;jobtitle;hs_lead_status;createdate;lastmodifieddate",
        "Id;Email;Title;Status;CreatedDate;LastModifiedDate;IsDeleted",
        "Id;Email;Title;Lead Status;CreatedDate;SystemModstamp;IsDeleted",
        "Record Id;Email;Designation;Lead Status;Created Time;Modified Time",
    })
    void ofTwoExportsOfOneRecordTheOneModifiedLastHasTheLastWord(String names) {
        String header = names.replace(';', ',');
        String end = header.endsWith("IsDeleted") ? ",false" : "";
        String older = "501,a@x.example,CFO,Customer,2026-01-02,2026-02-01" + end;
        String newer = "501,a@x.example,CEO,New,2026-01-02,2026-03-01" + end;
        for (List<String> files : List.of(List.of(older, newer), List.of(newer, older))) {
            Desk each = new Desk(folder).leads(header, files.get(0)).leads(header, files.get(1));
            Evidence lead = Desk.only(each.read());
            assertThat(Desk.profile(lead)).containsEntry("lead.title", "CEO");
            assertThat(lead.own().told().get(0).at()).isEqualTo(at("2026-01-02T05:00:00Z"));
            assertThat(decisions(lead)).isEmpty();
            assertThat(each.notes)
                    .anyMatch(note ->
                            note.startsWith("1 record of a lead has rows that do not say the same (lead.title 1);"));
        }
    }

    @Test
    void aTableWithoutTheDateOfTheChangeCorrectsWhatItIsGivenAfter() {
        String header = "Record ID,Email,Job Title,Lead Status,Create Date";
        String dated = "501,a@x.example,CFO,New,2026-01-02,2026-02-01";
        desk.leads(header + ",Last Modified Date", dated).leads(header, "501,a@x.example,CEO,New,2026-01-02");
        assertThat(Desk.profile(Desk.only(desk.read()))).containsEntry("lead.title", "CEO");
        Desk before = new Desk(folder)
                .leads(header, "501,a@x.example,CEO,New,2026-01-02")
                .leads(header + ",Last Modified Date", dated);
        assertThat(Desk.profile(Desk.only(before.read()))).containsEntry("lead.title", "CFO");
    }

    @Test
    void ofTwoRowsOfACompanyTheOneModifiedLastHasTheLastWord() {
        desk.leads(
                        "Record ID,Company name,Company owner,Number of Employees,Last Modified Date",
                        "7,X,Ann,200,2026-03-01",
                        "7,X,Ann,100,2026-02-01")
                .leads("Record ID,Email,Lead Status,Primary Associated Company ID", "1,a@x.example,New,7");
        assertThat(Desk.profile(Desk.only(desk.read()))).containsEntry("company.employees", 200L);
    }

    @Test
    void companiesThatNoExportHoldsAreCounted() {
        String leads = "Record ID,Email,Lead Status,Primary Associated Company ID";
        desk.leads("Record ID,Company name,Company owner", "7,X,Ann")
                .leads(leads, "1,a@x.example,New,7", "2,b@y.example,New,8", "3,c@y.example,New,8", "4,d@y.example,New,")
                .read();
        assertThat(desk.notes)
                .anyMatch(note -> note.startsWith("2 rows of leads name a company's record that no file holds"));
        Desk whole = new Desk(folder).leads("Record ID,Company name,Company owner", "7,X,Ann");
        whole.leads(leads, "1,a@x.example,New,7").read();
        assertThat(whole.notes).noneMatch(note -> note.contains("no file holds"));
    }

    @ParameterizedTest
    @CsvSource({
        "Record ID;Email;Cupel Score;Cupel Usage;Cupel Grade,501,hubspot:501",
        "Id;Email;Cupel_Score__c;Cupel_Usage__c;Cupel_Grade__c,00Q5e00000AbcdE,salesforce:00Q5e00000AbcdE",
    })
    void whatWeWriteForTheCrmIsReadBackAsItsExport(String header, String id, String expected) {
        desk.leads(header.replace(';', ','), id + ",a@x.example,10,0,A");
        assertThat(Desk.only(desk.read()).crm()).containsExactly(expected);
        assertThat(desk.notes).anyMatch(note -> note.contains(" is read as a ") && note.contains(" export; used: "));
    }

    @Test
    void mergedRecordsAreOneLead() {
        desk.leads(
                "Record ID,Email,Lead Status,Merged Contact IDs",
                "7,a@x.example,New,8;9",
                "9,b@x.example,New,",
                "10,c@x.example,New,");
        assertThat(desk.read().evidence()).extracting(Evidence::lead).containsExactly("a@x.example", "c@x.example");
    }

    @Test
    void aRowThatHasOnlyAnIdIsUsed() {
        desk.leads("Record ID,Email,Lead Status", "7,,New");
        Evidence lead = Desk.only(desk.read());
        assertThat(lead.lead()).isEqualTo("hubspot:7");
        assertThat(Judge.of(Desk.contract()).judge(lead, Desk.NOW).stage()).isEqualTo(Stage.LEAD);
        assertThat(desk.rejected).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"true,false", "false,true"})
    void aCompanyIsJoinedByItsRecordInAnyOrderOfFiles(boolean companiesFirst, boolean hasDomain) {
        String[] companies = {
            "Record ID,Company name,Website URL,Number of Employees,Company owner",
            "9001,Acme," + (hasDomain ? "https://acme.example" : "") + ",\"1.200\",Me"
        };
        String[] contacts = {"Record ID,Email,Lead Status,Primary Associated Company ID", "7,v@gmail.com,New,9001"};
        desk.leads(companiesFirst ? companies : contacts).leads(companiesFirst ? contacts : companies);
        Population population = desk.read();
        assertThat(Desk.profile(Desk.only(population)))
                .containsEntry("company.name", "Acme")
                .containsEntry("company.employees", 1200L);
        assertThat(population.counts().rows()).isEqualTo(2);
    }

    @Test
    void aCompaniesExportHoldsForAllOfItsDomain() {
        desk.leads("Email", "a@acme.example", "b@other.example")
                .leads("Name,Domain,Employees", "Acme,acme.example,51-200");
        assertThat(desk.read().find("a@acme.example").map(Desk::profile).orElseThrow())
                .containsEntry("company.employees", new Range(51, 200));
    }

    @Test
    void dealsAreDecisionsAboutEachOfTheirContacts() {
        String[] deals = {
            "Record ID,Deal Name,Deal Stage,Amount,Currency,Create Date,Close Date,Associated Contact IDs,Deal owner",
            "1,A,Closed Won (Sales Pipeline),\"1,200.45\",EUR,2026-01-01,2026-02-01,7;8,Me",
            "2,B,Contract Sent,500,EUR,2026-03-01,2027-01-01,8,Me",
            "3,C,Closed Lost,500,EUR,2026-03-01,2026-03-09,,Me"
        };
        String[] contacts = {"Record ID,Email,Lead Status", "7,a@x.example,New", "8,b@x.example,New"};
        Population population = desk.leads(deals).leads(contacts).read();
        assertThat(population.evidence())
                .extracting(
                        lead -> decisions(lead).stream().map(Decision::outcome).toList())
                .containsExactly(
                        List.of(Outcome.OPPORTUNITY, Outcome.WON),
                        List.of(Outcome.OPPORTUNITY, Outcome.WON, Outcome.OPPORTUNITY));
        Decision won = decisions(population.evidence().get(0)).get(1);
        assertThat(won.at()).isEqualTo(at("2026-02-01T00:00:00Z"));
        assertThat(String.valueOf(won.amount())).contains("1200.45", "EUR");
        assertThat(desk.reasons()).containsExactly("is a deal without a contact");
        assertThat(desk.notes).anyMatch(note -> note.endsWith("tells of 2 deals: 1 open, 1 won"));
    }

    @Test
    void dealsMayBeGivenAsOutcomesToo() {
        desk.leads("Record ID,Email,Lead Status", "7,a@x.example,New")
                .outcomes("Record ID,Deal Stage,Associated Contact IDs", "1,closedwon,7");
        assertThat(decisions(Desk.only(desk.read())))
                .extracting(Decision::outcome)
                .contains(Outcome.WON);
    }

    @Test
    void dealsThatNameNobodyAreAFault() {
        desk.leads("Deal Name,Deal Stage,Amount", "A,won,5");
        assertThatThrownBy(desk::readOrFail).hasMessageContaining("no column tells whose deal it is");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1.200 | 1200", "1,200 | 1200", "'51-200' | 51 to 200", "10,001+ | at least 10001"})
    void headCountsAreReadAsPeopleWriteThem(String cell, String expected) {
        desk.leads("Email,Number of Employees", "a@x.example,\"" + cell + "\"");
        Object read = Desk.profile(Desk.only(desk.read())).get("company.employees");
        String shown = read instanceof Range range
                ? (range.isOpen() ? "at least " + range.low() : range.low() + " to " + range.high())
                : String.valueOf(read);
        assertThat(shown).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"$10M, 10000000", "'9,000,000', 9000000", "USD 7.5 million, 7500000"})
    void revenueIsReadAsPeopleWriteIt(String cell, long expected) {
        desk.leads("Email,Annual Revenue", "a@x.example,\"" + cell + "\"");
        assertThat(Desk.profile(Desk.only(desk.read()))).containsEntry("company.revenue", expected);
    }
}
