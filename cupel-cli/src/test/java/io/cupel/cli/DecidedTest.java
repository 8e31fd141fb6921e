package io.cupel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.core.evidence.Decision;
import io.cupel.core.evidence.Decision.Outcome;
import io.cupel.core.evidence.Sum;
import io.cupel.core.evidence.Touch;
import io.cupel.testkit.Golden;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of leads about which people or another system decided. */
class DecidedTest {
    private static final String LATER = "2026-04-20T12:00";

    private static Worked lead() {
        return Worked.lead("vp@nordwind.example");
    }

    private static String why(Worked worked, String asOf) {
        return new Why(Worked.CONTRACT).of(worked.judged(asOf));
    }

    private static Worked longStory() {
        Worked lead = lead().qualified()
                .touched("2026-03-03T14:05", Touch.Channel.CALL, "connected")
                .decided("2026-03-03T15:00", Outcome.ACCEPTED, "")
                .decided("2026-03-09T15:00", Outcome.SQL, "")
                .decided("2026-03-10T15:00", Outcome.ACCEPTED, "second thoughts")
                .decided("2026-03-17T15:00", Outcome.OPPORTUNITY, "")
                .won("2026-04-12T09:00", new Sum(new BigDecimal("18500.50"), "USD"));
        for (int day = 10; day < 22; day++) {
            lead.touched("2026-03-" + day + "T10:00", Touch.Channel.EMAIL, day == 21 ? "replied" : "");
        }
        return lead.acted(new Touch(
                "export",
                Worked.at("2026-04-11T10:00"),
                "",
                Touch.Channel.UNKNOWN,
                Touch.Direction.OUTBOUND,
                "",
                true));
    }

    @ParameterizedTest
    @ValueSource(ints = {80, 120})
    void theHistoryTellsWhoDecidedWhat(int columns) {
        List<String> lines = new ExplainText(longStory().dossier(LATER), columns).lines();
        assertThat(lines).allMatch(line -> line.length() <= columns);
        Golden.assertMatches("explain-decided-" + columns + ".txt", String.join("\n", lines) + "\n");
    }

    @Test
    void programsReadTheSame() {
        Golden.assertMatches(
                "explain-decided-json.txt", ExplainJson.of(longStory().dossier(LATER)) + "\n");
    }

    @Test
    void whatComesAfterTheInstantIsNotTold() {
        Dossier early = longStory().dossier("2026-03-09T12:00");
        assertThat(early.touches()).hasSize(1);
        assertThat(early.decisions()).hasSize(1);
    }

    @Test
    void aRejectedLeadIsToldWithTheReasonAndTheWayBack() {
        Worked rejected = lead().qualified().decided("2026-03-04T09:00", Outcome.REJECTED, "no budget");
        assertThat(why(rejected, "2026-03-10T12:00"))
                .isEqualTo("rejected on 2026-03-04: no budget; may qualify again from 2026-04-03");
        assertThat(why(rejected, LATER)).isEqualTo("rejected on 2026-03-04: no budget; needs an event since");
        assertThat(String.join("\n", new ExplainText(rejected.dossier(LATER), 120).lines()))
                .contains("mql → nurture   rejected by ann: no budget\n")
                .contains("Any one of these would be enough\n");
    }

    @Test
    void whereAStageWasImportedThatIsSaid() {
        assertThat(why(lead().shownAs(Outcome.WON), LATER)).isEqualTo("customer (imported)");
        assertThat(why(lead().shownAs(Outcome.ACCEPTED), LATER)).isEqualTo("accepted by sales (imported)");
        assertThat(why(lead().shownAs(Outcome.SQL), LATER)).isEqualTo("SQL (imported)");
        assertThat(why(lead().shownAs(Outcome.OPPORTUNITY), LATER)).isEqualTo("open opportunity (imported)");
        assertThat(why(lead().shownAs(Outcome.DISQUALIFIED), LATER)).isEqualTo("disqualified (imported)");
        assertThat(why(lead().shownAs(Outcome.LOST), LATER)).isEqualTo("lost (imported); below 60");
        assertThat(why(lead().shownAs(Outcome.NURTURE), LATER)).isEqualTo("not now (imported); below 60");
    }

    @Test
    void aDatedStageOfAnExportIsToldWithItsColumn() {
        Worked customer = lead().acted(new Decision(
                "i", Worked.at("2026-01-05T12:00"), Outcome.WON, "Stage: Customer", "", null, true, ""));
        assertThat(why(customer, LATER)).isEqualTo("customer since 2026-01-05 (imported: Stage: Customer)");
        assertThat(String.join("\n", new ExplainText(customer.dossier(LATER), 120).lines()))
                .contains("lead → customer  won (imported): Stage: Customer, cycle 1 opened\n");
    }

    @Test
    void aCycleOpenedByAnActIsSaidToBeOpenedByImport() {
        Worked accepted = lead().decided("2026-03-04T09:00", Outcome.ACCEPTED, "");
        assertThat(String.join("\n", new ExplainText(accepted.dossier(LATER), 120).lines()))
                .contains("lead → accepted  accepted by ann, cycle 1 opened by import\n");
    }

    @Test
    void nothingWouldBeEnoughForACustomerAndNothingIsSaidOfIt() {
        String explained =
                String.join("\n", new ExplainText(lead().shownAs(Outcome.WON).dossier(LATER), 120).lines());
        assertThat(explained)
                .contains("Not in the list: customer (imported)\n")
                .contains("from the start  lead → customer  won (imported), cycle 1 opened\n")
                .doesNotContain("enough");
    }

    private static void add(SummaryLines summary, Worked worked, String asOf) {
        summary.add(worked.evidence(), worked.judged(asOf));
    }

    @Test
    void thePartsOfTheSummaryAddUpToTheLeads() {
        SummaryLines summary = new SummaryLines(Worked.CONTRACT);
        add(summary, lead().qualified(), LATER);
        add(summary, lead().qualified(), "2026-03-10T12:00");
        for (Outcome outcome : Outcome.values()) {
            add(summary, lead().qualified().shownAs(outcome), "2026-03-02T12:00");
        }
        add(summary, lead().knownFor("lead.title", "student").shownAs(Outcome.WON), LATER);
        add(summary, lead().knownFor("lead.title", "student").shownAs(Outcome.ACCEPTED), LATER);
        add(summary, lead().knownFor("company.employees", 3L).shownAs(Outcome.LOST), LATER);
        assertThat(summary.lines().get(1))
                .isEqualTo("Of 13 leads: 1 qualified, 1 excluded, 1 does not fit, 1 not ready yet, 2 nurtured, 1 lost,"
                        + " 1 disqualified by a person, 3 in sales' hands, 2 customers.");
        assertThat(summary.fitLines().get(0))
                .isEqualTo("13 leads: 5 fit; 1 does not fit: 50 to 500 people 1; 1 excluded: Student 1;"
                        + " 1 disqualified by a person; 3 in sales' hands; 2 customers.");
    }

    @Test
    void withoutEventsWhoIsACustomerIsListedLast() {
        List<String> lines = new QueueTable(Worked.CONTRACT)
                .fitLines(
                        List.of(
                                lead().shownAs(Outcome.WON).judged(LATER),
                                Worked.lead("b@nordwind.example")
                                        .shownAs(Outcome.LOST)
                                        .judged(LATER)),
                        200);
        assertThat(lines.get(1)).startsWith("b@nordwind.example").endsWith("lost (imported)");
        assertThat(lines.get(2)).startsWith("vp@nordwind.example").endsWith("customer (imported)");
    }
}
