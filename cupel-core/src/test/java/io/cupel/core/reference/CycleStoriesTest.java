package io.cupel.core.reference;

import static io.cupel.core.reference.LeadStory.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.core.contract.Contract;
import io.cupel.core.contract.Target;
import io.cupel.core.lifecycle.Judgement;
import io.cupel.core.lifecycle.Stage;
import io.cupel.core.lifecycle.Transition;
import io.cupel.core.lifecycle.Transition.Why;
import org.junit.jupiter.api.Test;

/** What happens after a lead was handed over. Each judgement is the engine's and the reference's. */
class CycleStoriesTest {
    @Test
    void aLeadThatNobodyDecidesExpiresToTheMillisecond() {
        LeadStory buyer = qualifiedOnDayTwo();
        assertThat(buyer.judgedAt(day(32) - 1).stage()).isEqualTo(Stage.MQL);
        Judgement expired = buyer.judgedOn(32);
        assertThat(expired.stage()).isEqualTo(Stage.NURTURE);
        assertThat(expired.since()).isEqualTo(day(32));
        assertThat(expired.cycle()).isEqualTo(1);
        assertThat(last(expired).why()).isEqualTo(Why.EXPIRED);
        assertThat(last(expired).evidence()).isEmpty();
    }

    @Test
    void anExpiredLeadComesBackByItsScoreOnlyAfterTheReArmAndOnlyByAnEvent() {
        LeadStory buyer = qualifiedOnDayTwo().on(61).visits("/pricing").on(63).visits("/blog/again");
        assertThat(buyer.judgedOn(61).stage()).isEqualTo(Stage.NURTURE);
        assertThat(buyer.judgedAt(day(63) - 1).stage()).isEqualTo(Stage.NURTURE);
        Judgement back = buyer.judgedOn(63);
        assertThat(back.stage()).isEqualTo(Stage.MQL);
        assertThat(back.since()).isEqualTo(day(63));
        assertThat(back.cycle()).isEqualTo(2);
        assertThat(back.raisedHand()).isFalse();
    }

    @Test
    void whoseEventsAllCameBeforeTheCloseDoesNotComeBackByBeingNamedAgain() {
        LeadStory buyer = qualifiedOnDayTwo().on(70).tells("lead.phone", "+15550100");
        assertThat(buyer.judgedOn(70).stage()).isEqualTo(Stage.NURTURE);
    }

    @Test
    void aSecondRaisedHandNeedsNoReArm() {
        LeadStory buyer = qualifiedOnDayTwo().on(33).tracks("Demo Requested");
        Judgement back = buyer.judgedOn(33);
        assertThat(back.stage()).isEqualTo(Stage.MQL);
        assertThat(back.cycle()).isEqualTo(2);
        assertThat(back.raisedHand()).isTrue();
        assertThat(last(back).why()).isEqualTo(Why.HAND_RAISED);
    }

    @Test
    void aHandRaisedAtTheVeryInstantOfTheExpiryOpensTheNextCycle() {
        Judgement back = qualifiedOnDayTwo().on(32).tracks("Demo Requested").judgedOn(32);
        assertThat(back.transitions()).extracting(Transition::why).endsWith(Why.EXPIRED, Why.HAND_RAISED);
        assertThat(back.cycle()).isEqualTo(2);
    }

    @Test
    void aHandRaisedInAnOpenCycleMovesItToTheFrontOfTheLine() {
        LeadStory buyer = qualifiedOnDayTwo().on(4).tracks("Demo Requested");
        assertThat(buyer.judgedOn(3).raisedHand()).isFalse();
        Judgement judged = buyer.judgedOn(4);
        assertThat(judged.raisedHand()).isTrue();
        assertThat(judged.cycle()).isEqualTo(1);
        assertThat(judged.since()).isEqualTo(day(2));
    }

