package io.cupel.core.reference;

import static io.cupel.core.reference.LeadStory.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.core.contract.Contract;
import io.cupel.core.evidence.Decision.Outcome;
import io.cupel.core.lifecycle.Judgement;
import io.cupel.core.lifecycle.Stage;
import io.cupel.core.lifecycle.Transition;
import io.cupel.core.lifecycle.Transition.Why;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people and other systems decided about a lead. Each judgement is the engine's and the reference's. */
class DecisionStoriesTest {
    @Test
    void aRepTakesALeadFromMqlToCustomer() {
        LeadStory buyer = qualifiedOnDayTwo()
                .on(3)
                .decided(Outcome.ACCEPTED, "")
                .on(5)
                .decided(Outcome.SQL, "")
                .on(9)
                .decided(Outcome.OPPORTUNITY, "")
                .on(40)
                .decided(Outcome.WON, "best price");
        assertThat(buyer.judgedOn(3).stage()).isEqualTo(Stage.ACCEPTED);
        assertThat(buyer.judgedOn(39).stage()).isEqualTo(Stage.OPPORTUNITY);
        Judgement won = buyer.judgedOn(90);
        assertThat(won.stage()).isEqualTo(Stage.CUSTOMER);
        assertThat(won.since()).isEqualTo(day(40));
        assertThat(won.cycle()).isEqualTo(1);
        assertThat(last(won).why()).isEqualTo(Why.WON);
        assertThat(last(won).detail()).isEqualTo("best price");
        assertThat(last(won).evidence()).containsExactly("decision-4");
    }

    @Test
    void aDecisionComesAfterTheEventsOfItsInstant() {
        LeadStory buyer = Workshop.vpOfSales().on(1).decided(Outcome.REJECTED, "no need");
        Judgement judged = buyer.on(1).tracks("Demo Requested").judgedOn(1);
        assertThat(judged.transitions())
                .extracting(Transition::why)
                .containsExactly(Why.CONTACT_KNOWN, Why.HAND_RAISED, Why.REJECTED);
        assertThat(judged.cycle()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "WON, OPPORTUNITY, CUSTOMER",
        "LOST, OPPORTUNITY, LOST",
        "WON, LOST, CUSTOMER",
        "REJECTED, ACCEPTED, NURTURE",
        "OPPORTUNITY, SQL, OPPORTUNITY"
    })
    void decisionsOfOneDayTakeEffectInTheOrderOfALeadsLife(Outcome toldFirst, Outcome toldLater, Stage stage) {
        LeadStory buyer = qualifiedOnDayTwo().on(3).decided(toldFirst, "").decided(toldLater, "");
        assertThat(buyer.judgedOn(3).stage()).isEqualTo(stage);
    }

    @Test
    void aCustomerStaysOneWhileAnotherDealIsOpenedAndLost() {
        LeadStory customer = qualifiedOnDayTwo()
                .on(3)
                .hasDeal("a", Outcome.OPPORTUNITY)
                .on(9)
                .hasDeal("a", Outcome.WON);
        customer.on(20).hasDeal("b", Outcome.OPPORTUNITY).on(30).hasDeal("b", Outcome.LOST);
        assertThat(customer.judgedOn(25).stage()).isEqualTo(Stage.CUSTOMER);
        assertThat(customer.judgedOn(30).stage()).isEqualTo(Stage.CUSTOMER);
        assertThat(customer.judgedOn(30).since()).isEqualTo(day(9));
        assertThat(customer.on(40).decided(Outcome.LOST, "churned").judgedOn(40).stage())
                .isEqualTo(Stage.LOST);
    }

    @Test
    void aLeadIsLostWithTheLastOfItsOpenDeals() {
        LeadStory buyer = qualifiedOnDayTwo()
                .on(3)
                .hasDeal("a", Outcome.OPPORTUNITY)
                .on(4)
                .hasDeal("b", Outcome.OPPORTUNITY);
        buyer.on(9).hasDeal("a", Outcome.LOST).on(12).hasDeal("b", Outcome.LOST);
        assertThat(buyer.judgedOn(9).stage()).isEqualTo(Stage.OPPORTUNITY);
        assertThat(buyer.judgedOn(12).stage()).isEqualTo(Stage.LOST);
    }

