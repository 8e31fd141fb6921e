package io.cupel.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeedsTest {
    @Test
    void everyRunSeesTheSameCases() {
        assertThat(draw(50, 1, 1))
                .isEqualTo(draw(50, 1, 1))
                .doesNotHaveDuplicates()
                .hasSizeGreaterThanOrEqualTo(50);
    }

    @Test
    void neighbouringSeedsBeginDifferently() {
        long heads = draw(1_000, 1, 1).stream()
                .limit(1_000)
                .filter(first -> first >= 0)
                .count();
        assertThat(heads).isBetween(400L, 600L);
    }

    @Test
    void aFailingCaseNamesItsSeed() {
        List<Long> seeds = new ArrayList<>();
        assertThatThrownBy(() -> Seeds.cases(10, 1, 1).check((seed, random) -> {
                    seeds.add(seed);
                    assertThat(seeds).hasSizeLessThan(3);
                }))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("seed " + (seeds.get(0) + 2) + " (again with -Dcupel.seed=");
    }

    @Test
    void aPropertyWithoutACaseIsRefused() {
        assertThatThrownBy(() -> Seeds.cases(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPartOfTheCasesAreTheFirstOfThem() {
        assertThat(draw(50, 2, 1)).hasSize(100).startsWith(draw(50, 1, 1).toArray(Integer[]::new));
        assertThat(draw(50, 1, 5)).isEqualTo(draw(10, 1, 1));
        assertThat(draw(3, 1, 5)).hasSize(1);
    }

    private static List<Integer> draw(int cases, int factor, int part) {
        List<Integer> drawn = new ArrayList<>();
        Seeds.cases(cases, factor, part).check((seed, random) -> drawn.add(random.nextInt()));
        return drawn;
    }
}
