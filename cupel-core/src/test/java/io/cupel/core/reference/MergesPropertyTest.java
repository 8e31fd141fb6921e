package io.cupel.core.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.core.evidence.Event;
import io.cupel.core.evidence.EventType;
import io.cupel.core.evidence.Evidence;
import io.cupel.core.evidence.Keys;
import io.cupel.core.evidence.Merging;
import io.cupel.core.evidence.Register;
import io.cupel.core.evidence.Sighting;
import io.cupel.core.lifecycle.Judge;
import io.cupel.core.lifecycle.Judgement;
import io.cupel.core.lifecycle.LogReplay;
import io.cupel.core.reference.RandomLog.Received;
import io.cupel.testkit.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Leads that people merge are one, and after all is taken back they are as if they had never been. */
class MergesPropertyTest {
    @Test
    void afterAllMergesAreTakenBackTheLeadsAreAsIfTheyHadNeverBeenMerged() {
        int[] merged = new int[1];
        Seeds.cases(2_000).check((seed, random) -> {
            Draw draw = new Draw(random);
            Judge judge = Judge.of(new RandomContracts(draw, false).next());
            RandomLog drawn = new RandomLog(draw).merged();
            List<Received> log = (random.nextInt(3) == 0 ? drawn.denied() : drawn).next(1 + random.nextInt(50));
            Turns turns = new Turns(draw, log);
            LogReplay with = new LogReplay(judge);
            LogReplay without = new LogReplay(judge);
            List<String> merges = new ArrayList<>();
            long position = 0;
            for (Received entry : log) {
                for (Turns.Turn turn : turns.upTo(entry.received())) {
                    with.turn(turn.at(), turn.judge());
                    without.turn(turn.at(), turn.judge());
                }
                with.take(++position, entry.received(), entry.sighting());
                if (!(entry.sighting().act() instanceof Merging merging)) {
                    without.take(position, entry.received(), entry.sighting());
                } else if (!merging.isUndo()) {
                    merges.add(merging.id());
                }
            }
            long end = log.get(log.size() - 1).received();
            merged[0] += with.leads().size() < without.leads().size() ? 1 : 0;
            for (int i = merges.size() - 1; i >= 0; i--) {
                with.take(++position, end, undo("u" + i, end, merges.get(i)));
            }
            assertThat(shown(with, end)).isEqualTo(shown(without, end));
        });
        assertThat(merged[0]).isGreaterThan(Seeds.share(100));
    }

    private static Sighting undo(String id, long at, String merge) {
        return Sighting.act(Keys.NONE, Merging.undo(id, at, merge, ""));
    }

    private static Map<String, Judgement> shown(LogReplay replay, long end) {
        Map<String, Judgement> shown = new TreeMap<>();
        replay.leads().forEach(lead -> shown.put(lead.id(), replay.judgement(lead, end)));
        return shown;
    }

    @Test
    void aMergedLeadScoresByAllThatItsPartsDid() {
        Seeds.cases(1_000).check((seed, random) -> {
            Draw draw = new Draw(random);
            Judge judge = Judge.of(new RandomContracts(draw, false).next());
            RandomLog drawn = new RandomLog(draw).merged();
            List<Received> log = (random.nextInt(3) == 0 ? drawn.denied() : drawn).next(1 + random.nextInt(40));
            LogReplay replay = new LogReplay(judge);
            long position = 0;
            for (Received entry : log) {
                replay.take(++position, entry.received(), entry.sighting());
                for (LogReplay.Lead lead : replay.leads()) {
                    Judgement found = replay.judgement(lead, entry.received());
                    assertThat(found.score())
                            .isEqualTo(judge.judge(replay.evidence(lead), entry.received())
                                    .score());
                }
            }
        });
    }

    /** As far as events and attributes go: people's word joins leads as a server's does. */
    @Test
    void aMergedLeadIsWhatOneIsOfWhomAllWasToldTogether() {
        int[] compared = new int[1];
        Seeds.cases(2_000).check((seed, random) -> {
            List<Received> log =
                    new ArrayList<>(new RandomLog(new Draw(random)).believed().next(20));
            Register merged = new Register();
            Register joined = new Register();
            long position = 0;
            for (int i = 0; i < log.size(); i++) {
                Received entry = log.get(i);
                merged.enrol(++position, entry.sighting());
                joined.enrol(position, entry.sighting());
                if (i == 10) {
                    long at = entry.received();
                    Keys one = new Keys("u1", List.of(), null, null, null);
                    Keys other = new Keys("u2", List.of(), null, null, null);
                    merged.enrol(++position, Sighting.act(Keys.NONE, Merging.of("join", at, one, other, "")));
                    Event alias = new Event("join", at, EventType.IDENTIFY, "", Map.of());
                    Keys both = new Keys("u1", List.of(), null, null, "u2");
                    joined.enrol(position, Sighting.call(both, alias, Map.of(), null));
                }
            }
            Map<String, String> wanted = new TreeMap<>();
            joined.leads().forEach(lead -> wanted.put(joined.name(lead), shown(joined, lead)));
            Map<String, String> found = new TreeMap<>();
            merged.leads().stream()
                    .map(merged::whole)
                    .distinct()
                    .forEach(lead -> found.put(merged.name(lead), shown(merged, lead)));
            if (found.size() < merged.leads().size()) {
                assertThat(found).isEqualTo(wanted);
                compared[0]++;
            }
        });
        assertThat(compared[0]).isGreaterThan(Seeds.share(100));
    }

    private static String shown(Register register, long lead) {
        Evidence evidence = register.evidence(lead);
        Map<String, Object> own = new TreeMap<>(register.told(lead));
        // what a part told about its company stays told of that
        own.keySet().removeIf(path -> path.startsWith("company."));
        return evidence.events().stream()
                        .map(Event::id)
                        .filter(id -> !id.equals("join"))
                        .toList()
                + " "
                + own
                + evidence.acts()
                + register.company(lead);
    }
}
