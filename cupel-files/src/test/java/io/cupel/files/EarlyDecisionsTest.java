package io.cupel.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A deal won before its first contact is used and reported, whatever file tells of it. */
class EarlyDecisionsTest {
    private static final String OUTCOMES = "lead,at,decision";
    private static final String SALESFORCE = "003000000000001";

    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void begin() {
        desk = new Desk(folder).zone(ZoneId.of("UTC"));
    }

    private String reported() {
        long used = desk.read().evidence().stream()
                .mapToLong(lead -> lead.acts().size())
                .sum();
        assertThat(used).isPositive();
        List<String> notes = desk.notes.stream()
                .filter(note -> note.contains(" before the first "))
                .toList();
        return notes.isEmpty() ? "nothing" : notes.get(0).replace(folder + "/", "");
    }

    @Test
    void byAnOutcome() {
        desk.leads("email,created", "a@acme.example,2026-03-05T00:00:00Z", "b@beta.example,2026-03-05T00:00:00Z")
                .outcomes(
                        OUTCOMES, "b@beta.example,2026-03-06T00:00:00Z,won", "a@acme.example,2026-03-01T00:00:00Z,won");
        assertThat(reported())
                .isEqualTo("1 outcome (won, outcomes0:3) lies before the first that is known of its lead;"
                        + " it is used all the same");
    }

    @Test
    void byACallWithAReservedName() {
        desk.events("""
                        {"type":"track","event":"Cupel Outcome","userId":"u","timestamp":"2026-03-01T10:00:00Z",\
                        "properties":{"decision":"sql"}}""", """
                        {"type":"page","userId":"u","timestamp":"2026-03-02T10:00:00Z"}""");
        assertThat(reported()).startsWith("1 outcome (sql, events0.jsonl:1) lies before");
    }

    @Test
    void byAnOutcomeThatTellsTheAddressOfItsLead() {
        desk.events("user_id,event,timestamp", "u,Watched,2026-03-02T10:00:00Z")
                .outcomes(OUTCOMES + ",email", "u,2026-03-01T00:00:00Z,won,u@acme.example");
        assertThat(reported()).startsWith("1 outcome (won, outcomes0:2) lies before");
    }

    @Test
    void byAColumnOfALeadsTable() {
        desk.leads("Ref,First seen,Signed", "1,2026-03-05,2026-03-01", "2,2026-03-05,2026-03-04", "3,2026-03-05,")
                .map("kind: leads", "columns:", "  Ref: id", "  First seen: created", "  Signed: decision won");
        assertThat(reported())
                .isEqualTo("2 outcomes (2 won; the first at leads0.csv:2) lie before the first that is known of their"
                        + " leads; they are used all the same");
    }

    @Test
    void byTheStageOfAnExport() {
        desk.leads(
                "Record ID,Email,Lifecycle Stage,Create Date,Became a Customer Date",
                "7,a@x.example,Customer,2026-03-05 10:00,2026-03-01 10:00");
        assertThat(reported()).startsWith("1 outcome (won, leads0.csv:2) lies before");
    }

    @Test
    void byADealOfHubSpot() {
        desk.leads("Record ID,Email,Lead Status,Create Date", "7,a@x.example,New,2026-03-05 10:00")
                .leads(
                        "Record ID,Deal Stage,Create Date,Close Date,Associated Contact IDs",
                        "1,Closed Won,2026-02-01,2026-03-01,7");
        assertThat(reported()).startsWith("1 outcome (won, leads1.csv:2) lies before");
    }

    @Test
    void byAnOpportunityOfSalesforce() {
        desk.leads("Contact ID,Email,CreatedDate", SALESFORCE + ",a@x.example,2026-03-05 10:00")
                .outcomes(
                        "Opportunity Name,Stage,Created Date,Close Date,Contact ID",
                        "Big,Closed Lost,2026-02-01,2026-03-01," + SALESFORCE);
        assertThat(reported()).startsWith("1 outcome (lost, outcomes0:2) lies before");
    }

    @Test
    void aDealThatIsWrittenDownWithItsContactIsNothingOdd() {
        desk.leads("Record ID,Email,Lead Status,Create Date", "7,a@x.example,New,2026-03-01 10:05")
                .leads(
                        "Record ID,Deal Stage,Create Date,Close Date,Associated Contact IDs",
                        "1,Closed Won,2026-03-01 10:00,2026-03-01,7",
                        "2,Proposal,2026-03-01 10:00,,7",
                        "3,Closed Lost,2026-03-01 10:00,2026-04-01,7");
        assertThat(reported()).isEqualTo("nothing");
    }

    @Test
    void aDayMayBeAnyInstantOfIt() {
        desk.leads("email,created", "a@acme.example,2026-03-05 10:00")
                .outcomes(OUTCOMES, "a@acme.example,2026-03-05,won");
        assertThat(reported()).isEqualTo("nothing");
    }

    @Test
    void aTouchIsAContact() {
        desk.leads("email", "a@acme.example")
                .touches("lead,at", "a@acme.example,2026-03-05 10:00")
                .outcomes(OUTCOMES, "a@acme.example,2026-03-04,rejected");
        assertThat(reported()).startsWith("1 outcome (rejected, outcomes0:2) lies before");
    }

    @Test
    void whereNothingIsDatedNothingIsBeforeIt() {
        desk.leads("email", "a@acme.example").outcomes(OUTCOMES, "a@acme.example,2026-03-04,won");
        assertThat(reported()).isEqualTo("nothing");
    }
}
