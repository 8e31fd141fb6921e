package io.cupel.core.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.core.engine.Explanation.KindPart;
import io.cupel.core.engine.Explanation.Line;
import io.cupel.core.engine.Explanation.SignalPart;
import io.cupel.core.lifecycle.Judge;
import io.cupel.core.lifecycle.Judgement;
import io.cupel.core.lifecycle.Stage;
import io.cupel.core.lifecycle.Transition;
import io.cupel.testkit.Seeds;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Worlds in which nothing happens would agree about everything: these are counted. */
class WorldsPropertyTest {
    private static final int OFTEN = 5;

    private final Map<String, Integer> seen = new TreeMap<>();

    @Test
    void theRandomWorldsReachEveryCorner() {
        Seeds.whole(1_000).check((seed, random) -> {
            World world = Worlds.next(random);
            Judge judge = Judge.of(world.contract());
            for (long instant : world.instants()) {
                count(judge.judge(world.evidence(), instant));
                judge.explain(world.evidence(), instant).kinds().forEach(this::count);
            }
        });
        System.out.println("random worlds reach " + seen);
        Set<String> often = seen.entrySet().stream()
                .filter(corner -> corner.getValue() >= OFTEN)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        for (Transition.Why why : Transition.Why.values()) {
            // only where a log is judged in its order something waits to be released
            assertThat(often.contains(why.written())).isEqualTo(!why.written().endsWith("-released"));
        }
        assertThat(often).contains("held", "held again", "also holds", "raised hand", "unknown exclusion");
        assertThat(often).contains("cycle by import", "accepted and excluded", "rejected after its own cycle");
        assertThat(often).contains("pql of a customer", "back after a rejection");
        assertThat(often).contains("second cycle by score", "second cycle by hand", "back and qualified");
        assertThat(often).contains("limited", "EVENT", "OLDER", "ROUNDING", "CAP", "group cap", "debt", "at the cap");
    }

    private void count(Judgement judgement) {
        note(judgement.held() != null, "held");
        note(judgement.held() != null && judgement.cycle() > 0, "held again");
        note(judgement.alsoHolds(), "also holds");
        note(judgement.raisedHand(), "raised hand");
        note(!judgement.unknownExclusions().isEmpty(), "unknown exclusion");
        note(judgement.score().engagement().micros() < 0, "debt");
        List<Transition> transitions = judgement.transitions();
        for (int i = 0; i < transitions.size(); i++) {
            Transition transition = transitions.get(i);
            boolean second = transition.cycle() > 1;
            note(true, transition.why().written());
            note(second && transition.why() == Transition.Why.SCORE_REACHED, "second cycle by score");
            note(second && transition.why() == Transition.Why.HAND_RAISED, "second cycle by hand");
            count(transition, i == 0 ? null : transitions.get(i - 1));
            boolean back = i > 0 && transitions.get(i - 1).why() == Transition.Why.EXCLUSION_ENDED;
            note(back && transitions.get(i - 1).at() == transition.at(), "back and qualified");
        }
    }

    /** What decisions do. */
    private void count(Transition transition, @Nullable Transition before) {
        if (before == null) {
            return;
        }
        boolean engineOpened = transition.to().isUndecided();
        boolean opened = transition.cycle() > before.cycle();
        note(opened && !engineOpened, "cycle by import");
        note(engineOpened && transition.from() == Stage.CUSTOMER, "pql of a customer");
        note(engineOpened && before.why() == Transition.Why.REJECTED, "back after a rejection");
        note(transition.why() == Transition.Why.REJECTED && !opened, "rejected after its own cycle");
        boolean excluded = transition.why() == Transition.Why.EXCLUDED;
        note(
                excluded && before.why() == Transition.Why.ACCEPTED && before.at() == transition.at(),
                "accepted and excluded");
    }

    private void count(KindPart kind) {
        note(!kind.clamps().isEmpty(), "group cap");
        for (SignalPart signal : kind.signals()) {
            note(signal.limited(), "limited");
            for (Line line : signal.lines()) {
                note(true, line.what().name());
                note(line.credited().micros() == 0, "at the cap");
            }
        }
    }

    private void note(boolean happened, String corner) {
        if (happened) {
            seen.merge(corner, 1, Integer::sum);
        }
    }
}
