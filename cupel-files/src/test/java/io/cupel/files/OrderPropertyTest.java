package io.cupel.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.testkit.Seeds;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrderPropertyTest {
    @TempDir
    private Path folder;

    @Test
    void neitherTheOrderOfLinesNorTheirRepetitionMakesADifference() {
        Seeds.cases(1_000).check((seed, random) -> {
            List<String> lines = lines(random);
            List<String> once = describe(lines);
            List<String> more = new ArrayList<>(lines);
            for (int i = random.nextInt(5); i > 0; i--) {
                more.add(lines.get(random.nextInt(lines.size())));
            }
            Collections.shuffle(more, random);
            assertThat(describe(more)).isEqualTo(once);
        });
    }

    @Test
    void aBatchIsNoMoreThanItsCalls() {
        Seeds.cases(200).check((seed, random) -> {
            List<String> lines = lines(random);
            assertThat(describe(List.of("{\"batch\":[" + String.join(",", lines) + "]}")))
                    .isEqualTo(describe(lines));
        });
    }

    /** All but how many copies there were. */
    private List<String> describe(List<String> lines) {
        int half = lines.size() / 2;
        Desk desk = new Desk(folder)
                .leads("email,title,created", "a@acme.example,CEO,", "b@acme.example,CFO,2026-01-02T00:00:00Z")
                .events(lines.subList(0, half).toArray(String[]::new))
                .events(lines.subList(half, lines.size()).toArray(String[]::new));
        Population population = desk.read();
        Counts counts = population.counts();
        List<String> description = new ArrayList<>(Desk.describe(population));
        description.set(
                0,
                counts.calls() + " calls, " + counts.differing() + " differing, " + counts.visitors()
                        + " visitors, newest " + population.newest());
        return description;
    }

    private static List<String> lines(Random random) {
        List<String> lines = new ArrayList<>();
        int count = 1 + random.nextInt(10);
        for (int i = 0; i < count; i++) {
            lines.add(line(random));
        }
        return lines;
    }

    private static String line(Random random) {
        StringBuilder call = new StringBuilder("{\"timestamp\":\"2026-01-0" + (1 + random.nextInt(4)) + "\"");
        if (random.nextInt(4) > 0) {
            call.append(",\"messageId\":\"m").append(random.nextInt(8)).append('"');
        }
        if (random.nextInt(3) > 0) {
            call.append(",\"userId\":\"")
                    .append(pick(random, "u", "v", "A@acme.example"))
                    .append('"');
        }
        if (random.nextBoolean()) {
            call.append(",\"anonymousId\":\"").append(pick(random, "x", "y")).append('"');
        }
        String mail = pick(random, "a@acme.example", "b@acme.example", "c@gmail.com", "info@acme.example");
        call.append(
                switch (random.nextInt(5)) {
                    case 0 ->
                        ",\"type\":\"identify\",\"traits\":{\"email\":\"" + mail + "\",\"title\":\"T"
                                + random.nextInt(3) + "\",\"company\":{\"employees\":" + random.nextInt(3) + "}}";
                    case 1 ->
                        ",\"type\":\"group\",\"groupId\":\"" + pick(random, "g", "acme.example", "other.example")
                                + "\",\"traits\":{\"plan\":\"p" + random.nextInt(3) + "\"}";
                    case 2 -> ",\"type\":\"alias\",\"previousId\":\"" + pick(random, "x", "u", "v") + "\"";
                    case 3 -> ",\"type\":\"page\",\"properties\":{\"path\":\"/" + random.nextInt(3) + "\"}";
                    default -> ",\"type\":\"track\",\"event\":\"" + pick(random, "Watched", "Unsubscribed") + "\"";
                });
        return call.append('}').toString();
    }

    private static String pick(Random random, String... texts) {
        return texts[random.nextInt(texts.length)];
    }
}
