package io.cupel.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.testkit.Seeds;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CodePointOrderTest {
    private static final CodePointOrder ORDER = CodePointOrder.INSTANCE;

    @Test
    void anEmojiComesAfterEveryCharacterOfTheBasicPlane() {
        assertThat(ORDER.compare("\ud83d\ude00", "\uffee")).isPositive();
        assertThat(ORDER.compare("\ue000", "\ud83d\ude00")).isNegative();
        assertThat(ORDER.compare("\ud83d\ude00", "\ud83d\ude01")).isNegative();
    }

    @Test
    void aBeginningComesBeforeTheWhole() {
        assertThat(ORDER.compare("a", "ab")).isNegative();
        assertThat(ORDER.compare("", "a")).isNegative();
        assertThat(ORDER.compare("a", "a")).isZero();
    }

    @Test
    void capitalsComeBeforeSmallLettersAndTenBeforeNine() {
        assertThat(ORDER.compare("Z", "a")).isNegative();
        assertThat(ORDER.compare("10", "9")).isNegative();
    }

    @Test
    void theOrderIsThatOfTheCodePoints() {
        Seeds.cases(5_000).check((seed, random) -> {
            int[] a = codePoints(random);
            int[] b = codePoints(random);
            int compared = ORDER.compare(new String(a, 0, a.length), new String(b, 0, b.length));
            assertThat(Integer.signum(compared)).isEqualTo(Integer.signum(Arrays.compare(a, b)));
        });
    }

    private static int[] codePoints(Random random) {
        int[] alphabet = {'a', 'b', 0xd7ff, 0xe000, 0xffff, 0x10000, 0x1f600, 0x10ffff};
        return random.ints(random.nextInt(4), 0, alphabet.length)
                .map(i -> alphabet[i])
                .toArray();
    }
}