    @Test
    void anExclusionThatAppearsEndsTheCycleAndOneThatGoesLetsTheLeadBack() {
        LeadStory buyer = qualifiedOnDayTwo().on(6).tells("lead.persona", "student");
        buyer.on(9).tells("lead.persona", "buyer").on(40).visits("/pricing");
        Judgement excluded = buyer.judgedOn(6);
        assertThat(excluded.stage()).isEqualTo(Stage.DISQUALIFIED);
        assertThat(excluded.excluded()).isEqualTo("Student");
        assertThat(last(excluded).detail()).isEqualTo("Student");
        Judgement back = buyer.judgedOn(9);
        assertThat(back.stage()).isEqualTo(Stage.NURTURE);
        assertThat(back.excluded()).isNull();
        assertThat(buyer.judgedOn(40).cycle()).isEqualTo(2);
    }

    @Test
    void theReArmCountsFromALaterDisqualification() {
        LeadStory buyer = qualifiedOnDayTwo().on(40).tells("lead.persona", "student");
        buyer.on(50)
                .tells("lead.persona", "buyer")
                .on(63)
                .visits("/pricing")
                .on(70)
                .visits("/pricing");
        assertThat(buyer.judgedOn(39).stage()).isEqualTo(Stage.NURTURE);
        assertThat(buyer.judgedOn(40).stage()).isEqualTo(Stage.DISQUALIFIED);
        assertThat(buyer.judgedOn(63).stage()).isEqualTo(Stage.NURTURE);
        assertThat(buyer.judgedOn(70).stage()).isEqualTo(Stage.MQL);
    }

    @Test
    void whoIsNoLongerExcludedMayQualifyInThatSameInstant() {
        LeadStory buyer = Workshop.vpOfSales().knownFor("lead.persona", "student");
        buyer.on(1).visits("/pricing").on(2).visits("/pricing").on(3).visits("/pricing");
        buyer.on(4).tells("lead.persona", "buyer");
        assertThat(buyer.judgedOn(3).since()).isNull();
        Judgement judged = buyer.judgedOn(4);
        assertThat(judged.transitions())
                .extracting(Transition::to)
                .containsExactly(Stage.LEAD, Stage.DISQUALIFIED, Stage.LEAD, Stage.MQL);
        assertThat(judged.since()).isEqualTo(day(4));
    }

    @Test
    void marketingComesFirstWhereTheProductSpeaksForTheLeadAsWell() {
        Contract contract = new ContractBuilder("both")
                .signal(SignalBuilder.intent("Upgrade asked", "60").onTrack("Upgrade Asked"))
                .signal(SignalBuilder.usage("Upgrade clicked", "50").onTrack("Upgrade Asked"))
                .mql(EntryBuilder.at(60).expires("30d"))
                .pql(EntryBuilder.at(50))
                .build();
        LeadStory user = new LeadStory(contract).knownFor("lead.email", "user@nordwind.example");
        Judgement judged = user.tracks("Upgrade Asked").judgedOn(1);
        assertThat(judged.stage()).isEqualTo(Stage.MQL);
        assertThat(judged.alsoHolds()).isTrue();
        assertThat(judged.cycle()).isEqualTo(1);
    }

    @Test
    void aProductHandIsUpUntilAnyCycleOpens() {
        Contract contract = new ContractBuilder("both")
                .pass(1)
                .required("Persona known", 1, Conditions.text("lead.persona", "buyer"))
                .signal(SignalBuilder.intent("Demo", "1").onTrack("Demo").qualifies(Target.MQL))
                .signal(SignalBuilder.usage("Seats full", "0")
                        .onTrack("Seats Full")
                        .qualifies(Target.PQL))
                .mql(EntryBuilder.at(60).unknownFitHolds())
                .pql(EntryBuilder.at(50))
                .build();
        LeadStory user = new LeadStory(contract).knownFor("lead.email", "user@nordwind.example");
        user.on(1).tracks("Demo").on(2).tracks("Seats Full").on(3).tells("lead.persona", "buyer");
        Judgement held = user.judgedOn(1);
        assertThat(held.stage()).isEqualTo(Stage.LEAD);
        assertThat(held.held()).containsExactly("lead.persona");
        Judgement judged = user.judgedOn(3);
        assertThat(judged.stage()).isEqualTo(Stage.PQL);
        assertThat(judged.since()).isEqualTo(day(2));
        assertThat(judged.alsoHolds()).isFalse();
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
