package io.cupel.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.testkit.Seeds;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PartNumbersTest {
    private static final int KEPT = 3_000;
    private static final int ASKED = 100;

    @Test
    void severalAreFoundAtOnceAndOthersAreNot() {
        Seeds.cases(20).check((seed, random) -> {
            PartNumbers numbers = new PartNumbers();
            Map<Long, Integer> kept = new HashMap<>();
            for (int i = 0; i < KEPT; i++) {
                long number = random.nextLong() >>> (1 + random.nextInt(60));
                assertThat(numbers.add(number, 7L * i, i)).isEqualTo(kept.putIfAbsent(number, i) == null);
            }
            long[] asked = new long[ASKED];
            for (int i = 0; i < ASKED; i++) {
                asked[i] = random.nextLong() >>> (1 + random.nextInt(60));
            }
            int[] found = new int[ASKED];
            numbers.find(asked, ASKED, found);
            for (int i = 0; i < ASKED; i++) {
                Integer meaning = kept.get(asked[i]);
                assertThat(found[i] == PartNumbers.UNKNOWN).isEqualTo(meaning == null);
                if (meaning != null) {
                    assertThat(numbers.meaning(found[i])).isEqualTo(meaning);
                    assertThat(numbers.print(found[i])).isEqualTo(7L * meaning);
                }
            }
        });
    }

    @Test
    void noFewerAreFoundThanAreAskedFor() {
        PartNumbers numbers = new PartNumbers();
        numbers.add(5, 0, 0);
        int[] found = {9, 9};
        numbers.find(new long[] {5, 6}, 1, found);
        assertThat(numbers.meaning(found[0])).isZero();
        assertThat(found[1]).isEqualTo(9);
    }
}
