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
                String java = Instant.EPOCH.plus(each, ChronoUnit.MICROS).toString();
                byte[] letters = java.getBytes(StandardCharsets.US_ASCII);
                assertThat(letters(text.eights(), length)).isEqualTo(java);
                assertThat(Fingerprint.text(text.eights(), length))
                        .isEqualTo(Fingerprint.text(letters, 0, letters.length));
            }
        });
    }

    private static String letters(long[] eights, int length) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < length; i++) {
            letters.append((char) (eights[i / 8] >>> (8 * (i % 8)) & 0xFF));
        }
        return letters.toString();
    }
}
