package io.cupel.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cupel.core.evidence.Decision;
import io.cupel.core.evidence.Decision.Outcome;
import io.cupel.core.evidence.Evidence;
import io.cupel.core.evidence.Told;
import io.cupel.core.lifecycle.Judge;
import io.cupel.core.lifecycle.Stage;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Exports of deals: when they were opened and closed, and where their contacts stand by them. */
class DealsTest {
    private static final String DEALS = "Record ID,Deal Stage,Create Date,Close Date,Associated Contact IDs";

    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void begin() {
        desk = new Desk(folder).zone(ZoneId.of("UTC")).leads("Record ID,Email,Lead Status", "7,a@x.example,New");
    }

    private Stage stage() {
        Evidence lead = Desk.only(desk.read());
        return Judge.of(Desk.contract()).judge(lead, Desk.NOW).stage();
    }

    private List<Long> instants(Outcome outcome) {
        return Desk.only(desk.read()).decisions().stream()
                .filter(decision -> decision.outcome() == outcome)
                .map(Decision::at)
                .toList();
    }

    private static long at(String instant) {
        return Instant.parse(instant).toEpochMilli();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-01, 2026-02-01",
        "2026-02-01 14:30, 2026-02-01",
        "2026-03-01, 2026-02-01",
        "2026-02-01, 2027-02-01",
        "2026-02-01, 2026-06-01 12:00",
        "2026-02-01, never",
        "2026-02-01,",
        ", 2026-02-01",
        "2027-01-01, 2027-02-01",
        ",",
    })
    void aDealThatIsWonOrLostIsNeverLeftOpen(String created, String closed) {
        String dates = (created == null ? "" : created) + "," + (closed == null ? "" : closed);
        for (int deal = 0; deal < 8; deal++) {
            desk = new Desk(folder).zone(ZoneId.of("UTC")).leads("Record ID,Email,Lead Status", "7,a@x.example,New");
            desk.leads(DEALS, deal + ",Closed Won," + dates + ",7");
            assertThat(stage()).as("deal %s", deal).isEqualTo(Stage.CUSTOMER);
        }
    }

    @Test
    void theContactOfADealIsKnownByItsAddressTooWhereOneIsTold() {
        desk = new Desk(folder).zone(ZoneId.of("UTC")).leads("Email,Created", "a@x.example,2026-01-02");
        desk.leads(
                "Opportunity ID,Opportunity Name,Stage,Created Date,Close Date,Contact ID,Email",
                "0065g00000AAAAA,Big,Closed Won,2026-01-13,2026-01-20,0035g00000AAAAA,a@x.example");
        assertThat(stage()).isEqualTo(Stage.CUSTOMER);
    }

    @Test
    void aClosingDateHoldsBeforeThatOfCreation() {
        desk.leads(DEALS, "1,Closed Won,2026-03-01,2026-02-01,7", "2,Closed Lost,2026-03-02,2026-03-01 08:00,7");
        assertThat(instants(Outcome.OPPORTUNITY))
                .containsExactly(at("2026-02-01T00:00:00Z"), at("2026-03-01T08:00:00Z"));
        assertThat(instants(Outcome.WON)).containsExactly(at("2026-02-01T00:00:00Z"));
        assertThat(desk.notes)
                .anyMatch(note -> note.endsWith("leads1.csv: 2 deals closed before they were created (the first in line"
                        + " 2); they count as opened when they closed"));
    }

    @Test
    void aDealClosedOnTheDayOfItsCreationIsNotOdd() {
        desk.leads(DEALS, "1,Closed Won,2026-03-01 14:30,2026-03-01,7");
        assertThat(instants(Outcome.WON)).containsExactly(at("2026-03-01T00:00:00Z"));
        assertThat(desk.notes).noneMatch(note -> note.contains("closed before"));
    }

    @Test
    void aDealWithoutAClosingDateClosedWhenItWasCreatedAndThatIsSaid() {
        desk.leads(DEALS, "1,Closed Lost,2026-03-01,,7");
        assertThat(instants(Outcome.LOST)).containsExactly(at("2026-03-01T00:00:00Z"));
        assertThat(desk.notes)
                .anyMatch(note -> note.endsWith("1 deal is won or lost without a closing date that can be used (in line"
                        + " 2); it counts as closed when it was created, or before all events where that is not told"));
    }

    @Test
    void aDealWithoutAnyDateWasWonBeforeAllEvents() {
        desk.leads(DEALS, "1,Closed Won,,2027-01-01,7");
        assertThat(instants(Outcome.WON)).containsExactly(Told.BEFORE_ALL);
        assertThat(instants(Outcome.OPPORTUNITY)).containsExactly(Told.BEFORE_ALL);
    }

    @Test
    void aCustomerStaysOneWhileAnotherDealIsOpenOrLost() {
        desk.leads(DEALS, "1,Closed Won,2026-02-01,2026-02-20,7", "2,Proposal,2026-03-01,,7");
        assertThat(stage()).isEqualTo(Stage.CUSTOMER);
        desk.leads(DEALS, "2,Closed Lost,2026-03-01,2026-04-01,7");
        assertThat(stage()).isEqualTo(Stage.CUSTOMER);
    }

    @Test
    void ofTheRowsOfADealTheOneChangedLastTells() {
        String header = DEALS + ",Last Modified Date";
        String won = "1,Closed Won,2026-02-01,2026-02-20,7,2026-02-20";
        String open = "1,Proposal,2026-02-01,2026-09-20,7,2026-03-01";
        desk.leads(header, won).leads(header, open);
        assertThat(stage()).isEqualTo(Stage.OPPORTUNITY);
        assertThat(desk.notes)
                .contains(
                        "1 deal has rows that differ in whether it is open, won or lost; the row modified last tells");
        desk = new Desk(folder).zone(ZoneId.of("UTC")).leads("Record ID,Email,Lead Status", "7,a@x.example,New");
        desk.leads(header, open, won, "1,Closed Lost,2026-02-01,2026-04-01,7,2026-04-01");
        assertThat(stage()).isEqualTo(Stage.LOST);
    }

    @Test
    void aDealWhoseRowsDoNotSayWhenTheyWereChangedStaysClosedAndThatIsSaid() {
        desk.leads(DEALS, "1,Closed Won,2026-02-01,2026-02-20,7").leads(DEALS, "1,Proposal,2026-02-01,,7");
        assertThat(stage()).isEqualTo(Stage.CUSTOMER);
        assertThat(desk.notes)
                .contains("1 deal has rows that differ in whether it is open, won or lost, and do not all say when they"
                        + " were modified; it counts as closed: export Last Modified Date with the deals");
    }

    @Test
    void aRowForEachContactOfADealIsNoContradiction() {
        desk.leads("Record ID,Email,Lead Status", "8,b@x.example,New")
                .leads(
                        DEALS + ",Last Modified Date",
                        "1,Proposal,2026-02-01,,7,2026-02-20",
                        "1,Closed Won,2026-02-01,2026-03-01,7,2026-03-01",
                        "1,Closed Won,2026-02-01,2026-03-01,8,2026-03-01");
        Population population = desk.read();
        assertThat(population.evidence())
                .hasSize(2)
                .allSatisfy(lead -> assertThat(lead.decisions())
                        .extracting(Decision::outcome)
                        .containsExactly(Outcome.OPPORTUNITY, Outcome.WON));
    }

    @Test
    void dealsWithoutIdsAreToldApartByTheirNames() {
        desk.leads(
                "Deal Name,Deal Stage,Close Date,Contact Email",
                "A,Proposal,,a@x.example",
                "B,Closed Lost,2026-02-01,a@x.example");
        assertThat(stage()).isEqualTo(Stage.OPPORTUNITY);
    }

    @Test
    void aLeadIsNotLostWhileAnotherDealIsOpen() {
        desk.leads(DEALS, "1,Closed Lost,2026-02-01,2026-03-20,7", "2,Proposal,2026-03-01,,7");
        assertThat(stage()).isEqualTo(Stage.OPPORTUNITY);
    }

    @ParameterizedTest
    @CsvSource({
        "'Deal Name,Deal Stage,Contact Email', 'Big,Closed Won,A@x.example'",
        "'Opportunity Name,Stage,First Name,Email,Role', 'Big,Closed Won,Ann,a@x.example,Buyer'",
        "'Opportunity Name,Stage,Close Date,Contact ID,Title,Email', 'Big,Closed Won,2026-02-01,,CEO,a@x.example'",
        "'Deal Name,Deal Stage,Associated Contact', 'Big,Closed Won,Ann Lee (a@x.example)'",
        "'Record ID,Deal Stage,Associated Contact,Associated Contact IDs', '1,Closed Won,Ann,7'",
        "'Record ID,Deal Stage,Associated Contact IDs,Associated Contact', '1,Closed Won,7,Ann Lee;Bo'",
    })
    void aDealsContactIsToldByItsIdOrItsAddress(String header, String row) {
        desk.leads(header, row);
        assertThat(stage()).isEqualTo(Stage.CUSTOMER);
        assertThat(desk.notes).anyMatch(note -> note.endsWith("tells of 1 deal: 1 won"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1,Big,Closed Won,2026-03-01,2026-02-01,7     ; 1,Big,Closed Won,2026-03-01,2026-02-01,8 | 1 deal: 1 won
            1,Big,Closed Won,2026-03-01,2026-02-01,7     ; 2,Big,Closed Won,2026-03-01,2026-02-01,8 | 2 deals: 2 won
            1,Big,Proposal,2026-01-01,,7                 ; 1,Big,Closed Won,2026-03-01,2026-02-01,7 | 1 deal: 1 won
            ,Big,Closed Won,2026-03-01,2026-02-01,7      ; ,Big,Closed Won,2026-03-01,2026-02-01,8  | 1 deal: 1 won
            ,Big,Closed Won,2026-03-01,2026-02-01,7      ; ,Big,Closed Won,2026-03-01,2026-02-03,8  | 2 deals: 2 won
            ,,Closed Won,2026-03-01,2026-02-01,7         ; ,,Closed Won,2026-03-01,2026-02-01,8     | 2 deals: 2 won
            """)
    void dealsAreCountedAndNotTheirRows(String rows, String told) {
        String header = "Record ID,Deal Name,Deal Stage,Create Date,Close Date,Associated Contact IDs\n";
        desk.leads(header + rows.replaceAll(" *; ", "\n"));
        desk.read();
        assertThat(desk.notes).anyMatch(note -> note.endsWith("leads1.csv tells of " + told));
        String early = told.startsWith("1") ? "1 deal closed before it was" : "2 deals closed before they were";
        assertThat(desk.notes).anyMatch(note -> note.contains(early + " created ("));
    }

    @Test
    void aTableThatTellsMoreOfPeopleThanTheirAddressesIsAboutThem() {
        desk.leads("Email,Title,Company,Deal Name,Deal Stage", "a@x.example,CEO,X,Big,Proposal");
        assertThat(Desk.profile(Desk.only(desk.read()))).containsEntry("lead.title", "CEO");
    }

    @Test
    void dealsOfNobodyArePassedOverBesideOtherFiles() {
        desk.leads("Opportunity Name,Stage,Amount,Close Date", "A,Closed Won,5,2026-03-01", "B,Proposal,5,", "C,x")
                .outcomes("Deal Name,Deal Stage,Amount", "A,Closed Won,5");
        Population population = desk.read();
        assertThat(population.counts().rows()).isEqualTo(1);
        assertThat(population.evidence()).hasSize(1);
        assertThat(desk.reasons()).containsExactly("has another number of cells than the header: 2, not 4");
        assertThat(desk.notes)
                .anyMatch(note -> note.endsWith("leads1.csv: 2 deals are passed over, for no column tells whose deal it"
                        + " is; use a report of Opportunities with Contact Roles that has the column Contact ID"))
                .anyMatch(note -> note.contains("outcomes0: 1 deal is passed over, for no column tells whose deal"));
    }

    @Test
    void dealsOfNobodyAloneAreAFaultWithTheRemedyOfTheirSystem() {
        desk = new Desk(folder).leads("Opportunity Name,Stage,Amount,Close Date", "A,Closed Won,5,2026-03-01");
        assertThatThrownBy(desk::readOrFail)
                .hasMessageContaining("leads0.csv:1: no column tells whose deal it is; use a report of Opportunities")
                .hasMessageContaining("The columns are: Opportunity Name, Stage, Amount, Close Date");
    }

    @Test
    void nothingIsPassedOverWhereEverythingHasToBeUsed() {
        desk.strict().leads("Deal Name,Deal Stage,Amount", "A,Closed Won,5");
        assertThatThrownBy(desk::readOrFail).hasMessageContaining("no column tells whose deal it is");
    }

    @Test
    void anOpenDealMayHaveAClosingDateInTheFuture() {
        desk.leads(DEALS, "1,Contract Sent,2026-03-01,2026-12-01,7");
        assertThat(stage()).isEqualTo(Stage.OPPORTUNITY);
    }
}
