package io.cupel.core.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.core.engine.LeadState;
import io.cupel.core.engine.Scorer;
import io.cupel.core.evidence.Event;
import io.cupel.core.state.StateWriter;
import io.cupel.testkit.Seeds;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Some late events need no new fold; which, must be right. */
class LateEventPropertyTest {
    @Test
    void anIndifferentLateEventGivesTheBytesOfAFoldInOrder() {
        int[] folded = new int[1];
        Seeds.cases(4_000).check((seed, random) -> {
            World world = Worlds.next(random, false);
            Scorer scorer = Scorer.compile(world.contract());
            List<Event> events = random.nextBoolean()
                    ? world.evidence().events()
                    : crowded(world.evidence().events());
            if (events.size() < 2) {
                return;
            }
            int late = random.nextInt(events.size());
            int until = late + 1 + random.nextInt(events.size() - late);
            LeadState inOrder = scorer.open();
            LeadState behind = scorer.open();
            for (int i = 0; i < until; i++) {
                fold(scorer, inOrder, events.get(i));
                if (i != late) {
                    fold(scorer, behind, events.get(i));
                }
            }
            Event last = events.get(late);
            if (scorer.isIndifferent(behind, scorer.signature(last), last.at())) {
                folded[0]++;
                fold(scorer, behind, last);
                assertThat(written(scorer, behind)).isEqualTo(written(scorer, inOrder));
                assertSameScores(scorer, behind, inOrder, events.get(until - 1).at(), random);
            }
        });
        System.out.println("late events that make no difference: " + folded[0]);
        assertThat(folded[0]).isPositive();
    }

    /** The same within three seconds, around the beginning of 1970. */
    private static List<Event> crowded(List<Event> events) {
        return events.stream()
                .map(each -> new Event(each::id, each.at() % 1_500, each.happening()))
                .sorted(Event.ORDER)
                .toList();
    }

    private static void assertSameScores(Scorer scorer, LeadState late, LeadState inOrder, long at, Random random) {
        long now = at + random.nextInt(1 << 30);
        assertThat(scorer.score(late, now)).isEqualTo(scorer.score(inOrder, now));
        assertThat(scorer.reasons(late, now)).isEqualTo(scorer.reasons(inOrder, now));
    }

    private static void fold(Scorer scorer, LeadState state, Event event) {
        scorer.fold(state, event.at(), scorer.signature(event), event);
    }

    private static byte[] written(Scorer scorer, LeadState state) {
        StateWriter out = new StateWriter(1);
        scorer.write(state, out);
        return out.end();
    }
}
