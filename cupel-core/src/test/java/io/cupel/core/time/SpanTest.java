package io.cupel.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpanTest {
    @ParameterizedTest
    @CsvSource({"90s, 90", "5m, 300", "4h, 14400", "30d, 2592000", "2w, 1209600"})
    void everyUnitIsRead(String written, long seconds) {
        assertThat(Span.parse(written)).isEqualTo(new Span(seconds));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0d", "-1d", "+1d", "1", "d", "1 d", "1.5h", "01h", "1y", "1D", "12345678901d", "١d"})
    void whatIsNoSpanIsRefused(String written) {
        assertThatThrownBy(() -> Span.parse(written)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aHundredYearsAreTheLongest() {
        assertThat(new Span(Span.SECONDS_MAX).seconds()).isEqualTo(Span.SECONDS_MAX);
        assertThatThrownBy(() -> new Span(Span.SECONDS_MAX + 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Span.parse("9999999999w")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Span(0)).hasMessageContaining("was 0 seconds");
    }

    @ParameterizedTest
    @CsvSource({"30d, 30d", "2w, 14d", "36h, 36h", "24h, 1d", "90s, 90s", "120s, 2m"})
    void aSpanIsWrittenInItsLargestUnit(String read, String written) {
        assertThat(Span.parse(read)).hasToString(written);
    }

    @Test
    void agesAreDifferencesOfWholeSeconds() {
        assertThat(Span.age(999, 1_000)).isEqualTo(1);
        assertThat(Span.age(0, 999)).isZero();
        assertThat(Span.age(-1, 0)).isEqualTo(1);
    }

    @Test
    void aSpanIsOverWhenItIsReached() {
        assertThat(new Span(10).isOverSince(500, 9_999)).isFalse();
        assertThat(new Span(10).isOverSince(500, 10_000)).isTrue();
    }
}
