package io.cupel.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.testkit.Seeds;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

class InstantTextTest {
    private static final long MICROS_TO_9999 = 253_402_300_799_999_999L;

    @Test
    void instantsAreWrittenAsJavaWritesThem() {
        InstantText text = new InstantText();
        Seeds.cases(20_000).check((seed, random) -> {
            long micros = (long) (random.nextDouble() * MICROS_TO_9999);
            for (long each :
                    new long[] {micros, micros / 1_000 * 1_000, micros / 1_000_000 * 1_000_000, -micros / 200}) {
                int length = text.write(each);
                assertThat(new String(text.letters(), 0, length, StandardCharsets.US_ASCII))
                        .isEqualTo(Instant.EPOCH.plus(each, ChronoUnit.MICROS).toString());
            }
        });
    }
}
