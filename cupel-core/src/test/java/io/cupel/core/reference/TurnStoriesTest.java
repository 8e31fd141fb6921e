package io.cupel.core.reference;

import static io.cupel.core.reference.SignalBuilder.engagement;
import static io.cupel.core.reference.SignalBuilder.intent;
import static io.cupel.core.reference.SignalBuilder.usage;
import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.core.contract.Contract;
import io.cupel.core.contract.Target;
import io.cupel.core.evidence.Decision;
import io.cupel.core.evidence.Event;
import io.cupel.core.evidence.EventType;
import io.cupel.core.evidence.Keys;
import io.cupel.core.evidence.Origin;
import io.cupel.core.evidence.Review;
import io.cupel.core.evidence.Review.Verdict;
import io.cupel.core.evidence.Sighting;
import io.cupel.core.lifecycle.Cause;
import io.cupel.core.lifecycle.Judge;
import io.cupel.core.lifecycle.Judgement;
import io.cupel.core.lifecycle.LogReplay;
import io.cupel.core.lifecycle.Obstacle;
import io.cupel.core.lifecycle.Stage;
import io.cupel.core.lifecycle.Transition;
import io.cupel.core.lifecycle.Transition.Why;
import io.cupel.core.lifecycle.Waiting;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One lead while versions of the contract come and go. Its log begins on day 1; each day has its instant. */
class TurnStoriesTest {
    private static final Keys ANN = new Keys("ann", List.of("ann@a.example"), null, null, null, List.of());
    private static final long DAY = 86_400_000L;

    private LogReplay replay;
    private long position;
    private long now;

    private static ContractBuilder contract(String name) {
        return new ContractBuilder(name)
                .signal(engagement("Visit", "10").onPath("/blog"))
                .signal(intent("Demo", "5").onTrack("Demo").qualifies(Target.MQL))
                .signal(usage("Use", "10").onTrack("Use"))
                .exclude("Student", Conditions.text("lead.persona", "student"));
    }

    private static Judge asking(int points) {
        return Judge.of(contract("asks-" + points)
                .mql(EntryBuilder.at(points).expires("30d").reArm("30d"))
                .build());
    }

    private static Judge excludingNobody() {
        Contract open = new ContractBuilder("open")
                .signal(engagement("Visit", "10").onPath("/blog"))
                .signal(intent("Demo", "5").onTrack("Demo").qualifies(Target.MQL))
                .mql(EntryBuilder.at(30).expires("30d").reArm("30d"))
                .build();
        return Judge.of(open);
    }

    @BeforeEach
    void begin() {
        begin(asking(100));
    }

    private void begin(Judge judge) {
        replay = new LogReplay(judge);
        position = 0;
        on(1);
        does(EventType.IDENTIFY, "", Map.of("lead.email", "ann@a.example"));
    }

    private void on(int day) {
        now = DAY * 20_000 + DAY * day;
    }

    private void does(EventType type, String name, Map<String, Object> values) {
        Map<String, Object> facts = type == EventType.PAGE ? Map.of("path", name) : Map.of();
        Event event = new Event("e" + position, now, type, type == EventType.PAGE ? "" : name, facts);
        replay.take(++position, now, Sighting.call(ANN, event, values, null));
    }

    private void reads(int pages) {
        for (int i = 0; i < pages; i++) {
            does(EventType.PAGE, "/blog", Map.of());
        }
    }

    private void asksForADemo() {
        does(EventType.TRACK, "Demo", Map.of());
    }

    private void isA(String persona) {
        does(EventType.IDENTIFY, "", Map.of("lead.persona", persona));
    }

    private void said(Verdict verdict) {
        replay.take(++position, now, Sighting.act(ANN, new Review("r" + position, now, verdict, "Bea")));
    }

    private void decided(Decision.Outcome outcome) {
        Decision decision = new Decision("d" + position, now, outcome, "", "", null, false, "");
        replay.take(++position, now, Sighting.act(ANN, decision));
    }

    private void turnsTo(Judge judge) {
        replay.turn(now, judge);
    }

    private Judgement judged() {
        return replay.judgements(now).get(0);
    }

    private Transition last() {
        List<Transition> all = judged().transitions();
        return all.get(all.size() - 1);
    }

    private void waitsForMql() {
        on(2);
        reads(4);
        on(3);
        turnsTo(asking(30));
    }

    @Test
    void whatANewThresholdWouldOpenWaitsWithWhatWasKnownThen() {
        waitsForMql();
        Waiting waiting = judged().waiting();
        assertThat(judged().stage()).isEqualTo(Stage.LEAD);
        assertThat(judged().cycle()).isZero();
        assertThat(waiting).isNotNull();
        assertThat(waiting.cause()).isEqualTo(Cause.ACTIVATION);
        assertThat(waiting.target()).isEqualTo(Target.MQL);
        assertThat(waiting.since()).isEqualTo(now);
        assertThat(waiting.contract()).isEqualTo("asks-30@3f0c9a1b22de");
        assertThat(waiting.score().shown()).isEqualTo(40);
        assertThat(judged().obstacles()).containsExactly(Obstacle.REVIEW);
    }

    @Test
    void whileALeadWaitsItsVisitsOpenNothing() {
        waitsForMql();
        on(4);
        reads(3);
        assertThat(judged().stage()).isEqualTo(Stage.LEAD);
        assertThat(judged().waiting()).isNotNull();
    }

    @Test
    void aReleaseOpensTheCycleWhenItIsReceivedAndNamesWhoSaidSo() {
        waitsForMql();
        on(9);
        said(Verdict.RELEASE);
        assertThat(judged().stage()).isEqualTo(Stage.MQL);
        assertThat(judged().since()).isEqualTo(now);
        assertThat(judged().waiting()).isNull();
        assertThat(last().why()).isEqualTo(Why.ACTIVATION_RELEASED);
        assertThat(last().detail()).isEqualTo("Bea");
        assertThat(last().cycle()).isEqualTo(1);
    }

