package io.cupel.core.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.core.evidence.Evidence;
import io.cupel.core.evidence.Forgotten;
import io.cupel.core.evidence.Key;
import io.cupel.core.evidence.Register;
import io.cupel.core.evidence.Sighting;
import io.cupel.core.reference.RandomLog.Received;
import io.cupel.testkit.Seeds;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What a register has forgotten of a lead, it is as if it had never heard. */
class ForgottenPropertyTest {
    @Test
    void aLeadIsForgottenAsIfItHadNeverBeen() {
        int[] compared = new int[1];
        Seeds.cases(2_000).check((seed, random) -> {
            RandomLog draw = new RandomLog(new Draw(random));
            draw = random.nextBoolean() ? draw.merged() : draw;
            List<Received> log = (random.nextBoolean() ? draw.denied() : draw).next(2 + random.nextInt(30));
            MemoryArchive archive = new MemoryArchive();
            Register register = enrolled(log, archive, random);
            if (register.leads().isEmpty()) {
                return;
            }
            long lead = List.copyOf(register.leads()).get(0);
            Forgotten forgotten = register.forget(lead);
            archive.file(register.toFile());
            archive.forget(forgotten);
            Register fresh = new Register();
            boolean isMixed = false;
            for (int i = 0; i < log.size(); i++) {
                Sighting sighting = log.get(i).sighting();
                boolean isGone = forgotten.positions().contains(i + 1L);
                // what others' calls say of it, and its calls of others, stays told
                isMixed |= Key.named(sighting.keys()).stream()
                        .anyMatch(key -> forgotten.nodes().contains(key.node()) != isGone);
                if (!isGone) {
                    fresh.enrol(i + 1L, sighting);
                }
            }
            if (!isMixed) {
                Register read = new Register(archive, register.numbers());
                assertThat(shown(read, archive.leads())).isEqualTo(shown(fresh, fresh.leads()));
                compared[0]++;
            }
        });
        assertThat(compared[0]).isPositive();
    }

    private static Register enrolled(List<Received> log, MemoryArchive archive, Random random) {
        Register register = new Register(archive, 0);
        long position = 0;
        for (Received entry : log) {
            archive.log.put(++position, entry.sighting());
            register.enrol(position, entry.sighting());
            if (random.nextInt(4) == 0) {
                archive.file(register.toFile());
                register = new Register(archive, register.numbers());
            }
        }
        return register;
    }

    private static Map<String, String> shown(Register register, Set<Long> leads) {
        Map<String, String> shown = new TreeMap<>();
        for (long lead : leads) {
            Evidence evidence = register.evidence(lead);
            shown.put(
                    register.name(lead),
                    evidence.events().stream().map(each -> each.id()).toList() + " "
                            + new TreeMap<>(register.told(lead)) + evidence.acts()
                            + evidence.own().told() + evidence.suspects());
        }
        return shown;
    }
}
