package io.cupel.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class HappeningTest {
    private final Happening visit = new Happening(EventType.PAGE, "", Map.of("path", "/pricing"), false);

    @Test
    void whatOneAskerConcludedIsAskedOnce() {
        List<Happening> asked = new ArrayList<>();
        Object asker = new Object();
        for (int i = 0; i < 3; i++) {
            String conclusion = visit.concluded(asker, happening -> {
                asked.add(happening);
                return "seen";
            });
            assertThat(conclusion).isEqualTo("seen");
        }
        assertThat(asked).containsExactly(visit);
    }

    @Test
    void eachAskerHasConclusionsOfItsOwn() {
        Object one = new Object();
        Object other = new Object();
        for (int i = 0; i < 2; i++) {
            assertThat(visit.<String>concluded(one, happening -> "of one")).isEqualTo("of one");
            assertThat(visit.<String>concluded(other, happening -> "of the other"))
                    .isEqualTo("of the other");
        }
    }

    @Test
    void eventsThatSayTheSameAreEqual() {
        Event one = new Event("m1", 7, EventType.PAGE, "", Map.of("path", "/pricing"));
        Event other = new Event(() -> "m" + 1, 7, visit);
        assertThat(one).isEqualTo(other).hasSameHashCodeAs(other).hasToString(other.toString());
        assertThat(one.happening()).isEqualTo(visit).hasSameHashCodeAs(visit);
        assertThat(one).isNotEqualTo(new Event("m2", 7, EventType.PAGE, "", Map.of("path", "/pricing")));
    }
}
