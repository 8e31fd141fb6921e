package io.cupel.core.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.core.mail.MailHit.Kind;
import io.cupel.testkit.Seeds;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The detector agrees with looking at each event beside all others. */
class DetectorPropertyTest {
    private static final long BEGIN = 1_772_000_000_000L;
    private static final List<String> AGENTS =
            List.of("Mozilla/5.0 (compatible; Googlebot/2.1)", "Mozilla/5.0 Safari/605", "curling iron");

    @Test
    void itFindsWhatLookingAtEachEventBesideAllOthersFinds() {
        Seeds.cases(2_000).check((seed, random) -> {
            List<MailHit> hits = hits(random);
            assertThat(Detector.find(hits)).isEqualTo(slowly(hits));
        });
    }

    @Test
    void theOrderOfArrivalMakesNoDifference() {
        Seeds.cases(500).check((seed, random) -> {
            List<MailHit> hits = hits(random);
            Map<String, Set<Suspect>> found = Detector.find(hits);
            List<MailHit> shuffled = new ArrayList<>(hits);
            Collections.shuffle(shuffled, random);
            assertThat(Detector.find(shuffled)).isEqualTo(found);
        });
    }

    /** As the watcher does: whatever an event changes shows in what lies around it. */
    @Test
    void whatLiesWithinReachOfEachEventSaysAllTogether() {
        Seeds.cases(500).check((seed, random) -> {
            List<MailHit> hits = hits(random);
            Map<String, Set<Suspect>> together = new TreeMap<>();
            List<MailHit> arrived = new ArrayList<>();
            for (MailHit hit : hits) {
                arrived.add(hit);
                List<MailHit> around = arrived.stream()
                        .filter(each -> Math.abs(each.at() - hit.at()) <= Detector.REACH)
                        .toList();
                Detector.find(around)
                        .forEach((id, reasons) -> together.computeIfAbsent(id, each -> EnumSet.noneOf(Suspect.class))
                                .addAll(reasons));
            }
            assertThat(together).isEqualTo(Detector.find(hits));
        });
    }

    private static List<MailHit> hits(Random random) {
        List<MailHit> hits = new ArrayList<>();
        int count = random.nextInt(12);
        for (int i = 0; i < count; i++) {
            Kind kind = List.of(Kind.values()).get(random.nextInt(3));
            hits.add(new MailHit(
                    "e" + i,
                    BEGIN + random.nextInt(9) * 2_500L + random.nextInt(3) - 1,
                    kind,
                    List.of("", "m1", "m2").get(random.nextInt(3)),
                    kind == Kind.CLICKED && random.nextInt(5) > 0 ? "l" + random.nextInt(4) : null,
                    random.nextInt(10) == 0,
                    random.nextInt(3) == 0 ? AGENTS.get(random.nextInt(3)) : null));
        }
        return hits;
    }

    private static Map<String, Set<Suspect>> slowly(List<MailHit> all) {
        Map<String, Set<Suspect>> found = new TreeMap<>();
        for (MailHit hit : all) {
            Set<Suspect> reasons = EnumSet.noneOf(Suspect.class);
            if (hit.kind() == Kind.DELIVERED) {
                continue;
            }
            if (hit.isDecoy()) {
                reasons.add(Suspect.DECOY);
            }
            if (hit.agent() != null && hit.agent().contains("Googlebot")) {
                reasons.add(Suspect.AGENT);
            }
            for (MailHit other : all) {
                long since = hit.at() - other.at();
                boolean isSame = hit.message().equals(other.message());
                if (isSame && other.kind() == Kind.DELIVERED && since >= 0 && since <= 5_000) {
                    reasons.add(Suspect.DELIVERY);
                }
                if (isSame && hit.link() != null && other.link() != null && since >= 0 && since <= 10_000) {
                    Set<String> links = new HashSet<>();
                    all.stream()
                            .filter(each -> each.message().equals(hit.message()) && each.link() != null)
                            .filter(each -> each.at() >= other.at() && each.at() <= other.at() + 10_000)
                            .forEach(each -> links.add(each.link()));
                    if (links.size() >= 3) {
                        reasons.add(Suspect.LINKS);
                    }
                }
            }
            if (!reasons.isEmpty()) {
                found.put(hit.id(), reasons);
            }
        }
        return found;
    }
}
