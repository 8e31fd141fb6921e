package io.cupel.files.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.testkit.Seeds;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class UuidTextPropertyTest {
    @Test
    void aUuidIsTheNumbersThatJavaReadsAndComesBackAsItWas() {
        Seeds.cases(2_000).check((seed, random) -> {
            UUID uuid = new UUID(random.nextLong(), random.nextLong());
            byte[] text = (" " + uuid).getBytes(StandardCharsets.US_ASCII);
            assertThat(UuidText.isUuid(text, 1, 36)).isTrue();
            assertThat(UuidText.high(text, 1)).isEqualTo(uuid.getMostSignificantBits());
            assertThat(UuidText.low(text, 1)).isEqualTo(uuid.getLeastSignificantBits());
            assertThat(UuidText.of(uuid.getMostSignificantBits(), uuid.getLeastSignificantBits()))
                    .isEqualTo(uuid.toString());
        });
    }

    /** Every byte at every place: what is taken for a UUID is written as it was. */
    @Test
    void withOneOtherByteItIsAUuidOnlyWhereThatByteMayStand() {
        Seeds.cases(20).check((seed, random) -> {
            byte[] text =
                    new UUID(random.nextLong(), random.nextLong()).toString().getBytes(StandardCharsets.US_ASCII);
            for (int at = 0; at < text.length; at++) {
                byte before = text[at];
                for (int value = Byte.MIN_VALUE; value <= Byte.MAX_VALUE; value++) {
                    text[at] = (byte) value;
                    boolean isDash = at == 8 || at == 13 || at == 18 || at == 23;
                    boolean isDigit = (value >= '0' && value <= '9') || (value >= 'a' && value <= 'f');
                    assertThat(UuidText.isUuid(text, 0, text.length))
                            .as("%d at %d", value, at)
                            .isEqualTo(isDash ? value == '-' : isDigit);
                }
                text[at] = before;
            }
        });
    }
}
