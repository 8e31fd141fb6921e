package io.cupel.core.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cupel.core.evidence.EventType;
import io.cupel.core.evidence.Facts;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FitRuleTest {
    private static final FitRule RULE =
            new FitRule(80, List.of(), new TreeMap<>(Map.of("A", 90L, "B", 75L, "C", 50L, "D", 0L)));

    @Test
    void theGradeIsTheBestThatThePointsReach() {
        assertThat(RULE.grade(100)).contains("A");
        assertThat(RULE.grade(90)).contains("A");
        assertThat(RULE.grade(89)).contains("B");
        assertThat(RULE.grade(0)).contains("D");
    }

    @Test
    void pointsBelowTheLowestGradeHaveNone() {
        assertThat(RULE.grade(-1)).isEmpty();
        assertThat(new FitRule(1, List.of(), new TreeMap<>()).grade(100)).isEmpty();
    }

    @Test
    void lettersDoNotDecideWhatIsBest() {
        assertThat(new FitRule(1, List.of(), new TreeMap<>(Map.of("A", 10L, "B", 20L))).grade(30))
                .contains("B");
    }

    @Test
    void nobodyPassesForNothing() {
        assertThatThrownBy(() -> new FitRule(0, List.of(), new TreeMap<>()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatCanNeverHelpIsRefused() {
        Condition always = new Condition() {
            @Override
            public String text() {
                return "true";
            }

            @Override
            public List<Read> reads() {
                return List.of();
            }

            @Override
            public Answer ask(Facts facts) {
                return Answer.YES;
            }
        };
        assertThat(new Criterion("a", always, 0, true).required()).isTrue();
        assertThatThrownBy(() -> new Criterion("a", always, -1, true)).hasMessageContaining("negative");
        assertThatThrownBy(() -> new FitRule(1, List.of(), new TreeMap<>(Map.of("A", 10L, "B", 10L))))
                .hasMessageContaining("same points");
        assertThatThrownBy(() -> new On(EventType.PAGE, " ")).hasMessageContaining("blank");
    }
}