    @Test
    void aPersonMayMakeACustomerAnOpportunityAgain() {
        LeadStory customer =
                qualifiedOnDayTwo().on(3).decided(Outcome.WON, "").on(9).decided(Outcome.OPPORTUNITY, "");
        assertThat(customer.judgedOn(9).stage()).isEqualTo(Stage.OPPORTUNITY);
    }

    @Test
    void aCycleThatExpiresAtTheInstantOfADecisionHasExpired() {
        LeadStory buyer = qualifiedOnDayTwo().on(32).decided(Outcome.ACCEPTED, "");
        Judgement judged = buyer.judgedOn(32);
        assertThat(judged.transitions()).extracting(Transition::why).endsWith(Why.EXPIRED, Why.ACCEPTED);
        assertThat(judged.cycle()).isEqualTo(2);
    }

    @Test
    void theReArmCountsFromTheRejectionAndNotFromTheAcceptance() {
        LeadStory buyer =
                qualifiedOnDayTwo().on(3).decided(Outcome.ACCEPTED, "").on(20).decided(Outcome.REJECTED, "no budget");
        buyer.on(49).replies().visits("/pricing").on(50).visits("/pricing");
        assertThat(buyer.judgedOn(49).stage()).isEqualTo(Stage.NURTURE);
        Judgement back = buyer.judgedOn(50);
        assertThat(back.stage()).isEqualTo(Stage.MQL);
        assertThat(back.cycle()).isEqualTo(2);
    }

    @Test
    void aHandRaisedWhileSalesHadTheLeadWasBeforeThemWhenTheyRejected() {
        LeadStory buyer = qualifiedOnDayTwo().on(3).decided(Outcome.ACCEPTED, "");
        buyer.on(4).tracks("Demo Requested").on(6).decided(Outcome.REJECTED, "no need");
        buyer.on(7).visits("/blog").on(8).tracks("Demo Requested");
        assertThat(buyer.judgedOn(4).stage()).isEqualTo(Stage.ACCEPTED);
        assertThat(buyer.judgedOn(7).stage()).isEqualTo(Stage.NURTURE);
        Judgement again = buyer.judgedOn(8);
        assertThat(again.stage()).isEqualTo(Stage.MQL);
        assertThat(again.raisedHand()).isTrue();
    }

    @Test
    void anAcceptedCycleDoesNotExpire() {
        LeadStory buyer = qualifiedOnDayTwo().on(3).decided(Outcome.ACCEPTED, "");
        assertThat(buyer.judgedOn(300).stage()).isEqualTo(Stage.ACCEPTED);
    }

    @Test
    void whoIsACustomerInTheExportIsOneFromTheStart() {
        LeadStory customer = Workshop.vpOfSales().shownAs(Outcome.WON).on(1).tracks("Demo Requested");
        Judgement judged = customer.judgedOn(1);
        assertThat(judged.stage()).isEqualTo(Stage.CUSTOMER);
        assertThat(judged.since()).isNull();
        assertThat(judged.cycle()).isEqualTo(1);
        assertThat(last(judged).why()).isEqualTo(Why.IMPORTED);
    }

    @Test
    void whoWasRejectedElsewhereWaitsForTheReArmUnlessAHandIsRaised() {
        LeadStory buyer = Workshop.vpOfSales().on(1).visits("/pricing").decided(Outcome.REJECTED, "wrong timing");
        buyer.on(2).visits("/pricing").replies().on(3).replies().on(31).visits("/blog");
        Judgement waiting = buyer.judgedOn(3);
        assertThat(waiting.stage()).isEqualTo(Stage.NURTURE);
        assertThat(waiting.cycle()).isEqualTo(1);
        assertThat(buyer.judgedOn(31).stage()).isEqualTo(Stage.MQL);
        LeadStory hand =
                Workshop.vpOfSales().on(1).decided(Outcome.REJECTED, "").on(2).tracks("Demo Requested");
        assertThat(hand.judgedOn(2).stage()).isEqualTo(Stage.MQL);
    }

