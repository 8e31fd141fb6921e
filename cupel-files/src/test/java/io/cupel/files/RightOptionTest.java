package io.cupel.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cupel.files.text.FileFault;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RightOptionTest {
    private static final String LEADS = "user_id,email,title,company,created";
    private static final String COMPANIES = "company,domain,employees";
    private static final String DEALS = "Record ID,Deal Name,Deal Stage,Create Date,Associated Contact IDs";
    private static final String EVENTS = "message_id,type,event,user_id,timestamp,properties.plan";
    private static final String PAGES = "user_id,event_type,timestamp,path,title";
    private static final String TOUCHES = "lead,at,by,channel,direction,outcome";
    private static final String OUTCOMES = "lead,at,by,decision,reason,amount,currency";
    private static final String SPEND = "month,source,campaign,amount,currency";
    private static final String CALL = """
            {"type":"page","messageId":"1","userId":"u","timestamp":"2026-03-01T10:00:00Z","name":"Pricing"}""";

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    private static String said(Kind given, String header) {
        return RightOption.of(given, List.of(header.split(",", -1)));
    }

    @ParameterizedTest
    @CsvSource({"EVENTS", "TOUCHES", "OUTCOMES", "SPEND"})
    void listsAfterOtherOptionsNameTheirOwn(Kind given) {
        assertThat(said(given, LEADS)).isEqualTo("is a table of leads; give it after --leads");
        assertThat(said(given, COMPANIES)).isEqualTo("is a table of companies; give it after --leads");
        assertThat(said(given, DEALS)).isEqualTo("is a table of deals; give it after --leads or --outcomes");
    }

    @ParameterizedTest
    @CsvSource({"LEADS", "EVENTS", "TOUCHES", "OUTCOMES", "SPEND"})
    void tablesOfCallsAfterOtherOptionsNameTheirOwnAndTheColumnThatTells(Kind given) {
        expect(given, Kind.EVENTS, EVENTS, "event");
        expect(given, Kind.EVENTS, PAGES, "event_type");
        expect(given, Kind.TOUCHES, TOUCHES, "channel");
        expect(given, Kind.OUTCOMES, OUTCOMES, "decision");
        expect(given, Kind.SPEND, SPEND, "month");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Date,Name,Email,Phone,Channel",
                "Date,Name,Email,Channel,City,Message",
                "Date,Email,Channel",
                "Email,Lead,Date,Channel,Name",
                "Email,Created,Month,Source,Amount"
            })
    void aListOfLeadsMayTellItsMarketingChannelOrMonth(String header) {
        assertThat(said(Kind.LEADS, header)).isEmpty();
    }

    private static void expect(Kind given, Kind right, String header, String column) {
        String remedy = right == Kind.SPEND
                ? "leave it out, for only cupel convert reads it"
                : "give it after --" + right.written();
        assertThat(said(given, header))
                .isEqualTo(
                        given == right
                                ? ""
                                : "is a table of " + right.written() + ", as its column " + column + " tells; "
                                        + remedy);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            LEADS    | email,title,company,event,time
            LEADS    | First Name,Last Name,Email,Event,Time
            LEADS    | email,company,month,source,amount
            EVENTS   | user_id,timestamp,type,channel
            EVENTS   | email,at,type,direction
            TOUCHES  | email,date,rep,company
            TOUCHES  | lead_id,timestamp,type
            TOUCHES  | lead,at,channel,decision
            OUTCOMES | lead,at,channel,status
            OUTCOMES | email,date,outcome,company
            SPEND    | date,channel,amount
            """)
    void aTableThatMayBeWhatItIsGivenAsStaysSo(Kind given, String header) {
        assertThat(said(given, header)).isEmpty();
    }

    @Test
    void aTableOfTouchesThatMayTellDecisionsSaysSo() {
        Desk desk = new Desk(folder).touches("lead,date,Status", "u,2026-03-01,rejected");
        assertThat(Desk.only(desk.read()).acts()).hasSize(1);
        assertThat(desk.notes)
                .contains(folder.resolve("touches0") + " is read as touches; not used: Status; if Status tells what"
                        + " sales decided, give it after --outcomes");
    }

    @Test
    void aTableWithoutEventsThatMayTellDecisionsSaysSo() {
        Desk desk = new Desk(folder).events("lead,date,stage", "u,2026-03-01,won");
        assertThatThrownBy(desk::readOrFail)
                .isInstanceOf(FileFault.class)
                .hasMessageEndingWith("The columns are: lead, date, stage; if stage tells what sales decided, give it"
                        + " after --outcomes");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            TOUCHES  | lead,date,channel,status
            TOUCHES  | lead,date,result,status
            TOUCHES  | lead,by,date,status
            TOUCHES  | lead,date,type
            EVENTS   | lead,timestamp,event,status
            OUTCOMES | lead,date,status
            LEADS    | email,date,status
            """)
    void whatIsSurelyOfItsKindIsNotDoubted(Kind given, String header) {
        assertThat(RightOption.doubt(given, List.of(header.split(",", -1)))).isEmpty();
    }

    @Test
    void aLogOfCallsGivenAsLeadsIsRefused() {
        Desk desk = new Desk(folder).leads(CALL, "{\"batch\":[" + CALL + "]}", "{\"type\":\"pa");
        assertThatThrownBy(desk::readOrFail)
                .isInstanceOf(FileFault.class)
                .hasMessageEndingWith("leads0.csv: is a log of calls; give it after --events");
    }

    @Test
    void leadsWithATypeOfTheirOwnAreNoLog() {
        Desk desk = new Desk(folder).leads("""
                {"user_id":"u","email":"a@x.example","type":"Customer"}""");
        assertThat(Desk.only(desk.read()).lead()).isEqualTo("u");
    }

    @Test
    void leadsAsJsonLinesGivenAsEventsAreRefused() {
        Desk desk = new Desk(folder).events("""
                {"user_id":"u","email":"a@x.example","title":"CRO"}""");
        assertThatThrownBy(desk::readOrFail)
                .isInstanceOf(FileFault.class)
                .hasMessageEndingWith("events0.jsonl:1: is a table of leads; give it after --leads");
    }

    @Test
    void rowsOfEventsMayBeJsonLinesWithoutAType() {
        Desk desk = new Desk(folder).events("""
                {"user_id":"u","timestamp":"2026-03-01T10:00:00Z","event":"Watched"}""");
        assertThat(Desk.only(desk.read()).events()).hasSize(1);
    }
}
