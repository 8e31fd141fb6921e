package io.cupel.app.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.app.AppUnderTest;
import io.cupel.app.ground.TestDatabase;
import io.cupel.core.evidence.Origin;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WriteKeysIT {
    @Test
    void aKeyMadeOnOneInstanceIsTakenByAnotherAtOnce() {
        try (AppUnderTest one = AppUnderTest.on(TestDatabase.fresh());
                AppUnderTest other = AppUnderTest.on(one.database())) {
            WriteKeys here = one.bean(WriteKeys.class);
            WriteKeys there = other.bean(WriteKeys.class);
            for (int i = 0; i < 20; i++) {
                // what there is known now is fresh for a second
                assertThat(there.find("sk_" + "x".repeat(32))).isEmpty();
                WriteKey.Made made = here.make(WriteKey.Plan.of("key " + i, Origin.SERVER));
                assertThat(there.find(made.secret())).contains(made.key());
                WriteKey.Made again =
                        here.rotate(made.key().number(), Duration.ZERO).orElseThrow();
                assertThat(there.find(again.secret())).isPresent();
            }
        }
    }
}
