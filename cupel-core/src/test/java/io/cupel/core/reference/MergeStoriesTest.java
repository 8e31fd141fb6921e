package io.cupel.core.reference;

import static io.cupel.core.reference.SignalBuilder.engagement;
import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.core.evidence.Decision;
import io.cupel.core.evidence.Event;
import io.cupel.core.evidence.EventType;
import io.cupel.core.evidence.Forgotten;
import io.cupel.core.evidence.Keys;
import io.cupel.core.evidence.Merging;
import io.cupel.core.evidence.Origin;
import io.cupel.core.evidence.Register;
import io.cupel.core.evidence.Review;
import io.cupel.core.evidence.Review.Verdict;
import io.cupel.core.evidence.Sighting;
import io.cupel.core.lifecycle.Cause;
import io.cupel.core.lifecycle.Judge;
import io.cupel.core.lifecycle.Judgement;
import io.cupel.core.lifecycle.LogReplay;
import io.cupel.core.lifecycle.Stage;
import io.cupel.core.lifecycle.Waiting;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ann and Ann at work, and Bob: who are one, and are not. A page counts 10; 30 qualify. */
class MergeStoriesTest {
    private static final Keys ANN = user("ann");
    private static final Keys WORK = user("work");
    private static final Keys BOB = user("bob");

    private LogReplay replay;
    private long position;
    private long now = 1_772_000_000_000L;

    private static Keys user(String id) {
        return new Keys(id, List.of(), null, null, null);
    }

    @BeforeEach
    void begin() {
        replay = new LogReplay(Judge.of(new ContractBuilder("merging")
                .signal(engagement("Visit", "10").onPath("/blog"))
                .mql(EntryBuilder.at(30).expires("30d").reArm("30d"))
                .build()));
    }

    /** By which both can be reached. */
    private void annIsKnownTwice() {
        tells(ANN, Map.of("lead.email", "ann@home.example"));
        tells(WORK, Map.of("lead.email", "ann@a.example"));
    }

    private void take(Sighting sighting) {
        now += 1_000;
        replay.take(++position, now, sighting);
    }

    private String id() {
        return "m" + position;
    }

    private void reads(Keys who, int pages) {
        for (int i = 0; i < pages; i++) {
            Event page = new Event(id(), now, EventType.PAGE, "", Map.of("path", "/blog"));
            take(Sighting.call(who, page, Map.of(), null));
        }
    }

    private void tells(Keys who, Map<String, Object> values) {
        take(Sighting.call(who, new Event(id(), now, EventType.IDENTIFY, "", Map.of()), values, null));
    }

    private String merged(Keys one, Keys other) {
        String id = id();
        take(Sighting.act(Keys.NONE, Merging.of(id, now, one, other, "Bea")));
        return id;
    }

    private void takenBack(String merge) {
        take(Sighting.act(Keys.NONE, Merging.undo(id(), now, merge, "Bea")));
    }

    private Judgement of(String lead) {
        return replay.judgements(now).stream()
                .filter(each -> each.lead().equals(lead))
                .findFirst()
                .orElseThrow();
    }

    private List<String> leads() {
        return replay.leads().stream().map(LogReplay.Lead::id).toList();
    }

    @Test
    void whatOnlyTogetherQualifiesWaitsInTheTray() {
        annIsKnownTwice();
        reads(ANN, 2);
        reads(WORK, 1);
        merged(ANN, WORK);
        assertThat(leads()).containsExactly("ann");
        assertThat(of("ann").score().score().shown()).isEqualTo(30);
        assertThat(of("ann").stage()).isEqualTo(Stage.LEAD);
        assertThat(of("ann").waiting()).extracting(Waiting::cause).isEqualTo(Cause.MERGE);
        take(Sighting.act(ANN, new Review(id(), now, Verdict.RELEASE, "Bea")));
        assertThat(of("ann").stage()).isEqualTo(Stage.MQL);
    }

    @Test
    void aMergeTakenBackAfterLaterEventsLeavesTwoLeadsWithWhatEachDid() {
        reads(ANN, 2);
        reads(WORK, 1);
        String merge = merged(ANN, WORK);
        reads(WORK, 1);
        assertThat(of("ann").score().score().shown()).isEqualTo(40);
        takenBack(merge);
        assertThat(leads()).containsExactly("ann", "work");
        assertThat(of("ann").score().score().shown()).isEqualTo(20);
        assertThat(of("work").score().score().shown()).isEqualTo(20);
        assertThat(of("work").waiting()).isNull();
    }

