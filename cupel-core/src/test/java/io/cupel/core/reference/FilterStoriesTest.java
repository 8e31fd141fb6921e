package io.cupel.core.reference;

import static io.cupel.core.reference.LeadStory.day;
import static io.cupel.core.reference.SignalBuilder.engagement;
import static io.cupel.core.reference.SignalBuilder.intent;
import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.core.contract.Points;
import io.cupel.core.contract.Target;
import io.cupel.core.lifecycle.Judgement;
import io.cupel.core.lifecycle.Stage;
import org.junit.jupiter.api.Test;

/** Which events count, at and beside each bound. Each judgement is the engine's and the reference's. */
class FilterStoriesTest {
    private static final long HOUR = 3_600_000;

    @Test
    void exactlyAnHourLaterAVisitCountsAgain() {
        LeadStory visitor = lead(engagement("Visit", "1").every("1h"));
        visitor.visits("/")
                .laterBy(HOUR - 1)
                .visits("/")
                .laterBy(1)
                .visits("/")
                .laterBy(HOUR - 1_000)
                .visits("/");
        assertThat(points(visitor.judgedOn(2))).isEqualTo(Points.of(2));
    }

    @Test
    void spansAreComparedInWholeSeconds() {
        LeadStory visitor = lead(engagement("Visit", "1").every("1s"));
        visitor.laterBy(999).visits("/").laterBy(1).visits("/");
        assertThat(points(visitor.judgedOn(2))).isEqualTo(Points.of(2));
    }

    @Test
    void aPageCountsOnceAndItsFirstVisitIsTheOne() {
        LeadStory visitor = lead(engagement("Visit", "1").distinct("event.path"));
        visitor.visits("/a").laterBy(1).visits("/a").laterBy(1).visits("/b");
        Judgement judged = visitor.judgedOn(2);
        assertThat(points(judged)).isEqualTo(Points.of(2));
        assertThat(judged.reasons().get(0).last()).isEqualTo(day(1) + 2);
    }

    @Test
    void theSixtyFifthPageDoesNotCount() {
        LeadStory visitor = lead(engagement("Visit", "1").distinct("event.path"));
        for (int page = 1; page <= 65; page++) {
            visitor.laterBy(1).visits("/" + page);
        }
        assertThat(points(visitor.judgedAt(day(1) + 64))).isEqualTo(Points.of(64));
        assertThat(points(visitor.judgedOn(2))).isEqualTo(Points.of(64));
    }

    @Test
    void aVisitOfThirtyDaysAgoIsOutOfAWindowOfThirtyDays() {
        LeadStory visitor = lead(engagement("Visit", "1").window("30d")).visits("/");
        assertThat(points(visitor.judgedAt(day(31) - 1))).isEqualTo(Points.of(1));
        assertThat(points(visitor.judgedOn(31))).isEqualTo(Points.ZERO);
    }

    @Test
    void aFilteredSignalKeepsTheNewestHundredAndAPlainOneAll() {
        LeadStory kept = lead(engagement("Visit", "1").window("30d"));
        LeadStory all = lead(engagement("Visit", "1"));
        for (int visit = 1; visit <= 150; visit++) {
            kept.laterBy(1).visits("/");
            all.laterBy(1).visits("/");
        }
        assertThat(points(kept.judgedOn(2))).isEqualTo(Points.of(100));
        assertThat(points(all.judgedOn(2))).isEqualTo(Points.of(150));
    }

    @Test
    void twoVisitsAreNothingWhereThreeAreAskedFor() {
        LeadStory visitor = lead(engagement("Visit", "1").atLeast(3));
        visitor.on(1).visits("/").on(2).visits("/").on(3).visits("/");
        assertThat(points(visitor.judgedOn(2))).isEqualTo(Points.ZERO);
        assertThat(visitor.judgedOn(2).reasons()).isEmpty();
        assertThat(points(visitor.judgedOn(3))).isEqualTo(Points.of(3));
    }

    @Test
    void onlyTheNewestFewCountWhereThereIsAnAtMost() {
        LeadStory visitor = lead(engagement("Visit", "8").atMost(2).linear("4d"));
        visitor.on(1).visits("/").on(2).visits("/").on(3).visits("/");
        assertThat(points(visitor.judgedOn(4))).isEqualTo(Points.of(4 + 6));
    }

