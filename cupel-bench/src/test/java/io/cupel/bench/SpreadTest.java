package io.cupel.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SpreadTest {
    private static Spread of(double... values) {
        Spread spread = new Spread();
        for (double value : values) {
            spread.add(value);
        }
        return spread;
    }

    @Test
    void theMedianStandsBetweenTheLeastAndTheMost() {
        assertThat(of(30, 1.04, 2).text("%.1f")).isEqualTo("2.0 [1.0–30.0]");
    }

    @Test
    void ratiosAreThoseOfTheRounds() {
        assertThat(of(10, 40, 90).over(of(1, 2, 3)).median()).isEqualTo(20);
    }

    @Test
    void oneInAHundredIsAboveTheNinetyNinthPercentile() {
        Spread spread = new Spread();
        for (int i = 1; i <= 200; i++) {
            spread.add(i);
        }
        assertThat(spread.share(0.99)).isEqualTo(199);
        assertThat(spread.share(1)).isEqualTo(200);
    }

    @Test
    void secondsAreTurnedIntoRates() {
        assertThat(of(2, 4).inverse(8).text("%.0f")).isEqualTo("4 [2–4]");
    }
}
