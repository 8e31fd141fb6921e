package io.cupel.core.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IsoTimeTest {
    @ParameterizedTest
    @CsvSource({
        "2015-12-10T04:08:31.909Z, 2015-12-10T04:08:31.909Z",
        "2015-12-10T04:08:31Z, 2015-12-10T04:08:31Z",
        "2015-12-10T04:08:31.9099999Z, 2015-12-10T04:08:31.909Z",
        "2015-12-10T04:08:31+05:30, 2015-12-09T22:38:31Z",
        "2015-12-10T04:08:31-0800, 2015-12-10T12:08:31Z",
        "2015-12-10 04:08, 2015-12-10T04:08:00Z",
        "2015-12-10, 2015-12-10T00:00:00Z",
        "2016-12-31T23:59:60Z, 2016-12-31T23:59:59Z",
    })
    void timesOfEveryIsoForm(String told, Instant expected) {
        assertThat(IsoTime.millis(told)).hasValue(expected.toEpochMilli());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "soon", "2015-02-30", "2015-12-10T25:00Z", "2015-12-10T04:08:61Z", "12/10/2015", "2015"})
    void whatIsNoTime(String told) {
        assertThat(IsoTime.millis(told)).isEmpty();
    }
}
