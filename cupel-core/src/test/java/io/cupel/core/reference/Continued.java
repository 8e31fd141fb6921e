package io.cupel.core.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.core.evidence.Decision;
import io.cupel.core.evidence.Event;
import io.cupel.core.evidence.Evidence;
import io.cupel.core.evidence.Told;
import io.cupel.core.lifecycle.Judge;
import io.cupel.core.lifecycle.Judgement;
import io.cupel.core.lifecycle.LeadCase;
import io.cupel.core.lifecycle.Transition;
import io.cupel.core.state.UnreadableState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** One lead kept twice, instant by instant: whole, and written and read between. */
final class Continued {
    private final Judge judge;
    private final Evidence evidence;
    private final LeadCase whole;
    private final Set<Long> judged;
    private final List<Transition> before = new ArrayList<>();
    private LeadCase cut;

    Continued(World world) {
        judge = Judge.of(world.contract());
        evidence = world.evidence();
        whole = judge.open(evidence.lead());
        cut = judge.open(evidence.lead());
        judged = Arrays.stream(evidence.judgedInstants()).boxed().collect(Collectors.toSet());
    }

    /** All instants at which something happens, in their order. */
    NavigableSet<Long> instants() {
        TreeSet<Long> all = new TreeSet<>(judged);
        evidence.decisions().forEach(decision -> all.add(decision.at()));
        all.add(Told.BEFORE_ALL);
        return all;
    }

    void goTo(long instant) {
        go(whole, instant);
        go(cut, instant);
    }

    private void go(LeadCase lead, long instant) {
        if (instant == Told.BEFORE_ALL) {
            lead.begin(evidence.toldAt(instant));
        } else if (judged.contains(instant)) {
            List<Event> events = evidence.events().stream()
                    .filter(event -> event.at() == instant)
                    .toList();
            lead.advance(instant, events, evidence.toldAt(instant));
        }
        for (Decision decision : evidence.decisions()) {
            if (decision.at() == instant) {
                lead.decide(decision);
            }
        }
    }

    /** Goes on with what is read of what is written. */
    byte[] cutAt(long instant) throws UnreadableState {
        byte[] written = cut.written();
        before.addAll(cut.at(instant).transitions());
        cut = judge.read(evidence.lead(), written);
        assertThat(cut.written()).isEqualTo(written);
        cut.tellAgain(evidence.toldAt(instant));
        assertThat(cut.at(instant).transitions()).isEmpty();
        assertThat(cut.written()).isEqualTo(written);
        return written;
    }

    void compareAt(long asOf) {
        Judgement expected = whole.at(asOf);
        Judgement found = cut.at(asOf);
        List<Transition> transitions = new ArrayList<>(before);
        transitions.addAll(found.transitions());
        assertThat(transitions).as("transitions at %s", asOf).isEqualTo(expected.transitions());
        assertThat(found.profile()).isEqualTo(expected.profile());
        assertThat(bare(found)).as("at %s", asOf).isEqualTo(bare(expected));
    }

    /** All but profile and transitions. */
    private static Judgement bare(Judgement judgement) {
        return Agreement.withoutTransitions(Agreement.withoutProfile(judgement));
    }
}