    @Test
    void theFurtherOfTheTwoStagesHoldsAndBothHistoriesStay() {
        annIsKnownTwice();
        reads(ANN, 3);
        reads(WORK, 3);
        take(Sighting.act(WORK, new Decision(id(), now, Decision.Outcome.ACCEPTED, "", "", null, false, "")));
        String merge = merged(ANN, WORK);
        assertThat(of("ann").stage()).isEqualTo(Stage.ACCEPTED);
        assertThat(of("ann").transitions())
                .extracting(each -> each.to())
                .containsExactly(Stage.LEAD, Stage.LEAD, Stage.MQL, Stage.MQL, Stage.ACCEPTED);
        takenBack(merge);
        assertThat(of("ann").stage()).isEqualTo(Stage.MQL);
        assertThat(of("work").stage()).isEqualTo(Stage.ACCEPTED);
    }

    @Test
    void theStrictestConsentHoldsWhicheverWasToldLast() {
        tells(ANN, Map.of("lead.opted_in", false));
        tells(WORK, Map.of("lead.opted_in", true));
        merged(ANN, WORK);
        LogReplay.Lead ann = replay.leads().get(0);
        assertThat(replay.evidence(ann).toldAt(now)).containsEntry("lead.opted_in", false);
        tells(WORK, Map.of("lead.unsubscribed", true));
        tells(ANN, Map.of("lead.unsubscribed", false, "lead.opted_in", true));
        assertThat(replay.evidence(ann).toldAt(now))
                .containsEntry("lead.opted_in", true)
                .containsEntry("lead.unsubscribed", true);
    }

    @Test
    void aMergeOnWhichALaterOneStandsIsTakenBackAfterThat() {
        reads(ANN, 1);
        reads(WORK, 1);
        reads(BOB, 1);
        String first = merged(ANN, WORK);
        String second = merged(WORK, BOB);
        assertThat(of("ann").score().score().shown()).isEqualTo(30);
        takenBack(first);
        assertThat(leads()).containsExactly("ann");
        takenBack(second);
        assertThat(leads()).containsExactly("ann", "bob");
        assertThat(of("ann").score().score().shown()).isEqualTo(20);
        takenBack(first);
        assertThat(leads()).containsExactly("ann", "bob", "work");
    }

    @Test
    void whomNobodyKnowsIsMergedWithNobody() {
        reads(ANN, 1);
        merged(ANN, WORK);
        merged(ANN, ANN);
        reads(WORK, 1);
        assertThat(leads()).containsExactly("ann", "work");
    }

    @Test
    void whoTurnsOutToBeAPartIsAPartOfAll() {
        reads(BOB, 1);
        reads(user("rob"), 1);
        reads(ANN, 1);
        reads(WORK, 1);
        merged(BOB, user("rob"));
        merged(ANN, BOB);
        Event alias = new Event(id(), now, EventType.IDENTIFY, "", Map.of());
        take(Sighting.call(new Keys("ann", List.of(), null, null, "work"), alias, Map.of(), null));
        assertThat(leads()).containsExactly("bob");
        assertThat(of("bob").score().score().shown()).isEqualTo(40);
    }

    @Test
    void aMergeFollowsTheKeyByWhichItWasMade() {
        reads(BOB, 1);
        Event claim = new Event(id(), now, EventType.PAGE, "", Map.of("path", "/blog"));
        Keys claimed = new Keys("x", List.of("ann@a.example"), null, null, null, List.of(), Origin.BROWSER);
        take(Sighting.call(claimed, claim, Map.of(), null));
        merged(BOB, user("x"));
        assertThat(leads()).hasSize(1);
        Event told = new Event(id(), now, EventType.PAGE, "", Map.of("path", "/blog"));
        take(Sighting.call(new Keys("x", List.of("cy@b.example"), null, null, null), told, Map.of(), null));
        assertThat(leads()).containsExactly("ann@a.example", "bob");
        assertThat(of("bob").score().score().shown()).isEqualTo(20);
    }

    @Test
    void whoIsForgottenIsMergedWithNobodyAnyMore() {
        Register register = new Register();
        long at = now;
        for (Keys each : List.of(ANN, WORK, BOB)) {
            Event page = new Event(each + "", at, EventType.PAGE, "", Map.of());
            register.enrol(++position, Sighting.call(each, page, Map.of(), null));
        }
        register.enrol(++position, Sighting.act(Keys.NONE, Merging.of("one", at, ANN, WORK, "")));
        long whole = register.enrol(++position, Sighting.act(Keys.NONE, Merging.of("two", at, WORK, BOB, "")))
                .merged()
                .wholes()
                .get(0)
                .number();
        List<Long> parts = List.copyOf(register.parts(whole));
        assertThat(parts).hasSize(3);
        Forgotten forgotten = register.forget(parts.get(0));
        assertThat(forgotten.merged().undone()).hasSize(2);
        assertThat(forgotten.merged().places().keySet()).doesNotContain(parts.get(0));
        assertThat(register.whole(parts.get(1))).isEqualTo(parts.get(1));
        assertThat(register.events(parts.get(1))).hasSize(1);
    }
}
