package io.cupel.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FadeTest {
    @ParameterizedTest
    @CsvSource({
        "60000000, 30d, 30d, 30000000",
        "15000000, 2d, 30d, 14322624",
        "20000000, 1s, 7d, 19999977",
        "40000000, 45d, 14d, 4309864",
        "-20000000, 61d, 60d, -9885140",
    })
    void theWrittenVectorsHold(long micros, String age, String halfLife, long left) {
        assertThat(new Fade(Span.parse(halfLife)).of(micros, Span.parse(age).seconds()))
                .isEqualTo(left);
    }

    @Test
    void theTableIsAsWritten() {
        assertThat(Fade.weight(0)).isEqualTo(1L << 31);
        assertThat(Fade.weight(1)).isEqualTo(2147120270L);
        assertThat(Fade.weight(2048)).isEqualTo(1518500250L);
        assertThat(Fade.weight(4096)).isEqualTo(1L << 30);
    }

    /** T[k] is 2^(31 - k/4096) rounded: so (2T - 1)^4096 is below 2^(131072 - k), and that is below (2T + 1)^4096. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 511, 1023, 1365, 2047, 2049, 2731, 3333, 4000, 4094, 4095})
    void everyStepIsRoundedExactly(int step) {
        BigInteger twice = BigInteger.valueOf(2 * Fade.weight(step));
        BigInteger exact = BigInteger.TWO.pow(131_072 - step);
        assertThat(twice.subtract(BigInteger.ONE).pow(4096)).isLessThan(exact);
        assertThat(twice.add(BigInteger.ONE).pow(4096)).isGreaterThan(exact);
    }

    @Test
    void nothingIsLeftAfterSixtyTwoHalfLives() {
        assertThat(new Fade(new Span(1)).of(Fade.VALUE_BOUND - 1, 62)).isZero();
        assertThat(new Fade(new Span(1)).of(-Fade.VALUE_BOUND + 1, 1_000_000)).isZero();
        assertThat(new Fade(new Span(1)).of(Fade.VALUE_BOUND - 1, 31)).isEqualTo(1);
    }

    @Test
    void nothingFadesAtOnce() {
        assertThat(new Fade(new Span(1)).of(-5, 0)).isEqualTo(-5);
    }

    @Test
    void aNegativeAgeIsRefused() {
        assertThatThrownBy(() -> new Fade(new Span(1)).of(1, -1)).hasMessageContaining("was -1");
    }
}
