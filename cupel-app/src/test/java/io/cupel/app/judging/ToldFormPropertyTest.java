package io.cupel.app.judging;

import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.core.evidence.Range;
import io.cupel.testkit.Seeds;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ToldFormPropertyTest {
    private static final List<String> TEXTS = List.of(
            "", "VP of Sales", "\"\\", "\u0001\n\t", "\ud800", "\udc00x", "\ud83d\ude00", "é", "{}", "1", "null");

    private static final List<Object> OTHERS = List.of(
            0L,
            -1L,
            Long.MAX_VALUE,
            0.0,
            -0.0,
            1.0,
            0.1,
            1e300,
            4.9e-324,
            true,
            false,
            Instant.ofEpochMilli(1_772_000_000_250L),
            Instant.ofEpochMilli(-1),
            new Range(50, 200),
            Range.atLeast(10),
            List.of("a", "\"", "1"));

    private static Object value(Random random) {
        return random.nextBoolean()
                ? TEXTS.get(random.nextInt(TEXTS.size()))
                : OTHERS.get(random.nextInt(OTHERS.size()));
    }

    @Test
    void whatWasToldComesBackWithItsVeryTypesAndEqualOnesAreWrittenAlike() {
        Seeds.cases(2_000).check((seed, random) -> {
            Map<String, Object> told = new HashMap<>();
            int count = random.nextInt(6);
            for (int i = 0; i < count; i++) {
                told.put("lead.a" + random.nextInt(9), value(random));
            }
            String written = ToldForm.write(told);
            assertThat(ToldForm.read(written)).isEqualTo(told);
            Map<String, Object> otherwise = new LinkedHashMap<>();
            told.keySet().stream()
                    .sorted((a, b) -> b.compareTo(a))
                    .forEach(path -> otherwise.put(path, told.get(path)));
            assertThat(ToldForm.write(otherwise)).isEqualTo(written);
        });
    }

    @Test
    void itTakesLittleRoom() {
        Map<String, Object> told = Map.of("lead.email", "vp@nordwind.example", "company.employees", 120L);
        assertThat(ToldForm.write(told))
                .isEqualTo("{\"company.employees\":120,\"lead.email\":\"vp@nordwind.example\"}");
    }
}
