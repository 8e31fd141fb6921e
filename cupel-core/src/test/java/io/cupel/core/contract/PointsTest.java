package io.cupel.core.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PointsTest {
    @ParameterizedTest
    @CsvSource({"20, 20000000", "0.5, 500000", "-14.322624, -14322624", "0.000001, 1", "1e3, 1000000000", "0, 0"})
    void pointsAreReadToTheMillionth(String written, long micros) {
        assertThat(Points.parse(written)).isEqualTo(new Points(micros));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ten", "0.0000001", "1e30", "1e-999999999", "1e999999999", "NaN", "0x1"})
    void whatIsNoNumberOfPointsIsRefused(String written) {
        assertThatThrownBy(() -> Points.parse(written)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"59.999999, 59", "60, 60", "-0.000001, -1", "-1, -1", "0.999999, 0"})
    void theNumberShownIsRoundedDown(String points, long shown) {
        assertThat(Points.parse(points).shown()).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"20", "0.5", "-14.322624", "0", "100", "0.000001"})
    void pointsAreWrittenAsTheyWereRead(String written) {
        assertThat(Points.parse(written)).hasToString(written);
    }

    @Test
    void aSumThatDoesNotFitIsAnErrorAndNotAnotherNumber() {
        assertThatThrownBy(() -> new Points(Long.MAX_VALUE).plus(new Points(1)))
                .isInstanceOf(ArithmeticException.class);
        assertThat(Points.of(2).plus(Points.of(-3))).isEqualTo(Points.of(-1));
    }

    @Test
    void fourThousandPointsFitTheFade() {
        assertThat(Points.MAX.micros()).isLessThan(1L << 32);
    }
}