    @Test
    void afterADismissalTheNextVisitIsJudgedAsEver() {
        waitsForMql();
        on(4);
        said(Verdict.DISMISS);
        assertThat(judged().stage()).isEqualTo(Stage.LEAD);
        assertThat(judged().waiting()).isNull();
        on(5);
        reads(1);
        assertThat(last().why()).isEqualTo(Why.SCORE_REACHED);
    }

    @Test
    void aReleaseOfWhatNeverWaitedMeansNothing() {
        on(2);
        said(Verdict.RELEASE);
        assertThat(judged().stage()).isEqualTo(Stage.LEAD);
        assertThat(judged().transitions()).hasSize(1);
    }

    @Test
    void aHandRaisedWhileTheLeadWaitsOpensTheCycleAsEver() {
        waitsForMql();
        on(4);
        asksForADemo();
        assertThat(last().why()).isEqualTo(Why.HAND_RAISED);
        assertThat(judged().waiting()).isNull();
        on(5);
        said(Verdict.RELEASE);
        assertThat(judged().cycle()).isEqualTo(1);
    }

    @Test
    void aDecisionEndsTheWaiting() {
        waitsForMql();
        on(4);
        decided(Decision.Outcome.NURTURE);
        assertThat(judged().stage()).isEqualTo(Stage.NURTURE);
        assertThat(judged().waiting()).isNull();
    }

    @Test
    void anExclusionOfTheNewVersionDisqualifiesAtTheTurn() {
        begin(excludingNobody());
        isA("student");
        on(2);
        reads(4);
        assertThat(judged().stage()).isEqualTo(Stage.MQL);
        on(3);
        turnsTo(asking(30));
        assertThat(judged().stage()).isEqualTo(Stage.DISQUALIFIED);
        assertThat(last().at()).isEqualTo(now);
        assertThat(last().detail()).isEqualTo("Student");
        assertThat(last().evidence()).isEmpty();
    }

    @Test
    void whomTheNewVersionNoLongerExcludesWaitsAndMayQualifyWhenReleased() {
        on(2);
        reads(4);
        isA("student");
        assertThat(judged().stage()).isEqualTo(Stage.DISQUALIFIED);
        on(3);
        turnsTo(excludingNobody());
        on(4);
        reads(1);
        assertThat(judged().stage()).isEqualTo(Stage.DISQUALIFIED);
        assertThat(judged().waiting()).isNotNull();
        assertThat(judged().waiting().target()).isNull();
        on(5);
        said(Verdict.RELEASE);
        assertThat(judged().transitions())
                .extracting(Transition::to)
                .endsWith(Stage.DISQUALIFIED, Stage.LEAD, Stage.MQL);
        assertThat(judged().transitions())
                .extracting(Transition::why)
                .endsWith(Why.EXCLUDED, Why.ACTIVATION_RELEASED, Why.SCORE_REACHED);
    }

    @Test
    void anOpenCycleIsKeptWhenTheThresholdRises() {
        begin(asking(30));
        on(2);
        reads(4);
        on(3);
        turnsTo(asking(100));
        assertThat(judged().stage()).isEqualTo(Stage.MQL);
        assertThat(judged().cycle()).isEqualTo(1);
    }

    @Test
    void aCycleThatIsOverdueByTheNewVersionIsOverAtTheTurn() {
        on(2);
        asksForADemo();
        on(20);
        turnsTo(Judge.of(contract("hasty")
                .mql(EntryBuilder.at(100).expires("7d").reArm("30d"))
                .build()));
        assertThat(judged().stage()).isEqualTo(Stage.NURTURE);
        assertThat(judged().since()).isEqualTo(now);
        assertThat(last().why()).isEqualTo(Why.EXPIRED);
    }

    @Test
    void aHandStaysUpWhereTheNewVersionKnowsItsSignalByName() {
        begin(Judge.of(contract("holding")
                .pass(10)
                .criterion("Big", 10, Conditions.atLeast("company.size", 10))
                .mql(EntryBuilder.at(100).unknownFitHolds())
                .build()));
        on(2);
        asksForADemo();
        assertThat(judged().stage()).isEqualTo(Stage.LEAD);
        on(3);
        turnsTo(asking(100));
        assertThat(judged().waiting()).isNotNull();
        assertThat(judged().waiting().byHand()).isTrue();
        said(Verdict.RELEASE);
        assertThat(judged().raisedHand()).isTrue();
    }

    @Test
    void whatAnImportWouldOpenWaitsToo() {
        on(2);
        Event demo = new Event("imported", now, EventType.TRACK, "Demo", Map.of());
        replay.take(++position, now, Sighting.call(ANN.by(Origin.IMPORT), demo, Map.of(), null));
        assertThat(judged().stage()).isEqualTo(Stage.LEAD);
        assertThat(judged().waiting()).isNotNull();
        assertThat(judged().waiting().cause()).isEqualTo(Cause.IMPORT);
        on(3);
        reads(1);
        assertThat(judged().stage()).isEqualTo(Stage.LEAD);
        said(Verdict.RELEASE);
        assertThat(last().why()).isEqualTo(Why.IMPORT_RELEASED);
        assertThat(judged().raisedHand()).isTrue();
    }

    @Test
    void aFurtherTurnAsksAnewWhatWaits() {
        waitsForMql();
        on(4);
        turnsTo(asking(50));
        assertThat(judged().waiting()).isNull();
        on(5);
        turnsTo(asking(40));
        assertThat(judged().waiting()).isNotNull();
        assertThat(judged().waiting().since()).isEqualTo(now);
    }
}
