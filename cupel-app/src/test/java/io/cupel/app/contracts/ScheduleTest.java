package io.cupel.app.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.app.contracts.Schedule.Turn;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    private static final Instant JUNE = Instant.parse("2026-06-01T00:00:00Z");
    private static final Instant JULY = Instant.parse("2026-07-01T00:00:00Z");

    @Test
    void aVersionIsInForceFromItsInstantUntilTheNextOnes() {
        var schedule = new Schedule(List.of(new Turn(2, JULY, 2), new Turn(1, JUNE, 1)));
        assertThat(schedule.at(JUNE.minusMillis(1))).isEmpty();
        assertThat(schedule.at(JUNE)).map(Turn::version).contains(1);
        assertThat(schedule.at(JULY.minusMillis(1))).map(Turn::version).contains(1);
        assertThat(schedule.at(JULY)).map(Turn::version).contains(2);
        assertThat(schedule.supersededFrom(1)).contains(JULY);
        assertThat(schedule.supersededFrom(2)).isEmpty();
        assertThat(schedule.supersededFrom(3)).isEmpty();
    }

    @Test
    void whatIsActivatedNowIsInForceUntilWhatWasScheduledBefore() {
        var schedule = new Schedule(List.of(new Turn(2, JULY, 1), new Turn(3, JUNE, 2)));
        assertThat(schedule.at(JUNE)).map(Turn::version).contains(3);
        assertThat(schedule.at(JULY)).map(Turn::version).contains(2);
        assertThat(schedule.supersededFrom(3)).contains(JULY);
    }

    @Test
    void ofTwoFromTheSameInstantOnTheOneActivatedLaterCounts() {
        var schedule = new Schedule(List.of(new Turn(3, JUNE, 2), new Turn(2, JUNE, 1)));
        assertThat(schedule.at(JUNE)).map(Turn::version).contains(3);
        assertThat(schedule.supersededFrom(2)).contains(JUNE);
    }
}
