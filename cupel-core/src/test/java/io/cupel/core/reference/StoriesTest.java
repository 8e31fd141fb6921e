package io.cupel.core.reference;

import static io.cupel.core.reference.LeadStory.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.core.contract.Points;
import io.cupel.core.engine.Fit.Verdict;
import io.cupel.core.engine.Reason;
import io.cupel.core.lifecycle.Judgement;
import io.cupel.core.lifecycle.Stage;
import io.cupel.core.lifecycle.Transition;
import io.cupel.core.lifecycle.Transition.Why;
import org.junit.jupiter.api.Test;

/** What a salesperson can expect of the workshop's contract. Each judgement is the engine's and the reference's. */
class StoriesTest {
    @Test
    void aBuyerWhoComesBackAndRepliesIsQualifiedAtTheReply() {
        LeadStory buyer = Workshop.vpOfSales()
                .on(1)
                .tracks("Playbook Downloaded")
                .on(3)
                .visits("/pricing")
                .visits("/case-studies/nordwind")
                .on(5)
                .replies();
        assertThat(buyer.judgedOn(1).score().score()).isEqualTo(Points.of(15));
        assertThat(buyer.judgedOn(3).score().score()).isEqualTo(Points.of(45));
        assertThat(buyer.judgedAt(day(5) - 1).stage()).isEqualTo(Stage.LEAD);
        Judgement qualified = buyer.judgedOn(5);
        assertThat(qualified.score().score()).isEqualTo(Points.of(70));
        assertThat(qualified.stage()).isEqualTo(Stage.MQL);
        assertThat(qualified.since()).isEqualTo(day(5));
        assertThat(qualified.cycle()).isEqualTo(1);
        assertThat(qualified.fit().verdict()).isEqualTo(Verdict.PASS);
        assertThat(qualified.fit().grade()).isEqualTo("A");
        assertThat(qualified.reasons())
                .extracting(Reason::signal)
                .containsExactly("Reply to a sequence", "Pricing page", "Playbook", "Case study view");
        assertThat(last(qualified).why()).isEqualTo(Why.SCORE_REACHED);
        assertThat(last(qualified).evidence()).containsExactly("event-004");
    }

    @Test
    void whoTakesBooksOnOneDayAndNeverComesBackIsNoMql() {
        LeadStory reader = Workshop.vpOfSales();
        reader.tracks("Playbook Downloaded").laterBy(60_000).tracks("Playbook Downloaded");
        reader.laterBy(60_000).tracks("Playbook Downloaded").laterBy(60_000).tracks("Playbook Downloaded");
        Judgement aYearLater = reader.judgedOn(366);
        assertThat(aYearLater.score().score()).isEqualTo(Points.of(60));
        assertThat(aYearLater.stage()).isEqualTo(Stage.LEAD);
    }

    @Test
    void aCompetitorWithFiveHundredPointsIsNoMql() {
        LeadStory rival = Workshop.vpOfSales()
                .knownFor("lead.email", "vp@rival.example")
                .knownFor("company.domain", "rival.example");
        for (int visit = 1; visit <= 25; visit++) {
            rival.on(visit).visits("/pricing");
        }
        Judgement judged = rival.judgedOn(25);
        assertThat(judged.score().score()).isEqualTo(Points.of(500));
        assertThat(judged.stage()).isEqualTo(Stage.DISQUALIFIED);
        assertThat(judged.excluded()).isEqualTo("Competitor");
        assertThat(judged.held()).isNull();
    }

    @Test
    void tenBlogPostsDoNotMakeATwoPersonAgencyFit() {
        LeadStory agency = Workshop.vpOfSales()
                .knownFor("company.employees", 2L)
                .knownFor("company.industry", "advertising")
                .knownFor("company.revenue", 90_000L);
        for (int post = 1; post <= 10; post++) {
            agency.on(post).visits("/blog/" + post);
        }
        Judgement judged = agency.judgedOn(10);
        assertThat(judged.score().score()).isEqualTo(Points.of(100));
        assertThat(judged.fit().verdict()).isEqualTo(Verdict.FAIL);
        assertThat(judged.fit().grade()).isNull();
        assertThat(judged.stage()).isEqualTo(Stage.LEAD);
        assertThat(judged.held()).isNull();
    }

    @Test
    void whoAsksForADemoIsQualifiedAtOnceAndFirstInLine() {
        Judgement judged = Workshop.vpOfSales().on(2).tracks("Demo Requested").judgedOn(2);
        assertThat(judged.stage()).isEqualTo(Stage.MQL);
        assertThat(judged.score().score()).isEqualTo(Points.of(40));
        assertThat(judged.raisedHand()).isTrue();
        assertThat(last(judged).why()).isEqualTo(Why.HAND_RAISED);
        assertThat(last(judged).detail()).isEqualTo("Demo request");
    }

