package io.cupel.core.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.core.evidence.Denial;
import io.cupel.core.evidence.Evidence;
import io.cupel.core.evidence.Gathering;
import io.cupel.core.evidence.Keys;
import io.cupel.core.evidence.Register;
import io.cupel.core.evidence.Sighting;
import io.cupel.core.reference.RandomLog.Received;
import io.cupel.testkit.Seeds;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What people say of claims is a set of words, and each of them can be taken back as if it had never been said. */
class DenialsPropertyTest {
    @Test
    void afterAllIsTakenBackTheLeadsAreAsIfNothingHadBeenDenied() {
        int[] changed = new int[1];
        Seeds.cases(3_000).check((seed, random) -> {
            RandomLog draw = new RandomLog(new Draw(random));
            draw = random.nextBoolean() ? draw.merged() : draw;
            List<Received> log = draw.denied().next(1 + random.nextInt(40));
            Register with = new Register();
            Register without = new Register();
            List<Denial> denials = new ArrayList<>();
            long position = 0;
            for (Received entry : log) {
                with.enrol(++position, entry.sighting());
                if (entry.sighting().act() instanceof Denial denial) {
                    denials.add(denial);
                } else {
                    without.enrol(position, entry.sighting());
                }
            }
            changed[0] += shown(with).equals(shown(without)) ? 0 : 1;
            Collections.shuffle(denials, random);
            for (Denial denial : denials) {
                Denial restore = Denial.restore("r" + position, denial.at(), denial.id(), "");
                with.enrol(++position, Sighting.act(Keys.NONE, restore));
            }
            assertThat(shown(with)).isEqualTo(shown(without));
        });
        System.out.println("denials: leads changed by them in " + changed[0] + " logs");
        assertThat(changed[0]).isGreaterThan(Seeds.share(300));
    }

    private static Map<String, String> shown(Register register) {
        Map<String, String> shown = new TreeMap<>();
        register.leads().stream()
                .filter(lead -> !register.isBare(lead))
                .forEach(lead -> shown.put(register.name(lead), shown(register.evidence(lead))));
        return shown;
    }

    private static String shown(Evidence lead) {
        return lead.events() + " " + lead.own().told() + lead.acts() + lead.crm() + lead.suspects()
                + lead.company().stream()
                        .map(each -> each.since() + " " + each.log().told())
                        .toList();
    }

    @Test
    void itMakesNoDifferenceInWhichOrderAllIsSaid() {
        Seeds.cases(2_000).check((seed, random) -> {
            List<Received> log = new RandomLog(new Draw(random)).denied().next(1 + random.nextInt(40));
            List<Sighting> all = new ArrayList<>();
            log.forEach(entry -> all.add(entry.sighting()));
            Map<String, String> wanted = gathered(all);
            Collections.shuffle(all, random);
            assertThat(gathered(all)).isEqualTo(wanted);
            Register register = new Register();
            for (int i = 0; i < all.size(); i++) {
                register.enrol(i + 1L, all.get(i));
            }
            assertThat(shown(register)).isEqualTo(wanted);
        });
    }

    private static Map<String, String> gathered(List<Sighting> all) {
        Map<String, String> shown = new TreeMap<>();
        Gathering.of(all).evidence().forEach(lead -> shown.put(lead.lead(), shown(lead)));
        return shown;
    }
}