    @Test
    void pointsThatFadeLinearlyAreGoneAtTheEnd() {
        LeadStory visitor = lead(engagement("Visit", "1").linear("3d")).visits("/");
        assertThat(points(visitor.judgedOn(2))).isEqualTo(Points.parse("0.666666"));
        assertThat(visitor.judgedAt(day(4) - 1).reasons()).hasSize(1);
        assertThat(visitor.judgedOn(4).reasons()).isEmpty();
    }

    @Test
    void theMostPointsFadeOverTheLongestSpan() {
        LeadStory visitor = lead(engagement("Visit", "4000").linear("36600d")).visits("/");
        assertThat(points(visitor.judgedOn(18_301))).isEqualTo(Points.of(2_000));
    }

    @Test
    void theCapHoldsAtEachVisitAndFadesFromThere() {
        LeadStory visitor = lead(engagement("Visit", "10").halfLife("1d").cap("15"));
        visitor.on(1).visits("/").laterBy(1).visits("/").on(2).visits("/");
        assertThat(points(visitor.judgedAt(day(1) + 1))).isEqualTo(Points.of(15));
        assertThat(points(visitor.judgedOn(2))).isEqualTo(Points.of(15));
        assertThat(points(visitor.judgedOn(3))).isEqualTo(Points.parse("7.5"));
    }

    @Test
    void aThirdVisitWithinAnHourRaisesAHandAndAFourthDoesNot() {
        LeadStory visitor = new LeadStory(new ContractBuilder("hands")
                        .signal(intent("Pricing thrice", "0")
                                .window("1h")
                                .atLeast(3)
                                .qualifies(Target.MQL))
                        .mql(EntryBuilder.at(60).expires("1d").reArm("90d"))
                        .build())
                .knownFor("lead.email", "vp@nordwind.example");
        visitor.visits("/")
                .laterBy(1_000)
                .visits("/")
                .laterBy(1_000)
                .visits("/")
                .laterBy(1_000)
                .visits("/");
        visitor.on(3).visits("/");
        visitor.on(4).visits("/").laterBy(1_000).visits("/").laterBy(1_000).visits("/");
        assertThat(visitor.judgedAt(day(1) + 1_000).stage()).isEqualTo(Stage.LEAD);
        assertThat(visitor.judgedAt(day(1) + 2_000).stage()).isEqualTo(Stage.MQL);
        assertThat(visitor.judgedAt(day(1) + 2_000).since()).isEqualTo(day(1) + 2_000);
        assertThat(visitor.judgedOn(3).stage()).isEqualTo(Stage.NURTURE);
        assertThat(visitor.judgedOn(5).cycle()).isEqualTo(2);
    }

    @Test
    void visitsThatCountAllAtOnceAreSeenThoughTheScoreHadFaded() {
        LeadStory visitor = new LeadStory(new ContractBuilder("at once")
                        .signal(engagement("Webinar", "100").onTrack("Webinar").halfLife("1d"))
                        .signal(intent("Third visit", "20").onPath("/").atLeast(3))
                        .mql(EntryBuilder.at(60).requiresAll(0, 2))
                        .build())
                .knownFor("lead.email", "vp@nordwind.example");
        visitor.on(1)
                .tracks("Webinar")
                .on(2)
                .visits("/")
                .on(3)
                .visits("/")
                .on(4)
                .visits("/");
        assertThat(visitor.judgedOn(3).stage()).isEqualTo(Stage.LEAD);
        assertThat(points(visitor.judgedOn(4))).isEqualTo(Points.parse("72.5"));
        assertThat(visitor.judgedOn(4).stage()).isEqualTo(Stage.MQL);
    }

    @Test
    void aDayOfAPenaltyIsNoDayOfInterest() {
        LeadStory visitor = new LeadStory(new ContractBuilder("two days")
                        .signal(engagement("Visit", "30").onPath("/"))
                        .signal(engagement("Careers page", "-1").onTrack("Careers"))
                        .mql(EntryBuilder.at(20).requiresAll(2, 1))
                        .build())
                .knownFor("lead.email", "vp@nordwind.example");
        visitor.on(1).visits("/").on(2).tracks("Careers").on(3).visits("/");
        assertThat(visitor.judgedOn(2).stage()).isEqualTo(Stage.LEAD);
        assertThat(visitor.judgedOn(3).stage()).isEqualTo(Stage.MQL);
    }

    private static LeadStory lead(SignalBuilder signal) {
        return new LeadStory(new ContractBuilder("one signal")
                        .signal(signal)
                        .mql(EntryBuilder.at(4_000))
                        .build())
                .knownFor("lead.email", "vp@nordwind.example");
    }

    private static Points points(Judgement judgement) {
        return judgement.score().score();
    }
}
