package io.cupel.core.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.core.contract.Contract;
import io.cupel.core.evidence.Register;
import io.cupel.core.lifecycle.Docket;
import io.cupel.core.lifecycle.Judge;
import io.cupel.core.lifecycle.Judgement;
import io.cupel.core.lifecycle.LeadCase;
import io.cupel.core.lifecycle.LogReplay;
import io.cupel.core.lifecycle.Transition;
import io.cupel.core.reference.RandomLog.Received;
import io.cupel.core.state.UnreadableState;
import io.cupel.testkit.Seeds;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A log judged with nothing in memory but what was written agrees with one judged at one go. */
class WrittenDocketPropertyTest {
    @Test
    void whatWasWrittenIsGoneOnWithToTheBit() {
        Seeds.cases(1_000).check((seed, random) -> {
            Draw draw = new Draw(random);
            Judge judge = Judge.of(contract(draw));
            List<Received> log = new RandomLog(draw).next(1 + random.nextInt(40));
            LogReplay replay = new LogReplay(judge);
            MemoryArchive archive = new MemoryArchive();
            Written written = new Written(judge);
            Register register = new Register(archive, 0);
            long position = 0;
            for (Received entry : log) {
                archive.log.put(++position, entry.sighting());
                replay.take(position, entry.received(), entry.sighting());
                new Docket(register, written).take(position, entry.received(), entry.sighting());
                if (random.nextInt(3) == 0) {
                    written.expire(entry.received());
                }
                if (random.nextInt(3) == 0) {
                    written.write();
                    archive.file(register.toFile());
                    register = new Register(archive, register.numbers());
                }
            }
            written.write();
            long end = log.get(log.size() - 1).received() + draw.of(0L, 86_400_000L, 8_640_000_000L);
            List<Judgement> found = new ArrayList<>();
            for (long lead : written.states.keySet()) {
                found.add(written.read(lead, register, end));
            }
            assertThat(found).containsExactlyInAnyOrderElementsOf(replay.judgements(end));
        });
    }

    private static Contract contract(Draw draw) {
        return new RandomContracts(draw, false).next();
    }

    /** Keeps states as bytes and transitions apart, as a database does. */
    private static final class Written implements Docket.Cases {
        private final Judge judge;
        private final Map<Long, byte[]> states = new HashMap<>();
        private final Map<Long, List<Transition>> transitions = new HashMap<>();
        private final Map<Long, LeadCase> open = new HashMap<>();
        private final Map<Long, Long> absorbed = new HashMap<>();

        Written(Judge judge) {
            this.judge = judge;
        }

        @Override
        public LeadCase of(long number) {
            return open.computeIfAbsent(number, each -> {
                byte[] state = states.get(each);
                return state == null ? judge.open(number) : read(number, state);
            });
        }

        private LeadCase read(long number, byte[] state) {
            try {
                return judge.read(number, state);
            } catch (UnreadableState e) {
                throw new AssertionError(e);
            }
        }

        @Override
        public LeadCase close(long number, long into) {
            LeadCase closed = of(number);
            absorbed.put(number, into);
            keepTransitions(number, closed);
            open.remove(number);
            states.remove(number);
            return closed;
        }

        private void keepTransitions(long number, LeadCase lead) {
            transitions.computeIfAbsent(number, each -> new ArrayList<>()).addAll(lead.takeTransitions());
        }

        /** What is due takes effect before anything happens to the lead. */
        void expire(long now) {
            for (long number : new TreeSet<>(states.keySet())) {
                Long due = of(number).due();
                if (due != null && due <= now) {
                    of(number).arrive(now);
                    assertThat(of(number).due()).isNull();
                }
            }
        }

        void write() {
            open.forEach((number, lead) -> {
                keepTransitions(number, lead);
                states.put(number, lead.written());
            });
            open.clear();
        }

        Judgement read(long lead, Register register, long end) {
            LeadCase read = read(lead, states.get(lead));
            read.tellAgain(register.told(lead));
            Judgement now = read.at(register.name(lead), end);
            List<Past> all = new ArrayList<>();
            transitions.forEach((number, own) ->
                    own.stream().filter(each -> into(number) == lead).forEach(each -> all.add(new Past(number, each))));
            now.transitions().forEach(each -> all.add(new Past(lead, each)));
            all.sort(Comparator.comparingLong((Past past) -> past.transition.at())
                    .thenComparingLong(Past::number));
            return now.withTransitions(all.stream().map(Past::transition).toList());
        }

        private record Past(long number, Transition transition) {}

        private long into(long number) {
            Long absorbing = absorbed.get(number);
            return absorbing == null ? number : into(absorbing);
        }
    }
}