    @Test
    void anExclusionOutweighsAnAcceptanceButNoOpportunity() {
        LeadStory student = Workshop.vpOfSales().knownFor("lead.persona", "student");
        student.on(1).visits("/blog").on(2).decided(Outcome.ACCEPTED, "").on(3).decided(Outcome.OPPORTUNITY, "");
        Judgement accepted = student.judgedOn(2);
        assertThat(accepted.stage()).isEqualTo(Stage.DISQUALIFIED);
        assertThat(accepted.transitions()).extracting(Transition::why).endsWith(Why.ACCEPTED, Why.EXCLUDED);
        assertThat(student.judgedOn(3).stage()).isEqualTo(Stage.OPPORTUNITY);
    }

    @Test
    void anExclusionWhileSalesHadTheLeadClosesItsCycle() {
        LeadStory buyer = qualifiedOnDayTwo().on(3).decided(Outcome.ACCEPTED, "");
        buyer.on(4).tracks("Demo Requested").on(5).tells("lead.persona", "student");
        buyer.on(6).tells("lead.persona", "buyer").on(7).tracks("Demo Requested");
        assertThat(buyer.judgedOn(5).stage()).isEqualTo(Stage.DISQUALIFIED);
        assertThat(buyer.judgedOn(6).stage()).isEqualTo(Stage.NURTURE);
        assertThat(buyer.judgedOn(7).cycle()).isEqualTo(2);
    }

    @Test
    void aPersonsDisqualificationEndsOnlyByALaterDecision() {
        LeadStory student = Workshop.vpOfSales().knownFor("lead.persona", "student");
        student.on(1).visits("/blog").on(2).decided(Outcome.DISQUALIFIED, "knows us, will never buy");
        student.on(3).tells("lead.persona", "buyer").tracks("Demo Requested");
        Judgement judged = student.judgedOn(3);
        assertThat(judged.stage()).isEqualTo(Stage.DISQUALIFIED);
        assertThat(judged.excluded()).isNull();
        assertThat(last(judged).why()).isEqualTo(Why.DISQUALIFIED);
        student.on(4).decided(Outcome.NURTURE, "new owner").on(5).tracks("Demo Requested");
        assertThat(student.judgedOn(4).stage()).isEqualTo(Stage.NURTURE);
        assertThat(student.judgedOn(5).stage()).isEqualTo(Stage.MQL);
    }

    @Test
    void aCustomerWhoseUsageGrowsIsAPqlAgainByAnEventSinceTheDeal() {
        Contract contract = new ContractBuilder("product")
                .signal(SignalBuilder.usage("Seats", "50").onTrack("Seat Added"))
                .mql(EntryBuilder.at(60))
                .pql(EntryBuilder.at(50))
                .build();
        LeadStory user = new LeadStory(contract).knownFor("lead.email", "user@nordwind.example");
        user.on(1).tracks("Seat Added").on(2).decided(Outcome.WON, "").on(3).tells("lead.phone", "+15550100");
        user.on(4).tracks("Seat Added");
        assertThat(user.judgedOn(3).stage()).isEqualTo(Stage.CUSTOMER);
        Judgement grown = user.judgedOn(4);
        assertThat(grown.stage()).isEqualTo(Stage.PQL);
        assertThat(grown.cycle()).isEqualTo(2);
    }

    private static LeadStory qualifiedOnDayTwo() {
        return Workshop.vpOfSales()
                .on(1)
                .visits("/pricing")
                .visits("/pricing")
                .on(2)
                .replies();
    }

    private static Transition last(Judgement judgement) {
        return judgement.transitions().get(judgement.transitions().size() - 1);
    }
}
