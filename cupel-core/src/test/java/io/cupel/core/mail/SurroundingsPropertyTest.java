package io.cupel.core.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.core.mail.MailHit.Kind;
import io.cupel.testkit.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Where it says that nothing may be suspect, the detector finds nothing, whichever of the events are one lead's. */
class SurroundingsPropertyTest {
    private static final long BEGIN = 1_772_000_000_000L;

    @Test
    void whereNothingMayBeSuspectTheDetectorFindsNothing() {
        int[] spared = {0, 0};
        Seeds.cases(2_000).check((seed, random) -> {
            List<MailHit> hits = hits(random);
            int known = random.nextInt(hits.size());
            Surroundings around = new Surroundings(
                    hits.subList(0, known).stream().mapToLong(MailHit::at).max().orElse(Long.MIN_VALUE));
            for (int i = known; i < hits.size(); i++) {
                MailHit hit = hits.get(i);
                around.add(hit);
                spared[1]++;
                if (!around.maySuspect(hit)) {
                    spared[0]++;
                    assertThat(Detector.find(within(hits.subList(0, i + 1), hit)))
                            .isEmpty();
                }
            }
        });
        assertThat(spared[0]).as("of " + spared[1]).isBetween(spared[1] / 10, spared[1] * 9 / 10);
    }

    private static List<MailHit> within(List<MailHit> hits, MailHit hit) {
        return hits.stream()
                .filter(each -> each.message().equals(hit.message()))
                .filter(each -> Math.abs(each.at() - hit.at()) <= Detector.REACH)
                .toList();
    }

    @Test
    void whatWasForgottenIsNotKnown() {
        Surroundings around = new Surroundings(BEGIN);
        int stretches = 100;
        for (int stretch = 1; stretch <= stretches; stretch++) {
            for (int mail = 0; mail < Surroundings.COUNTS_MAX / 50; mail++) {
                around.add(opened(BEGIN + stretch * Detector.REACH, "m" + mail));
            }
        }
        assertThat(around.maySuspect(opened(BEGIN + Detector.REACH, "m0"))).isTrue();
        assertThat(around.maySuspect(opened(BEGIN + 49 * Detector.REACH, "m0"))).isTrue();
        assertThat(around.maySuspect(opened(BEGIN + 53 * Detector.REACH, "m0"))).isFalse();
        assertThat(around.maySuspect(opened(BEGIN + stretches * Detector.REACH, "m0")))
                .isFalse();
    }

    private static MailHit opened(long at, String message) {
        return new MailHit("e", at, Kind.OPENED, message, null, false, null);
    }

    private static List<MailHit> hits(Random random) {
        List<MailHit> hits = new ArrayList<>();
        int count = 1 + random.nextInt(12);
        for (int i = 0; i < count; i++) {
            Kind kind = List.of(Kind.values()).get(random.nextInt(3));
            hits.add(new MailHit(
                    "e" + i,
                    BEGIN + random.nextInt(12) * 2_500L + random.nextInt(3) - 1,
                    kind,
                    List.of("", "m1", "m2").get(random.nextInt(3)),
                    kind == Kind.CLICKED && random.nextInt(5) > 0 ? "l" + random.nextInt(4) : null,
                    false,
                    null));
        }
        return hits;
    }
}
