package io.cupel.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.testkit.Seeds;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class AttributesPropertyTest {
    private static final List<String> PATHS =
            List.of("lead.email", "company.name", "lead.title", "company.employees", "lead.x", "company.x");

    @Test
    void attributesAreTheMapOfWhatIsTold() {
        Seeds.cases(500).check((seed, random) -> {
            List<String> paths = some(random);
            Object[] values = new Object[paths.size()];
            Map<String, Object> told = new HashMap<>();
            for (int place = 0; place < values.length; place++) {
                if (random.nextBoolean()) {
                    values[place] = random.nextInt(3);
                    told.put(paths.get(place), values[place]);
                }
            }
            Map<String, Object> attributes = Attributes.of(Attributes.Paths.of(paths), values);

            assertThat(attributes).isEqualTo(told).hasSameHashCodeAs(told).hasSameSizeAs(told);
            assertThat(new HashMap<>(attributes)).isEqualTo(told);
            assertThat(Attributes.kept(attributes)).isSameAs(attributes);
            assertThat(Attributes.hasCompany(attributes)).isEqualTo(Attributes.hasCompany(told));
            for (boolean ofCompany : new boolean[] {true, false}) {
                Map<String, Object> part = Attributes.part(attributes, ofCompany);
                assertThat(part).isEqualTo(Attributes.part(told, ofCompany));
                PATHS.forEach(path -> assertThat(part.containsKey(path))
                        .isEqualTo(told.containsKey(path) && path.startsWith("company.") == ofCompany));
            }
        });
    }

    private static List<String> some(Random random) {
        List<String> some = new ArrayList<>(PATHS);
        java.util.Collections.shuffle(some, random);
        return some.subList(0, random.nextInt(PATHS.size() + 1));
    }
}
