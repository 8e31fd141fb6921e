package io.cupel.core.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.core.contract.Contract;
import io.cupel.core.evidence.About;
import io.cupel.core.evidence.Evidence;
import io.cupel.core.evidence.Merged;
import io.cupel.core.evidence.Register;
import io.cupel.core.lifecycle.Glance;
import io.cupel.core.lifecycle.Judge;
import io.cupel.core.lifecycle.Judgement;
import io.cupel.core.lifecycle.LogReplay;
import io.cupel.core.reference.RandomLog.Received;
import io.cupel.testkit.Seeds;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The register and the docket agree at every position with reading everything again. */
class DocketPropertyTest {
    @Test
    void theRegisterKnowsAtEachPositionWhatReadingAllAgainFinds() {
        Seeds.cases(800).check((seed, random) -> {
            RandomLog draw = new RandomLog(new Draw(random));
            List<Received> log = (random.nextBoolean() ? draw.denied() : draw).next(1 + random.nextInt(30));
            Register register = new Register();
            SlowDocket slow = new SlowDocket();
            long position = 0;
            for (Received entry : log) {
                register.enrol(++position, entry.sighting());
                slow.take(entry.received(), entry.sighting());
                Map<String, String> wanted = new TreeMap<>();
                slow.known().values().forEach(lead -> wanted.put(lead.evidence().lead(), shown(lead.evidence())));
                Map<String, String> found = new TreeMap<>();
                register.leads().forEach(lead -> found.put(register.name(lead), shown(register.evidence(lead))));
                assertThat(found).isEqualTo(wanted);
                Map<String, Object> told = new TreeMap<>();
                slow.known().values().forEach(lead -> told.put(lead.evidence().lead(), lead.told()));
                Map<String, Object> foundTold = new TreeMap<>();
                register.leads().forEach(lead -> foundTold.put(register.name(lead), register.told(lead)));
                assertThat(foundTold).isEqualTo(told);
                register.leads()
                        .forEach(lead -> assertThat(register.about(lead)).isEqualTo(about(register, lead)));
            }
        });
    }

    /** Asked for anew, each by itself. */
    private static About about(Register register, long lead) {
        return new About(
                register.name(lead),
                register.isMailVerified(lead),
                register.company(lead),
                register.told(lead),
                register.under(lead));
    }

    @Test
    void whatARegisterForgetsItFindsInItsArchive() {
        Seeds.cases(1_000).check((seed, random) -> {
            RandomLog draw = new RandomLog(new Draw(random));
            draw = random.nextBoolean() ? draw.merged() : draw;
            List<Received> log = (random.nextBoolean() ? draw.denied() : draw).next(1 + random.nextInt(40));
            Register always = new Register();
            MemoryArchive archive = new MemoryArchive();
            Register forgetful = new Register(archive, 0);
            long position = 0;
            for (Received entry : log) {
                archive.log.put(++position, entry.sighting());
                Register.Enrolled wanted = always.enrol(position, entry.sighting());
                assertThat(forgetful.enrol(position, entry.sighting())).isEqualTo(wanted);
                if (wanted.lead() != Register.Enrolled.NOBODY) {
                    assertThat(forgetful.told(wanted.lead())).isEqualTo(always.told(wanted.lead()));
                }
                for (Merged.Whole whole : wanted.merged().wholes()) {
                    assertThat(forgetful.told(whole.number())).isEqualTo(always.told(whole.number()));
                    assertThat(shown(forgetful.evidence(whole.number())))
                            .isEqualTo(shown(always.evidence(whole.number())));
                }
                if (random.nextInt(3) == 0) {
                    archive.file(forgetful.toFile());
                    forgetful = new Register(archive, forgetful.numbers());
                }
            }
            archive.file(forgetful.toFile());
            Register read = new Register(archive, forgetful.numbers());
            assertThat(archive.leads()).isEqualTo(always.leads());
            for (long lead : always.leads()) {
                assertThat(shown(read.evidence(lead))).isEqualTo(shown(always.evidence(lead)));
                assertThat(read.told(lead)).isEqualTo(always.told(lead));
                assertThat(read.company(lead)).isEqualTo(always.company(lead));
            }
        });
    }

    private static String shown(Evidence evidence) {
        StringBuilder text = new StringBuilder(evidence.lead());
        evidence.events().forEach(event -> text.append("\n event ").append(event.id()));
        evidence.own()
                .told()
                .forEach(told -> text.append("\n own ")
                        .append(new TreeMap<>(told.values()))
                        .append(told.at()));
        evidence.company().forEach(membership -> {
            text.append("\n company since ").append(membership.since());
            membership
                    .log()
                    .told()
                    .forEach(told -> text.append("\n  ")
                            .append(new TreeMap<>(told.values()))
                            .append(told.at()));
        });
        evidence.suspects()
                .forEach(each ->
                        text.append("\n suspect ").append(each.event().id()).append(each.reasons()));
        evidence.acts().forEach(act -> text.append("\n act ").append(act.id()));
        return text.append("\n crm ").append(evidence.crm()).toString();
    }

    @Test
    void theDocketDecidesAsJudgingEachPositionAnewDoes() {
        Seeds.cases(800).check((seed, random) -> {
            Draw draw = new Draw(random);
            Contract contract = new RandomContracts(draw, false).next();
            Judge judge = Judge.of(contract);
            RandomLog drawn = new RandomLog(draw);
            List<Received> log = (random.nextBoolean() ? drawn.denied() : drawn).next(1 + random.nextInt(30));
            LogReplay docket = new LogReplay(judge);
            long position = 0;
            SlowDocket slow = new SlowDocket();
            SlowCases slowly = new SlowCases(judge);
            Turns turns = new Turns(draw, log);
            for (Received entry : log) {
                for (Turns.Turn turn : turns.upTo(entry.received())) {
                    docket.turn(turn.at(), turn.judge());
                    slowly.turn(turn, slow.known());
                }
                docket.take(++position, entry.received(), entry.sighting());
                slowly.arrive(entry.received());
                for (SlowDocket.Hearing hearing : slow.take(entry.received(), entry.sighting())) {
                    slowly.hear(entry, hearing);
                }
                slowly.revise(slow.known());
            }
            long end = log.get(log.size() - 1).received() + draw.of(0L, 1L, 86_400_000L, 8_640_000_000L);
            Map<String, String> wanted = new TreeMap<>();
            slow.known()
                    .forEach((first, known) -> wanted.put(
                            known.evidence().lead(),
                            slowly.at(first, end).toString().replaceFirst("lead=[^,]*", "")));
            slowly.glances(end).forEach((first, seen) -> assertThat(seen).isEqualTo(glance(slowly.at(first, end))));
            Map<String, String> found = new TreeMap<>();
            docket.judgements(end)
                    .forEach(each -> found.put(each.lead(), each.toString().replaceFirst("lead=[^,]*", "")));
            assertThat(found).isEqualTo(wanted);
        });
    }

    private static Glance glance(Judgement all) {
        return new Glance(
                all.stage(),
                all.since(),
                all.cycle(),
                all.raisedHand(),
                all.held() != null,
                all.waiting(),
                all.score(),
                all.fit(),
                all.profile());
    }
}
