package io.cupel.core.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RequiresTest {
    @Test
    void nothingIsMetByNothing() {
        assertThat(Requires.NOTHING.areMet(0, 0)).isTrue();
    }

    @Test
    void allAsksForBoth() {
        Requires both = new Requires(2, 3, false);
        assertThat(both.areMet(2, 3)).isTrue();
        assertThat(both.areMet(1, 3)).isFalse();
        assertThat(both.areMet(2, 2)).isFalse();
    }

    @Test
    void anyAsksForOne() {
        Requires either = new Requires(2, 2, true);
        assertThat(either.areMet(2, 1)).isTrue();
        assertThat(either.areMet(1, 2)).isTrue();
        assertThat(either.areMet(1, 1)).isFalse();
    }

    @Test
    void anyOfOneAsksForThatOne() {
        assertThat(new Requires(2, 0, true).areMet(1, 9)).isFalse();
        assertThat(new Requires(2, 0, true).areMet(2, 0)).isTrue();
        assertThat(new Requires(0, 2, true).areMet(9, 1)).isFalse();
        assertThat(new Requires(0, 2, true).areMet(0, 2)).isTrue();
    }

    @Test
    void moreDaysThanAYearAreRefused() {
        assertThat(new Requires(Requires.DAYS_MAX, 0, true).distinctDays()).isEqualTo(366);
        assertThatThrownBy(() -> new Requires(Requires.DAYS_MAX + 1, 0, true))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Requires(0, -1, true)).isInstanceOf(IllegalArgumentException.class);
    }
}
