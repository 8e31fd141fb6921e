package io.cupel.core.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.core.engine.Explanation;
import io.cupel.core.engine.Explanation.KindPart;
import io.cupel.core.engine.Explanation.SignalPart;
import io.cupel.core.evidence.Event;
import io.cupel.core.evidence.Told;
import io.cupel.core.lifecycle.Judge;
import io.cupel.core.lifecycle.Judgement;
import io.cupel.core.lifecycle.LeadCase;
import io.cupel.testkit.Seeds;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The engine against the reference, in random worlds. */
class AgreementPropertyTest {
    @Test
    void engineAndReferenceAgreeOnEveryField() {
        Seeds.cases(1_500).check((seed, random) -> check(Worlds.next(random), Agreement::compare));
    }

    @Test
    void engineAndReferenceExplainAlike() {
        Seeds.cases(700).check((seed, random) -> check(Worlds.next(random), Agreement::compareExplanations));
    }

    @Test
    void instantByInstantIsAsFromScratchToTheBit() {
        Seeds.cases(700).check((seed, random) -> check(Worlds.next(random), AgreementPropertyTest::replay));
    }

    @Test
    void theLinesOfAnExplanationAddUpExactly() {
        Seeds.cases(700).check((seed, random) -> {
            World world = Worlds.next(random);
            Judge judge = Judge.of(world.contract());
            for (long instant : world.instants()) {
                assertAddsUp(judge.explain(world.evidence(), instant));
                assertThat(judge.explain(world.evidence(), instant).score())
                        .isEqualTo(judge.judge(world.evidence(), instant).score());
            }
        });
    }

    /** A failing world is shown as small as it fails. */
    private static void check(World world, Consumer<World> property) {
        if (fails(world, property)) {
            World smallest = Smaller.shrink(world, candidate -> fails(candidate, property));
            try {
                property.accept(smallest);
            } catch (AssertionError e) {
                throw new AssertionError(e.getMessage() + "\n" + smallest + "\n" + told(smallest));
            }
            throw new AssertionError("fails now and then: " + smallest);
        }
    }

    private static String told(World world) {
        return world.evidence().own().told() + "\n"
                + world.evidence().company().stream()
                        .map(company -> company.since() + " " + company.log().told())
                        .toList()
                + "\n" + world.evidence().acts();
    }

    private static boolean fails(World world, Consumer<World> property) {
        try {
            property.accept(world);
            return false;
        } catch (AssertionError e) {
            return true;
        }
    }

    private static void replay(World world) {
        Judge judge = Judge.of(world.contract());
        LeadCase lead = judge.open(world.evidence().lead());
        lead.begin(world.evidence().toldAt(Told.BEFORE_ALL));
        decide(lead, world, Told.BEFORE_ALL);
        Set<Long> judged =
                Arrays.stream(world.evidence().judgedInstants()).boxed().collect(Collectors.toSet());
        TreeSet<Long> all = new TreeSet<>(judged);
        world.evidence().decisions().forEach(decision -> all.add(decision.at()));
        all.remove(Told.BEFORE_ALL);
        for (long instant : all) {
            if (judged.contains(instant)) {
                List<Event> events = world.evidence().events().stream()
                        .filter(event -> event.at() == instant)
                        .toList();
                lead.advance(instant, events, world.evidence().toldAt(instant));
            }
            decide(lead, world, instant);
            Long later = all.higher(instant);
            long next = later == null ? instant + 400_000_000 : later;
            for (long asOf : List.of(instant, instant + (next - instant) / 2, next - 1)) {
                Judgement fromScratch = judge.judge(world.evidence(), asOf);
                assertThat(lead.at(asOf)).as("at %s", asOf).isEqualTo(fromScratch);
            }
        }
    }

    private static void decide(LeadCase lead, World world, long instant) {
        world.evidence().decisions().stream()
                .filter(decision -> decision.at() == instant)
                .forEach(lead::decide);
    }

    private static void assertAddsUp(Explanation explanation) {
        long score = 0;
        long usage = 0;
        for (KindPart kind : explanation.kinds()) {
            long sum = ReferenceExplanation.sumOf(kind.clamps());
            for (SignalPart signal : kind.signals()) {
                assertThat(ReferenceExplanation.sumOf(signal.lines()))
                        .as(signal.signal())
                        .isEqualTo(signal.value().micros());
                sum += signal.value().micros();
            }
            assertThat(sum).as(kind.kind().written()).isEqualTo(kind.sum().micros());
            switch (kind.kind()) {
                case ENGAGEMENT, INTENT -> score += sum;
                case USAGE -> usage += sum;
            }
        }
        long floors = ReferenceExplanation.sumOf(explanation.clamps());
        long shown = explanation.score().score().micros()
                + explanation.score().usageScore().micros();
        assertThat(score + usage + floors).isEqualTo(shown);
    }
}
