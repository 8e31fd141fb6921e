package io.cupel.core.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.core.contract.Contract;
import io.cupel.core.contract.Points;
import io.cupel.core.engine.Explanation;
import io.cupel.core.engine.Explanation.KindPart;
import io.cupel.core.engine.Explanation.Line;
import io.cupel.core.engine.Explanation.SignalPart;
import io.cupel.core.engine.Explanation.What;
import io.cupel.core.evidence.Evidence;
import io.cupel.core.lifecycle.Judge;
import io.cupel.core.lifecycle.Judgement;
import java.util.List;
import java.util.Map;

/** What the engine says, where the reference says the same. */
final class Agreement {
    private Agreement() {}

    /** The engine's judgement, compared with the reference in every field but the profile, which it alone derives. */
    static Judgement judge(Contract contract, Evidence evidence, long asOf) {
        Judgement judgement = Judge.of(contract).judge(evidence, asOf);
        assertThat(withoutProfile(judgement)).isEqualTo(new Reference(contract, evidence).judge(asOf));
        return judgement;
    }

    static void compare(World world) {
        Judge judge = Judge.of(world.contract());
        Reference reference = new Reference(world.contract(), world.evidence());
        for (long instant : world.instants()) {
            Judgement judgement = judge.judge(world.evidence(), instant);
            assertThat(withoutProfile(judgement)).as("at %s", instant).isEqualTo(reference.judge(instant));
        }
    }

    static void compareExplanations(World world) {
        Judge judge = Judge.of(world.contract());
        for (long instant : world.instants()) {
            Explanation explanation = judge.explain(world.evidence(), instant);
            Explanation expected = ReferenceExplanation.of(world.contract(), world.evidence(), instant);
            assertThat(withoutWords(explanation)).as("at %s", instant).isEqualTo(withoutWords(expected));
        }
    }

    static Judgement withoutProfile(Judgement judgement) {
        return new Judgement(
                judgement.lead(),
                judgement.asOf(),
                judgement.stage(),
                judgement.since(),
                judgement.cycle(),
                judgement.raisedHand(),
                judgement.score(),
                judgement.fit(),
                judgement.exclusions(),
                judgement.held(),
                judgement.waiting(),
                judgement.obstacles(),
                judgement.alsoHolds(),
                judgement.reasons(),
                judgement.transitions(),
                Map.of());
    }

    static Judgement withoutTransitions(Judgement judgement) {
        return new Judgement(
                judgement.lead(),
                judgement.asOf(),
                judgement.stage(),
                judgement.since(),
                judgement.cycle(),
                judgement.raisedHand(),
                judgement.score(),
                judgement.fit(),
                judgement.exclusions(),
                judgement.held(),
                judgement.waiting(),
                judgement.obstacles(),
                judgement.alsoHolds(),
                judgement.reasons(),
                List.of(),
                judgement.profile());
    }

    /** The lines that are no event without their words and with what they change alone. */
    private static Explanation withoutWords(Explanation explanation) {
        List<KindPart> kinds = explanation.kinds().stream()
                .map(kind -> new KindPart(kind.kind(), kind.sum(), signals(kind), lines(kind.clamps())))
                .toList();
        return new Explanation(explanation.score(), kinds, lines(explanation.clamps()));
    }

    private static List<SignalPart> signals(KindPart kind) {
        return kind.signals().stream()
                .map(part ->
                        new SignalPart(part.signal(), part.value(), part.events(), part.limited(), lines(part.lines())))
                .toList();
    }

    private static List<Line> lines(List<Line> lines) {
        return lines.stream()
                .map(line -> line.what() == What.EVENT ? line : new Line(line.what(), "", 0, Points.ZERO, line.now()))
                .toList();
    }
}
