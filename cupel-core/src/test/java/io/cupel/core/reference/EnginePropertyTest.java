package io.cupel.core.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.core.contract.Contract;
import io.cupel.core.contract.Filters;
import io.cupel.core.contract.Group;
import io.cupel.core.contract.Points;
import io.cupel.core.contract.Signal;
import io.cupel.core.engine.Explanation;
import io.cupel.core.engine.Explanation.KindPart;
import io.cupel.core.engine.Explanation.SignalPart;
import io.cupel.core.evidence.Act;
import io.cupel.core.evidence.AttributeLog;
import io.cupel.core.evidence.Event;
import io.cupel.core.evidence.Evidence;
import io.cupel.core.evidence.Evidence.Membership;
import io.cupel.core.evidence.Told;
import io.cupel.core.lifecycle.Judge;
import io.cupel.core.time.Span;
import io.cupel.testkit.Seeds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What holds for every contract and every lead, whatever the reference says. */
class EnginePropertyTest {
    private static final Span LONGER_THAN_ANY = new Span(Span.SECONDS_MAX);

    @Test
    void theOrderInWhichThingsAreGivenSaysNothing() {
        Seeds.cases(500).check((seed, random) -> {
            World world = Worlds.next(random);
            Judge judge = Judge.of(world.contract());
            Evidence given = world.evidence();
            Evidence shuffled = shuffled(given, random);
            for (long instant : world.instants()) {
                assertThat(judge.judge(shuffled, instant)).isEqualTo(judge.judge(given, instant));
                assertThat(judge.explain(shuffled, instant)).isEqualTo(judge.explain(given, instant));
            }
        });
    }

    @Test
    void aWindowLongerThanTheHistoryChangesNothing() {
        Seeds.cases(500)
                .check((seed, random) -> assertNothingChanges(
                        Worlds.next(random, false),
                        filters -> filters.window() != null
                                ? filters
                                : new Filters(
                                        filters.every(),
                                        filters.distinct(),
                                        LONGER_THAN_ANY,
                                        filters.atLeast(),
                                        filters.atMost())));
    }

    @Test
    void anAtMostAboveTheCountChangesNothing() {
        Seeds.cases(500)
                .check((seed, random) -> assertNothingChanges(
                        Worlds.next(random, false),
                        filters -> filters.atMost() > 0
                                ? filters
                                : new Filters(
                                        filters.every(),
                                        filters.distinct(),
                                        filters.window(),
                                        filters.atLeast(),
                                        Filters.KEPT_MAX)));
    }

    @Test
    void capsHold() {
        Seeds.cases(500).check((seed, random) -> {
            World world = Worlds.next(random);
            for (long instant : world.instants()) {
                Explanation explanation = Judge.of(world.contract()).explain(world.evidence(), instant);
                explanation.kinds().forEach(kind -> assertCapsHold(world.contract(), kind));
                assertThat(explanation.score().score().micros()).isNotNegative();
                assertThat(explanation.score().usageScore().micros()).isNotNegative();
            }
        });
    }

    @Test
    void aJudgeThatHasSeenOtherLeadsAnswersAsANewOne() {
        Seeds.cases(60).check((seed, random) -> {
            Draw draw = new Draw(random);
            Contract contract = new RandomContracts(draw, false).next();
            List<Evidence> leads = IntStream.range(0, 12)
                    .mapToObj(lead -> new RandomEvidence(draw, false).next())
                    .toList();
            Judge experienced = Judge.of(contract);
            leads.parallelStream().forEach(lead -> assertAgrees(contract, experienced, lead));
        });
    }

    private static void assertAgrees(Contract contract, Judge judge, Evidence lead) {
        Reference reference = new Reference(contract, lead);
        long last = Arrays.stream(lead.judgedInstants()).reduce(0L, Math::max);
        for (long instant : List.of(last, last + 5_000, last + 86_400_000)) {
            assertThat(Agreement.withoutProfile(judge.judge(lead, instant))).isEqualTo(reference.judge(instant));
        }
    }

    private static Evidence shuffled(Evidence given, Random random) {
        List<Event> events = new ArrayList<>(given.events());
        Collections.shuffle(events, random);
        List<Membership> company = given.company().stream()
                .map(member -> new Membership(member.since(), shuffled(member.log(), random)))
                .toList();
        List<Act> acts = new ArrayList<>(given.acts());
        Collections.shuffle(acts, random);
        return new Evidence(given.lead(), events, shuffled(given.own(), random), company, acts, given.crm());
    }

    private static AttributeLog shuffled(AttributeLog log, Random random) {
        List<Told> told = new ArrayList<>(log.told());
        Collections.shuffle(told, random);
        return AttributeLog.of(told);
    }

    /** Up to the limit of 100 kept events, which small worlds do not reach. */
    private static void assertNothingChanges(World world, UnaryOperator<Filters> change) {
        List<Signal> changed = world.contract().signals().stream()
                .map(signal -> new Signal(
                        signal.name(),
                        signal.kind(),
                        signal.on(),
                        signal.when(),
                        signal.points(),
                        signal.fading(),
                        change.apply(signal.filters()),
                        signal.cap(),
                        signal.qualifies()))
                .toList();
        Judge before = Judge.of(world.contract());
        Judge after = Judge.of(new Parts(world.contract()).withSignals(changed));
        List<Event> events = world.evidence().events();
        for (long instant : world.instants()) {
            if (events.isEmpty() || !LONGER_THAN_ANY.isOverSince(events.get(0).at(), instant)) {
                assertThat(after.judge(world.evidence(), instant)).isEqualTo(before.judge(world.evidence(), instant));
                assertThat(after.explain(world.evidence(), instant))
                        .isEqualTo(before.explain(world.evidence(), instant));
            }
        }
    }

    private static void assertCapsHold(Contract contract, KindPart kind) {
        for (SignalPart part : kind.signals()) {
            Signal signal = contract.signals().stream()
                    .filter(each -> each.name().equals(part.signal()))
                    .findFirst()
                    .orElseThrow();
            long cap = signal.cap().micros();
            assertThat(part.value().micros()).isBetween(-cap, cap);
        }
        boolean allGrouped = kind.signals().stream()
                .allMatch(part -> contract.groups().stream()
                        .anyMatch(group -> group.signals().contains(part.signal())));
        long caps = contract.groups().stream()
                .filter(group ->
                        kind.signals().stream().anyMatch(part -> group.signals().contains(part.signal())))
                .map(Group::cap)
                .mapToLong(Points::micros)
                .sum();
        assertThat(!allGrouped || kind.sum().micros() <= caps).isTrue();
    }
}
