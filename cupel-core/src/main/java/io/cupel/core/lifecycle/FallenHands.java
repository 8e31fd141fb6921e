package io.cupel.core.lifecycle;

import io.cupel.core.contract.Target;
import io.cupel.core.engine.LeadState;
import io.cupel.core.engine.Scorer;
import io.cupel.core.evidence.Event;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What becomes of a lead's hands when events turn out to be a machine's doing. A case knows only the latest hand for a
 * stage. Where one of these events matches its signal and did not come after it, the hand is worked out anew up to its
 * instant: as reading the events that are left in the order of time raises hands.
 */
final class FallenHands {
    private final Judge judge;
    private final LeadState state;
    /** Of which only the hands are used. */
    private final Standing hands = new Standing();

    private FallenHands(Judge judge, int events) {
        this.judge = judge;
        this.state = judge.scorer.open(events);
    }

    static void lower(Judge judge, Standing standing, List<Event> withdrawn, List<Event> left) {
        for (Target target : Target.values()) {
            long raised = standing.hand(target);
            if (raised != Standing.NEVER && concerns(judge.scorer, standing, withdrawn, target)) {
                FallenHands read = new FallenHands(judge, left.size());
                read.readUpTo(raised, left);
                standing.lower(target, read.hands);
            }
        }
    }

    private static boolean concerns(Scorer scorer, Standing standing, List<Event> withdrawn, Target target) {
        return withdrawn.stream()
                .filter(event -> event.at() <= standing.hand(target))
                .flatMapToInt(event -> Arrays.stream(scorer.hands(scorer.signature(event))))
                .anyMatch(signal -> signal == standing.handSignal(target));
    }

    private void readUpTo(long last, List<Event> left) {
        int next = 0;
        while (next < left.size() && left.get(next).at() <= last) {
            int from = next;
            long instant = left.get(from).at();
            while (next < left.size() && left.get(next).at() == instant) {
                next++;
            }
            take(instant, left.subList(from, next));
        }
    }

    private void take(long instant, List<Event> events) {
        Set<Integer> reaching = new TreeSet<>();
        for (Event event : events) {
            for (int signal : judge.scorer.hands(judge.scorer.signature(event))) {
                if (judge.contract.signals().get(signal).filters().atLeast() == 0) {
                    raise(signal, instant);
                } else if (!judge.scorer.counts(state, signal, instant)) {
                    reaching.add(signal);
                }
            }
        }
        events.forEach(event -> judge.scorer.fold(state, instant, judge.scorer.signature(event), event));
        for (int signal : reaching) {
            if (judge.scorer.counts(state, signal, instant)) {
                raise(signal, instant);
            }
        }
    }

    private void raise(int signal, long at) {
        Target target = judge.contract.signals().get(signal).qualifies();
        if (target != null) {
            hands.raise(target, signal, at);
        }
    }
}
