package io.cupel.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.core.evidence.Evidence;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is odd about a cell is said once: however often it is read, and however often its row stands there. */
class OddCellsTest {
    private static final String DEALS =
            "Record ID,Deal Stage,Amount,Currency,Create Date,Close Date,Associated Contact IDs";

    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void begin() {
        desk = new Desk(folder).zone(ZoneId.of("UTC"));
    }

    private List<String> notes(String word) {
        desk.read();
        return desk.notes.stream().filter(note -> note.contains(word)).toList();
    }

    @Test
    void anApostropheBeforeAnAddressIsNoPartOfIt() {
        desk.leads("Email,Title,Additional email addresses", "'jane@x.example,CEO,'j@x.example; 'ja@x.example")
                .touches("lead,at,channel", "jane@x.example,2026-03-01,call")
                .events(
                        "email,event,timestamp",
                        "'Jane@x.example,Watched,2026-03-01T10:00:00Z",
                        "j@x.example,Watched,2026-03-02T10:00:00Z",
                        "ja@x.example,Watched,2026-03-02T10:00:00Z");
        Evidence lead = Desk.only(desk.read());
        assertThat(lead.lead()).isEqualTo("jane@x.example"); // the address told first
        assertThat(lead.events()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"user_id", "lead", "anonymous_id"})
    void anApostropheBeforeAnIdOfACallIsNoPartOfIt(String column) {
        desk.leads("Record ID,Email,Lead Status", "'901,'f@x.example,New")
                .events("""
                        {"type":"identify","anonymousId":"f@x.example","userId":"f@x.example",\
                        "timestamp":"2026-03-01T09:00:00Z"}""", """
                        {"type":"track","event":"Watched","messageId":"m1","userId":"'f@x.example",\
                        "timestamp":"2026-03-01T10:00:00Z"}""", """
                        {"type":"track","event":"Watched","messageId":"m2","anonymousId":"'f@x.example",\
                        "timestamp":"2026-03-01T10:00:00Z"}""")
                .events(column + ",event,timestamp", "'f@x.example,Watched,2026-03-02T10:00:00Z")
                .touches("lead,at,channel", "'901,2026-03-01,call", "'hubspot:901,2026-03-02,call");
        Evidence lead = Desk.only(desk.read());
        assertThat(lead.lead()).isEqualTo("f@x.example");
        assertThat(lead.crm()).containsExactly("hubspot:901");
        assertThat(lead.events()).hasSize(4);
        assertThat(lead.acts()).hasSize(2);
    }

    @Test
    void anAmountOfADealThatWasWonIsOneCell() {
        desk.leads(DEALS, "1,Closed Won,much,EUR,2026-01-01,2026-02-01,7;8");
        assertThat(notes("amount stays"))
                .singleElement()
                .asString()
                .startsWith("amount stays unknown in 1 place:")
                .endsWith("leads0.csv:2)");
    }

    @Test
    void aDealThatStandsThereTwiceIsCountedOnce() {
        String early = "1,Closed Won,much,EUR,2026-03-01,2026-02-01,7";
        String undated = "2,Closed Lost,,EUR,2026-03-01,never,7";
        desk.leads(DEALS, early, undated, early, undated).leads(DEALS, undated);
        assertThat(notes("leads"))
                .anyMatch(note -> note.endsWith("tells of 2 deals: 1 won, 1 lost"))
                .anyMatch(note -> note.contains("1 deal closed before it was created (in line 2)"))
                .anyMatch(note -> note.contains("1 deal is won or lost without a closing date that can be used"))
                .anyMatch(note -> note.contains("1 date of 'Close Date' could not be used"))
                .anyMatch(note -> note.contains("amount stays unknown in 1 place:"))
                .noneMatch(note -> note.contains("leads1.csv") && !note.contains("is read as"));
    }

    @Test
    void aLeadThatStandsThereTwiceIsCountedOnce() {
        String row = "00Q000000000001AAB,a@x.example,never,???,Frozen,A1";
        desk.leads("Lead ID,Email,Created Date,Annual Revenue,Lead Status,AccountId", row, row);
        assertThat(notes("leads0.csv"))
                .anyMatch(note -> note.contains("has 1 Salesforce id whose"))
                .anyMatch(note -> note.contains("1 date of 'Created Date' could not be used"))
                .anyMatch(note -> note.contains("says in 1 row what Cupel does not know"))
                .anyMatch(note -> note.contains("company.revenue stays unknown in 1 place"));
        assertThat(desk.notes).anyMatch(note -> note.startsWith("1 row of leads names a company's record"));
    }

    @Test
    void anUnknownCurrencyIsNoFaultOfTheAmount() {
        desk.leads(DEALS, "1,Closed Won,100,Moondollar,2026-01-01,2026-02-01,7", "2,Proposal,much,EUR,,,7")
                .leads("Email,Annual Revenue,Currency", "a@x.example,100,Moondollar")
                .outcomes(
                        "lead,at,decision,amount,currency",
                        "u,2026-03-01,won,100,Moondollar",
                        "u,2026-03-01,won,x,EUR");
        assertThat(notes("unknown in"))
                .anyMatch(note -> note.startsWith("amount stays unknown in 1 place: the value is in a currency that is"
                                + " not known (first ")
                        && note.endsWith("leads0.csv:2)"))
                .anyMatch(note -> note.startsWith("amount stays unknown in 1 place: the value has a word")
                        && note.endsWith("leads0.csv:3)"))
                .anyMatch(note ->
                        note.startsWith("company.revenue stays unknown in 1 place: the value is in a currency"));
        assertThat(desk.reasons().get(0)).isEqualTo("has a currency that is not known");
        assertThat(desk.reasons().get(1)).startsWith("has an amount that is not one sum of money (it ");
    }

    @Test
    void aClosingDateThatIsNoDateIsSaidWhoeversDealItIs() {
        desk.leads("Record ID,Email,Lead Status", "7,a@x.example,New")
                .leads(
                        DEALS,
                        "1,Closed Won,5,EUR,2026-01-01,never,888",
                        "2,Proposal,5,EUR,2026-01-01,never,7",
                        "3,Proposal,5,EUR,2026-01-01,2099-01-01,7");
        assertThat(notes("'Close Date' could"))
                .singleElement()
                .asString()
                .contains("2 dates of 'Close Date' could not be used: the value is not a date (2, first in line 2)");
    }

    @Test
    void anEventWithAYearOfTwoDigitsIsToldWhatIsWrong() {
        desk.events("user_id,event,timestamp", "u,Demo,1/2/25", "u,Demo,2026-01-02")
                .read();
        assertThat(desk.reasons())
                .containsExactly(
                        "has a time that cannot be used (it has a year of two digits, which could be the day or"
                                + " of another century; write it with four, such as 2024-03-31)");
    }

    @Test
    void aDateThatTellsTwoThingsIsOneCell() {
        desk.leads("Mail,Wann", "a@x.example,never", "b@x.example,2026-01-01", "c@x.example,never")
                .map("kind: leads", "columns:", "  Mail: lead.email", "  Wann: created + track \"Trial Started\"");
        assertThat(notes("could not be used"))
                .singleElement()
                .asString()
                .contains("2 dates of 'Wann' could not be used: the value is not a date (2, first in line 2");
    }
}
