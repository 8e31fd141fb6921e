package io.cupel.core.reference;

import static io.cupel.core.reference.SignalBuilder.engagement;
import static io.cupel.core.reference.SignalBuilder.intent;
import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.core.contract.Target;
import io.cupel.core.evidence.Decision;
import io.cupel.core.evidence.Decision.Outcome;
import io.cupel.core.evidence.Event;
import io.cupel.core.evidence.EventType;
import io.cupel.core.evidence.Evidence.Suspect;
import io.cupel.core.evidence.Gathering;
import io.cupel.core.evidence.Keys;
import io.cupel.core.evidence.Sighting;
import io.cupel.core.evidence.Suspicion;
import io.cupel.core.evidence.Suspicion.Verdict;
import io.cupel.core.lifecycle.Judge;
import io.cupel.core.lifecycle.Judgement;
import io.cupel.core.lifecycle.LogReplay;
import io.cupel.core.lifecycle.Stage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One lead whose mail is opened and clicked by machines. Each day has its instant; each entry is received at it. */
class SuspicionStoriesTest {
    private static final Keys ANN = new Keys("ann", List.of("ann@a.example"), null, null, null, List.of());
    private static final long DAY = 86_400_000L;

    private final Judge judge = Judge.of(new ContractBuilder("mail")
            .signal(engagement("Click", "10").on(EventType.EMAIL_CLICKED, null))
            .signal(intent("Demo", "5").onTrack("Demo").qualifies(Target.MQL))
            .signal(intent("Link to book", "5").onTrack("Book").qualifies(Target.MQL))
            .signal(intent("Asks thrice", "1").onTrack("Ask").atLeast(3).qualifies(Target.MQL))
            .mql(EntryBuilder.at(30).expires("90d").reArm("30d"))
            .build());

    private final List<Sighting> entries = new ArrayList<>();
    private LogReplay replay;
    private long position;
    private long now;

    @BeforeEach
    void begin() {
        replay = new LogReplay(judge);
        on(1);
    }

    private void on(int day) {
        now = DAY * 20_000 + DAY * day;
    }

    private void take(Sighting sighting) {
        entries.add(sighting);
        replay.take(++position, now, sighting);
    }

    private void tells(Map<String, Object> values) {
        take(Sighting.call(ANN, new Event("t" + position, now, EventType.IDENTIFY, "", Map.of()), values, null));
    }

    /** From now on nothing but points or a hand is wanting. */
    private void isKnown() {
        tells(Map.of("lead.email", "ann@a.example"));
    }

    private void tracks(String id, String name) {
        take(Sighting.call(ANN, new Event(id, now, EventType.TRACK, name, Map.of()), Map.of(), null));
    }

    private void clicks(String... ids) {
        for (String id : ids) {
            Event click = new Event(id, now, EventType.EMAIL_CLICKED, "", Map.of());
            take(Sighting.call(ANN, click, Map.of(), null));
        }
    }

    private void said(Verdict verdict, String by, String... events) {
        take(Sighting.act(
                ANN, new Suspicion("s" + position, now, verdict, List.of(events), List.of("three links"), by)));
    }

    private void marked(String... events) {
        said(Verdict.MARK, "", events);
    }

    private void released(String... events) {
        said(Verdict.RELEASE, "Bea", events);
    }

    private void decided(Outcome outcome) {
        take(Sighting.act(ANN, new Decision("d" + position, now, outcome, "", "", null, false, "")));
    }

    private Judgement judged() {
        return replay.judgements(now).get(0);
    }

    private Set<String> suspects() {
        return replay.evidence().get(0).suspects().stream()
                .map(suspect -> suspect.event().id())
                .collect(Collectors.toSet());
    }

    @Test
    void whatIsMarkedCountsForNothingAndIsKept() {
        clicks("c1", "c2");
        marked("c1", "c2");
        clicks("c3");
        assertThat(judged().score().engagement().shown()).isEqualTo(10);
        assertThat(replay.evidence().get(0).suspects())
                .extracting(Suspect::reasons)
                .containsExactly(List.of("three links"), List.of("three links"));
    }

    @Test
    void aFileSaysTheSameWhateverComesFirst() {
        marked("c2");
        clicks("c1", "c2");
        marked("c1");
        clicks("c3");
        assertThat(judged().score().engagement().shown()).isEqualTo(10);
        List<Sighting> backwards = new ArrayList<>(entries);
        Collections.reverse(backwards);
        Judgement ofFile = judge.judge(Gathering.of(backwards).evidence(0), now);
        assertThat(ofFile.score()).isEqualTo(judged().score());
    }

    @Test
    void aHandThatOnlyAMarkedEventRaisedFalls() {
        tracks("demo", "Demo");
        marked("demo");
        isKnown();
        assertThat(judged().stage()).isEqualTo(Stage.LEAD);
    }

    @Test
    void behindAHandThatFallsAnEarlierOneHoldsAgain() {
        tracks("demo", "Demo");
        on(2);
        tracks("book", "Book");
        marked("book");
        isKnown();
        assertThat(judged().stage()).isEqualTo(Stage.MQL);
        assertThat(judged().transitions().get(1).detail()).isEqualTo("Demo");
    }

    @Test
    void aHandForWhichTooFewAreLeftFalls() {
        tracks("a1", "Ask");
        tracks("a2", "Ask");
        on(2);
        tracks("a3", "Ask");
        marked("a1");
        isKnown();
        assertThat(judged().stage()).isEqualTo(Stage.LEAD);
        tracks("a4", "Ask");
        assertThat(judged().stage()).isEqualTo(Stage.MQL);
    }

    @Test
    void aCycleThatAMarkedEventOpenedStaysAndIsFlagged() {
        isKnown();
        clicks("c1", "c2", "c3");
        assertThat(judged().stage()).isEqualTo(Stage.MQL);
        assertThat(judged().isOpenedBy(suspects())).isFalse();
        marked("c3");
        assertThat(judged().stage()).isEqualTo(Stage.MQL);
        assertThat(judged().score().score().shown()).isEqualTo(20);
        assertThat(judged().isOpenedBy(suspects())).isTrue();
        released("c3");
        assertThat(judged().isOpenedBy(suspects())).isFalse();
    }

    @Test
    void aMarkOpensNothingAndNeitherDoesASuspectEvent() {
        isKnown();
        clicks("c1", "c2", "c3");
        decided(Outcome.REJECTED);
        on(2);
        clicks("c4");
        on(40);
        marked("c6");
        clicks("c6");
        marked("c1");
        assertThat(judged().stage()).isEqualTo(Stage.NURTURE);
        clicks("c7");
        assertThat(judged().stage()).isEqualTo(Stage.MQL);
    }

    @Test
    void aReleaseBringsEventsBackAsLateNews() {
        isKnown();
        marked("c1", "c2", "c3");
        clicks("c1", "c2", "c3");
        assertThat(judged().stage()).isEqualTo(Stage.LEAD);
        on(5);
        released("c1", "c2", "c3");
        assertThat(judged().stage()).isEqualTo(Stage.MQL);
        assertThat(judged().since()).isEqualTo(now);
        assertThat(judged().transitions().get(1).evidence()).containsExactly("c1", "c2", "c3");
    }

    @Test
    void theDetectorMarksInVainWhatAPersonReleased() {
        clicks("c1");
        released("c1");
        on(2);
        marked("c1");
        assertThat(suspects()).isEmpty();
        said(Verdict.MARK, "Bea", "c1");
        assertThat(suspects()).containsExactly("c1");
    }
}
