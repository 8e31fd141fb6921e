package io.cupel.core.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.core.engine.LeadState;
import io.cupel.core.engine.Scorer;
import io.cupel.core.evidence.Event;
import io.cupel.core.evidence.EventType;
import io.cupel.core.reference.BusyContract;
import io.cupel.core.state.StateWriter;
import io.cupel.testkit.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MilestonesTest {
    private static final int EVENTS = 20_000;

    private final Scorer scorer = Scorer.compile(BusyContract.contract());

    @Test
    void aLateEventOfAVeryBusyLeadHasOnlyThoseBehindItAndAFewBeforeFoldedAgain() {
        Random random = Seeds.random(61);
        List<Event> all = new ArrayList<>();
        for (int i = 0; i < EVENTS; i++) {
            all.add(event("e" + i, 10 + i * 60_000L, random));
        }
        Milestones milestones = new Milestones(all);
        milestones.fold(scorer);
        assertThat(milestones.folded()).isEqualTo(EVENTS);
        for (int late = 0; late < 200; late++) {
            int back = random.nextInt(late % 10 == 0 ? EVENTS : 100);
            Event event = event("l" + late, (EVENTS - back) * 60_000L, random);
            all.add(event);
            int before = milestones.folded();
            milestones.add(List.of(event));
            LeadState state = milestones.fold(scorer);
            assertThat(milestones.folded() - before).isLessThan(back + late + 1_002);
            if (late % 10 == 0) {
                all.sort(Event.ORDER);
                assertThat(written(state)).isEqualTo(written(new Milestones(all).fold(scorer)));
            }
        }
    }

    private static Event event(String id, long at, Random random) {
        String path = List.of("/", "/pricing", "/pricing/a").get(random.nextInt(3));
        return new Event(id, at, EventType.PAGE, "", Map.of("path", path));
    }

    private byte[] written(LeadState state) {
        StateWriter out = new StateWriter(1);
        scorer.write(state, out);
        return out.end();
    }
}
