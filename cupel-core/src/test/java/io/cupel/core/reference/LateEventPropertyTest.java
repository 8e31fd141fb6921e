package io.cupel.core.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.core.engine.LeadState;
import io.cupel.core.engine.Scorer;
import io.cupel.core.evidence.Event;
import io.cupel.core.evidence.EventType;
import io.cupel.core.state.StateWriter;
import io.cupel.testkit.Seeds;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Some late events need no new fold; which, must be right. */
class LateEventPropertyTest {
    @Test
    void eventsThatComeInAnyOrderGiveTheBytesOfAFoldInOrder() {
        int[] folded = new int[2];
        Seeds.cases(3_000).check((seed, random) -> {
            World world = Worlds.next(random, random.nextInt(20) == 0);
            Scorer scorer = Scorer.compile(world.contract());
            List<Event> events = random.nextBoolean()
                    ? world.evidence().events()
                    : crowded(world.evidence().events(), 1 + random.nextInt(30_000));
            List<Event> taken = new ArrayList<>();
            LeadState state = random.nextBoolean() ? scorer.open() : scorer.openForLate(100);
            for (Event event : nearlyInOrder(events, random)) {
                boolean isLate = !taken.isEmpty()
                        && event.at() < taken.get(taken.size() - 1).at();
                taken.add(event);
                taken.sort(Event.ORDER);
                if (isLate && !scorer.isFoldable(state, event)) {
                    state = fold(scorer, scorer.openForLate(100), taken);
                } else if (isLate || taken.get(taken.size() - 1).equals(event)) {
                    folded[isLate ? 1 : 0]++;
                    fold(scorer, state, List.of(event));
                } else {
                    state = fold(scorer, scorer.open(), taken); // of one instant, but not the last
                }
                LeadState inOrder = fold(scorer, scorer.open(), taken);
                assertThat(written(scorer, state)).isEqualTo(written(scorer, inOrder));
                assertSameScores(
                        scorer, state, inOrder, taken.get(taken.size() - 1).at(), random);
            }
        });
        System.out.println("events folded in order: " + folded[0] + ", late: " + folded[1]);
        assertThat(folded[1]).isGreaterThan(Seeds.share(1_000));
    }

    /** More than are kept for late ones, and events that several signals match. */
    @Test
    void busyLeadsAreFoldedInAnyOrder() {
        Scorer scorer = Scorer.compile(BusyContract.contract());
        int[] late = new int[2];
        Seeds.cases(60).check((seed, random) -> {
            int width = 1 + random.nextInt(90);
            List<Event> taken = new ArrayList<>();
            LeadState state = scorer.open();
            for (Event event : nearlyInOrder(pages(random), random, width)) {
                boolean isLate = !scorer.isLater(state, event.at());
                taken.add(event);
                taken.sort(Event.ORDER);
                if (isLate && !scorer.isFoldable(state, event)) {
                    late[0]++;
                    state = fold(scorer, scorer.openForLate(100), taken);
                } else {
                    late[1] += isLate ? 1 : 0;
                    fold(scorer, state, List.of(event));
                }
                assertThat(written(scorer, state)).isEqualTo(written(scorer, fold(scorer, scorer.open(), taken)));
            }
        });
        System.out.println("of late events of busy leads read again: " + late[0] + ", put before: " + late[1]);
        assertThat(late[0]).isPositive();
        assertThat(late[1]).isPositive();
    }

    private static List<Event> pages(Random random) {
        List<Event> events = new ArrayList<>();
        long at = 0;
        for (int i = 0; i < 250; i++) {
            at += random.nextInt(1_500);
            String path = List.of("/", "/pricing", "/pricing/a").get(random.nextInt(3));
            events.add(new Event("e" + i, at, EventType.PAGE, "", Map.of("path", path)));
        }
        return events;
    }

    private static List<Event> nearlyInOrder(List<Event> events, Random random) {
        return nearlyInOrder(events, random, 6);
    }

    private record Placed(int place, Event event) {}

    /** Each at most so many places from its own. */
    private static List<Event> nearlyInOrder(List<Event> events, Random random, int width) {
        List<Placed> placed = new ArrayList<>();
        events.forEach(each -> placed.add(new Placed(placed.size() + random.nextInt(width), each)));
        placed.sort(Comparator.comparingInt(Placed::place));
        return placed.stream().map(Placed::event).toList();
    }

    /** The same within a short time around the beginning of 1970. */
    private static List<Event> crowded(List<Event> events, int millis) {
        return events.stream()
                .map(each -> new Event(each::id, each.at() % millis, each.happening()))
                .sorted(Event.ORDER)
                .toList();
    }

    private static void assertSameScores(Scorer scorer, LeadState late, LeadState inOrder, long at, Random random) {
        long now = at + random.nextInt(1 << 30);
        assertThat(scorer.score(late, now)).isEqualTo(scorer.score(inOrder, now));
        assertThat(scorer.reasons(late, now)).isEqualTo(scorer.reasons(inOrder, now));
    }

    private static LeadState fold(Scorer scorer, LeadState state, List<Event> events) {
        events.forEach(each -> scorer.fold(state, each.at(), scorer.signature(each), each));
        return state;
    }

    private static byte[] written(Scorer scorer, LeadState state) {
        StateWriter out = new StateWriter(1);
        scorer.write(state, out);
        return out.end();
    }
}
