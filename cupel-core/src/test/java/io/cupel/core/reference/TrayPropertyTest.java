package io.cupel.core.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.core.evidence.Review;
import io.cupel.core.evidence.Review.Verdict;
import io.cupel.core.lifecycle.Cause;
import io.cupel.core.lifecycle.Judge;
import io.cupel.core.lifecycle.Judgement;
import io.cupel.core.lifecycle.LogReplay;
import io.cupel.core.lifecycle.Stage;
import io.cupel.core.lifecycle.Transition;
import io.cupel.core.lifecycle.Transition.Why;
import io.cupel.core.lifecycle.Waiting;
import io.cupel.core.reference.RandomLog.Received;
import io.cupel.testkit.Seeds;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What docs/lifecycle.md says of turns and of the review tray, seen from outside after each step of random logs. */
class TrayPropertyTest {
    private static final Set<Stage> BEFORE_A_CYCLE = Set.of(Stage.LEAD, Stage.NURTURE, Stage.LOST);

    /** How often each of these was met: a rule that nothing meets is not tested. */
    private final Map<String, Integer> met = new TreeMap<>();

    @Test
    void nothingOpensByATurnAloneAndWhatWaitsOpensByAReviewOrANewHandAlone() {
        Seeds.cases(1_500).check((seed, random) -> {
            Draw draw = new Draw(random);
            List<Received> log = new RandomLog(draw).reviewed().next(1 + random.nextInt(40));
            Turns turns = new Turns(draw, log);
            LogReplay replay = new LogReplay(Judge.of(new RandomContracts(draw, false).next()));
            Set<Long> instants = new TreeSet<>();
            long position = 0;
            for (Received entry : log) {
                for (Turns.Turn turn : turns.upTo(entry.received())) {
                    Map<Long, Judgement> before = all(replay, turn.at());
                    replay.turn(turn.at(), turn.judge());
                    instants.add(turn.at());
                    afterATurn(before, all(replay, turn.at()), turn.at());
                }
                Map<Long, Judgement> before = all(replay, entry.received());
                replay.take(++position, entry.received(), entry.sighting());
                afterAnEntry(before, all(replay, entry.received()), entry, instants);
            }
        });
        assertThat(met.keySet())
                .containsExactly(
                        "came back by a release",
                        "dismissed",
                        "excluded by a turn",
                        "expired by a turn",
                        "opened by a hand while it waited",
                        "released",
                        "waits for MQL",
                        "waits for PQL",
                        "waits to come back",
                        "waits while entries come");
    }

    private static Map<Long, Judgement> all(LogReplay replay, long at) {
        return replay.leads().stream()
                .collect(Collectors.toMap(LogReplay.Lead::number, lead -> replay.judgement(lead, at)));
    }

    private void afterATurn(Map<Long, Judgement> before, Map<Long, Judgement> after, long at) {
        after.forEach((lead, now) -> {
            List<Transition> old = before.get(lead).transitions();
            for (Transition step : news(old, now.transitions())) {
                assertThat(step.why()).isIn(Why.CONTACT_KNOWN, Why.EXCLUDED, Why.EXPIRED);
                assertThat(step.at()).isEqualTo(at);
                assertThat(step.evidence()).isEmpty();
                count("excluded by a turn", step.why() == Why.EXCLUDED);
                count("expired by a turn", step.why() == Why.EXPIRED);
            }
            assertThat(now.cycle()).isEqualTo(before.get(lead).cycle());
            Waiting waiting = now.waiting();
            if (waiting != null) {
                assertThat(waiting.cause()).isEqualTo(Cause.ACTIVATION);
                assertThat(waiting.since()).isEqualTo(at);
                assertThat(waiting.fit()).isEqualTo(now.fit().verdict());
                count("waits to come back", waiting.target() == null);
                count("waits for " + waiting.target(), waiting.target() != null);
            }
        });
    }

    private void afterAnEntry(
            Map<Long, Judgement> before, Map<Long, Judgement> after, Received entry, Set<Long> instants) {
        after.forEach((lead, now) -> {
            Waiting waiting = now.waiting();
            if (waiting != null) {
                assertThat(instants).contains(waiting.since());
                assertThat(now.excluded() == null || now.stage() == Stage.LOST || now.stage() == Stage.CUSTOMER)
                        .isTrue();
                boolean mayOpen = BEFORE_A_CYCLE.contains(now.stage()) || now.stage() == Stage.CUSTOMER;
                assertThat(waiting.target() == null ? now.stage() == Stage.DISQUALIFIED : mayOpen)
                        .isTrue();
            }
            Judgement old = before.get(lead);
            // where leads turned out to be one, the history of the other came to it
            if (old != null && old.waiting() != null && after.keySet().containsAll(before.keySet())) {
                afterWaiting(old, old.waiting(), now, entry);
            }
        });
    }

    private void afterWaiting(Judgement old, Waiting waited, Judgement now, Received entry) {
        List<Transition> steps = news(old.transitions(), now.transitions());
        count("waits while entries come", waited.equals(now.waiting()));
        Review review = entry.sighting().act() instanceof Review its ? its : null;
        for (Transition step : steps) {
            switch (step.why()) {
                case ACTIVATION_RELEASED -> {
                    assertThat(review).isNotNull();
                    assertThat(review.verdict()).isEqualTo(Verdict.RELEASE);
                    assertThat(step.detail()).isEqualTo(review.by());
                    assertThat(step.evidence()).containsExactly(review.id());
                    assertThat(step.at()).isEqualTo(entry.received());
                    count("came back by a release", waited.target() == null);
                    count("released", waited.target() != null);
                }
                case HAND_RAISED -> count("opened by a hand while it waited", review == null);
                // the only way to qualify by points at once is to have come back by a release
                case SCORE_REACHED -> assertThat(steps.get(0).why()).isIn(Why.ACTIVATION_RELEASED, Why.EXCLUSION_ENDED);
                default -> assertThat(step.why()).isNotIn(Why.IMPORT_RELEASED, Why.MERGE_RELEASED, Why.CLAIM_RELEASED);
            }
        }
        if (review != null && steps.isEmpty() && now.waiting() == null) {
            count("dismissed", review.verdict() == Verdict.DISMISS);
        }
    }

    private static List<Transition> news(List<Transition> before, List<Transition> now) {
        Map<Transition, Integer> left = new HashMap<>();
        before.forEach(each -> left.merge(each, 1, Integer::sum));
        return now.stream()
                .filter(each -> left.merge(each, -1, Integer::sum) < 0)
                .toList();
    }

    private void count(String rule, boolean holds) {
        if (holds) {
            met.merge(rule, 1, Integer::sum);
        }
    }
}
