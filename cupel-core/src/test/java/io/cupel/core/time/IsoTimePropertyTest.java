package io.cupel.core.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.testkit.Seeds;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The usual form is read in a way of its own, and as any other. */
class IsoTimePropertyTest {
    private static final long YEAR_10000 = 253_402_300_800_000L;
    private static final long YEAR_0 = -62_167_219_200_000L;

    @Test
    void theUsualFormIsReadAsJavaReadsIt() {
        Seeds.cases(20_000).check((seed, random) -> {
            long millis = YEAR_0 + (long) (random.nextDouble() * (YEAR_10000 - YEAR_0));
            millis -= random.nextBoolean() ? Math.floorMod(millis, 1_000) : 0;
            String text = Instant.ofEpochMilli(millis).toString();
            assertThat(IsoTime.millis(text)).as(text).hasValue(millis);
        });
    }

    /** With its offset written out it is none of the usual form. */
    @Test
    void whatLooksUsualIsReadAsIsTheSameInAnotherForm() {
        Seeds.cases(20_000).check((seed, random) -> {
            String text = random.nextBoolean() ? "2024-02-28T23:59:59.999" : "2023-12-31T12:30:45";
            String changed = changed(changed(text, random), random);
            assertThat(IsoTime.millis(changed + "Z")).as(changed).isEqualTo(IsoTime.millis(changed + "+00:00"));
        });
    }

    private static String changed(String text, Random random) {
        int place = random.nextInt(text.length());
        return text.substring(0, place) + "0123456789:- .T".charAt(random.nextInt(15)) + text.substring(place + 1);
    }
}
