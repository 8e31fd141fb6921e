package io.cupel.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {
    private static final List<String> KEYS =
            List.of("half-life", "linear", "window", "points", "on", "at-least", "at-most");

    @Test
    void slipsOfThePenAreUnderstood() {
        assertThat(Nearest.of("half-live", KEYS)).isEqualTo("half-life");
        assertThat(Nearest.of("HalfLife", KEYS)).isEqualTo("half-life");
        assertThat(Nearest.of("piont", KEYS)).isEqualTo("points");
        assertThat(Nearest.of("at-leats", KEYS)).isEqualTo("at-least");
        assertThat(Nearest.of("no", KEYS)).isEqualTo("on");
        assertThat(Nearest.of("decay", KEYS)).isNull();
        assertThat(Nearest.of("x".repeat(100_000), KEYS)).isNull();
    }

    @Test
    void slipsAreCounted() {
        assertThat(Nearest.slips("", "abc")).isEqualTo(3);
        assertThat(Nearest.slips("abc", "acb")).isEqualTo(1);
        assertThat(Nearest.slips("abc", "axc")).isEqualTo(1);
        assertThat(Nearest.slips("abc", "abc")).isZero();
        assertThat(Nearest.slips("ca", "abc")).isEqualTo(3);
    }
}
