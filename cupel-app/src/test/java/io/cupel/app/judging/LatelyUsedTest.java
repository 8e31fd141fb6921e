package io.cupel.app.judging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LatelyUsedTest {
    private static final int MOST = 20;

    @Test
    @DisplayName("the last that were asked for are there, and never more than twice as many as may be recent")
    void keepsTheLast() {
        long seed = new SplittableRandom().nextLong();
        SplittableRandom random = new SplittableRandom(seed);
        LatelyUsed<String> held = new LatelyUsed<>(MOST);
        Set<Long> asked = new LinkedHashSet<>(); // in the order of asking
        Set<Long> put = new HashSet<>();
        for (int step = 0; step < 20_000; step++) {
            long number = random.nextInt(200);
            switch (random.nextInt(10)) {
                case 0 -> {
                    held.remove(number);
                    put.remove(number);
                }
                case 1 -> {
                    held.removeIf(text -> text.equals("of " + number));
                    put.remove(number);
                }
                default -> {
                    String found = held.get(number);
                    assertThat(found).as("seed %d, step %d", seed, step).isIn(null, "of " + number);
                    if (put.contains(number) && isAmongLast(asked, number)) {
                        assertThat(found).as("seed %d, step %d", seed, step).isNotNull();
                    }
                    if (!put.contains(number)) {
                        assertThat(found).as("seed %d, step %d", seed, step).isNull();
                    }
                    held.put(number, "of " + number);
                    put.add(number);
                    asked.remove(number);
                    asked.add(number);
                }
            }
            held.forget();
            assertThat(held.size()).as("seed %d, step %d", seed, step).isLessThanOrEqualTo(2 * MOST);
        }
    }

    private static boolean isAmongLast(Set<Long> asked, long number) {
        return asked.stream().skip(Math.max(0, asked.size() - MOST)).anyMatch(each -> each == number);
    }
}