    @Test
    void whoAsksForADemoBeforeSayingWhoTheyAreIsQualifiedWhenTheySayIt() {
        LeadStory visitor = Workshop.stranger().on(1).tracks("Demo Requested");
        visitor.on(2).tells("lead.email", "vp@nordwind.example");
        assertThat(visitor.judgedOn(1).stage()).isEqualTo(Stage.VISITOR);
        Judgement judged = visitor.judgedOn(2);
        assertThat(judged.stage()).isEqualTo(Stage.MQL);
        assertThat(judged.since()).isEqualTo(day(2));
        assertThat(judged.transitions()).extracting(Transition::to).containsExactly(Stage.LEAD, Stage.MQL);
    }

    @Test
    void theHeadOfASmallCompanyBuysAndThatOfALargerOneDoesNot() {
        LeadStory small = Workshop.vpOfSales().knownFor("lead.title", "CEO").knownFor("company.employees", 150L);
        LeadStory larger = Workshop.vpOfSales().knownFor("lead.title", "CEO").knownFor("company.employees", 300L);
        assertThat(small.tracks("Demo Requested").judgedOn(1).stage()).isEqualTo(Stage.MQL);
        Judgement judged = larger.tracks("Demo Requested").judgedOn(1);
        assertThat(judged.stage()).isEqualTo(Stage.LEAD);
        assertThat(judged.fit().verdict()).isEqualTo(Verdict.FAIL);
    }

    @Test
    void whoDoesEnoughAtACompanyOfUnknownSizeIsHeldUntilItsSizeIsTold() {
        LeadStory buyer = Workshop.stranger()
                .knownFor("lead.email", "vp@nordwind.example")
                .knownFor("lead.title", "VP of Sales")
                .knownFor("company.revenue", 12_000_000L)
                .knownFor("company.industry", "SaaS");
        buyer.on(1).visits("/pricing").on(2).visits("/pricing").on(3).visits("/pricing");
        buyer.on(7).tells("company.employees", 120L);
        Judgement held = buyer.judgedOn(6);
        assertThat(held.stage()).isEqualTo(Stage.LEAD);
        assertThat(held.fit().verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(held.held()).contains("company.employees");
        Judgement judged = buyer.judgedOn(7);
        assertThat(judged.held()).isNull();
        assertThat(judged.stage()).isEqualTo(Stage.MQL);
        assertThat(judged.since()).isEqualTo(day(7));
    }

    @Test
    void whatIsMissingButCannotChangeTheVerdictIsNotAskedFor() {
        LeadStory buyer = Workshop.vpOfSales().knownFor("lead.title", "Intern");
        assertThat(buyer.visits("/pricing").judgedOn(1).fit().unknown()).isEmpty();
        LeadStory sizeless = Workshop.stranger()
                .knownFor("lead.email", "vp@nordwind.example")
                .knownFor("lead.title", "VP of Sales")
                .knownFor("company.revenue", 12_000_000L)
                .knownFor("company.industry", "SaaS")
                .knownFor("company.region", "LATAM");
        assertThat(sizeless.judgedOn(1).fit().unknown()).containsExactly("company.employees");
    }

    @Test
    void anEventOfTwoHundredDaysAgoThatComesLastStandsInItsPlace() {
        LeadStory buyer = Workshop.vpOfSales();
        buyer.on(201).visits("/pricing").on(202).replies().on(1).tracks("Playbook Downloaded");
        Judgement judged = buyer.judgedOn(202);
        assertThat(judged).isEqualTo(buyer.judgedBackwardsOn(202));
        assertThat(judged.stage()).isEqualTo(Stage.MQL);
        assertThat(judged.since()).isEqualTo(day(202));
        assertThat(buyer.judgedOn(1).score().score()).isEqualTo(Points.of(15));
    }

    @Test
    void thirtyEventsOfOneSecondAreJudgedOnceForEachInstant() {
        LeadStory hasty = Workshop.vpOfSales();
        for (int i = 0; i < 30; i++) {
            hasty.visits("/blog/" + i);
        }
        hasty.laterBy(999).visits("/pricing");
        Judgement atOnce = hasty.judgedOn(1);
        assertThat(atOnce.score().score()).isEqualTo(Points.of(300));
        assertThat(atOnce.stage()).isEqualTo(Stage.LEAD);
        Judgement judged = hasty.judgedAt(day(1) + 999);
        assertThat(judged.stage()).isEqualTo(Stage.MQL);
        assertThat(last(judged).evidence()).containsExactly("event-031");
    }

    private static Transition last(Judgement judgement) {
        return judgement.transitions().get(judgement.transitions().size() - 1);
    }
}
