package io.cupel.core.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.core.contract.Contract;
import io.cupel.core.evidence.Register;
import io.cupel.core.lifecycle.Docket;
import io.cupel.core.lifecycle.Judge;
import io.cupel.core.lifecycle.Judgement;
import io.cupel.core.lifecycle.LogReplay;
import io.cupel.core.reference.RandomLog.Received;
import io.cupel.testkit.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A log judged with nothing in memory but what was written agrees with one judged at one go. */
class WrittenDocketPropertyTest {
    @Test
    void whatWasWrittenIsGoneOnWithToTheBit() {
        Seeds.cases(1_000).check((seed, random) -> {
            Draw draw = new Draw(random);
            Judge judge = Judge.of(contract(draw));
            List<Received> log = log(draw, random);
            LogReplay replay = new LogReplay(judge);
            MemoryArchive archive = new MemoryArchive();
            WrittenCases written = new WrittenCases(judge, archive);
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
                    register = forgetOrLetGo(written, archive, register, random);
                }
            }
            written.write(register);
            long end = log.get(log.size() - 1).received() + draw.of(0L, 86_400_000L, 8_640_000_000L);
            assertThat(allOf(written, register, end)).containsExactlyInAnyOrderElementsOf(replay.judgements(end));
        });
    }

    /**
     * Whether all leads go over at once with all their events, one after the other in any order, or when they are next
     * touched; and whether events have to be read for that or not.
     */
    @Test
    void itMakesNoDifferenceWhenALeadReallyTakesItsTurn() {
        int[] taken = new int[2];
        Seeds.cases(2_000).check((seed, random) -> {
            Draw draw = new Draw(random);
            List<Received> log = log(draw, random);
            Contract contract = contract(draw);
            Turns turns = random.nextInt(4) == 0 ? new Turns(draw, log) : Turns.alike(draw, log, contract);
            Judge first = Judge.of(contract);
            LogReplay replay = new LogReplay(first);
            MemoryArchive archive = new MemoryArchive();
            WrittenCases written = new WrittenCases(first, archive);
            Register register = new Register(archive, 0);
            long position = 0;
            for (Received entry : log) {
                for (Turns.Turn turn : turns.upTo(entry.received())) {
                    replay.turn(turn.at(), turn.judge());
                    register = forget(written, archive, register);
                    written.turn(turn);
                }
                if (random.nextInt(4) == 0) {
                    register = forget(written, archive, register);
                    written.sweep(random);
                }
                archive.log.put(++position, entry.sighting());
                replay.take(position, entry.received(), entry.sighting());
                new Docket(register, written).take(position, entry.received(), entry.sighting());
            }
            Register read = forget(written, archive, register);
            long end = log.get(log.size() - 1).received() + draw.of(0L, 86_400_000L, 8_640_000_000L);
            written.sweep(random);
            assertThat(allOf(written, read, end)).containsExactlyInAnyOrderElementsOf(replay.judgements(end));
            taken[0] += written.carried();
            taken[1] += written.remade();
        });
        System.out.println("turns: " + taken[0] + " by the state alone, " + taken[1] + " with all events");
        assertThat(taken[0]).isPositive();
        assertThat(taken[1]).isPositive();
    }

    /** As if the leads of companies had heard at once, with turns and sweeps between. */
    @Test
    void itMakesNoDifferenceWhenALeadHearsWhatIsKnownAboutItsCompany() {
        Seeds.cases(1_500).check((seed, random) -> {
            Draw draw = new Draw(random);
            List<Received> log = log(draw, random);
            Contract contract = contract(draw);
            Turns turns = random.nextBoolean() ? new Turns(draw, log) : Turns.alike(draw, log, contract);
            Judge first = Judge.of(contract);
            LogReplay replay = new LogReplay(first);
            MemoryArchive archive = new MemoryArchive();
            WrittenCases written = new WrittenCases(first, archive);
            int many = random.nextInt(3);
            Register register = new Register(archive, 0, many);
            long position = 0;
            for (Received entry : log) {
                for (Turns.Turn turn : turns.upTo(entry.received())) {
                    replay.turn(turn.at(), turn.judge());
                    register = forget(written, archive, register, many);
                    written.turn(turn);
                }
                int what = random.nextInt(6);
                if (what < 2) {
                    register = forget(written, archive, register, many);
                }
                if (what == 0) {
                    written.sweep(random);
                }
                archive.log.put(++position, entry.sighting());
                replay.take(position, entry.received(), entry.sighting());
                new Docket(register, written).take(position, entry.received(), entry.sighting());
            }
            Register read = forget(written, archive, register, many);
            long end = log.get(log.size() - 1).received() + draw.of(0L, 86_400_000L, 8_640_000_000L);
            assertThat(allOf(written, read, end)).containsExactlyInAnyOrderElementsOf(replay.judgements(end));
        });
    }

    /** What is kept on the way of a very busy lead gives what reading all its events again gives. */
    @Test
    void aVeryBusyLeadIsGoneOnWithFromWhatWasKeptOnTheWay() {
        Seeds.cases(10).check((seed, random) -> {
            Draw draw = new Draw(random);
            Judge judge = Judge.of(contract(draw));
            LogReplay replay = new LogReplay(judge);
            MemoryArchive archive = new MemoryArchive();
            WrittenCases written = new WrittenCases(judge, archive);
            Register register = new Register(archive, 0);
            long position = 0;
            List<Received> log = RandomLog.busy(draw, 2_100 + random.nextInt(2_000));
            log.addAll(new RandomLog(draw).next(60));
            for (Received entry : log) {
                archive.log.put(++position, entry.sighting());
                replay.take(position, entry.received(), entry.sighting());
                new Docket(register, written).take(position, entry.received(), entry.sighting());
                if (position > 2_000) {
                    written.write(register);
                }
            }
            long end = log.get(log.size() - 1).received() + 86_400_000L;
            assertThat(allOf(written, register, end)).containsExactlyInAnyOrderElementsOf(replay.judgements(end));
        });
    }

    /** Of a lead of which some events came late only those behind a milestone are read. */
    @Test
    void itMakesNoDifferenceHowMuchOfTheWayWasKept() {
        int[] spared = new int[1];
        Seeds.cases(600).check((seed, random) -> {
            Draw draw = new Draw(random);
            Judge judge = Judge.of(contract(draw));
            LogReplay replay = new LogReplay(judge);
            MemoryArchive archive = new MemoryArchive();
            WrittenCases written = new WrittenCases(judge, archive);
            Register register = new Register(archive, 0);
            long position = 0;
            List<Received> log = RandomLog.busy(draw, 10 + random.nextInt(50));
            RandomLog others = random.nextBoolean() ? new RandomLog(draw).merged() : new RandomLog(draw);
            log.addAll(others.next(60));
            for (Received entry : log) {
                archive.log.put(++position, entry.sighting());
                replay.take(position, entry.received(), entry.sighting());
                new Docket(register, written).take(position, entry.received(), entry.sighting());
                int what = random.nextInt(4);
                if (what < 2) {
                    register = what == 0
                            ? forget(written, archive, register)
                            : forgetOrLetGo(written, archive, register, random);
                } else if (what == 2) {
                    written.write(register);
                }
            }
            spared[0] += written.spared();
            Register read = forget(written, archive, register);
            long end = log.get(log.size() - 1).received() + draw.of(0L, 86_400_000L, 8_640_000_000L);
            assertThat(allOf(written, read, end)).containsExactlyInAnyOrderElementsOf(replay.judgements(end));
        });
        System.out.println("readings of all events that milestones spared: " + spared[0]);
        assertThat(spared[0]).isGreaterThan(Seeds.share(150));
    }

    private static List<Received> log(Draw draw, Random random) {
        RandomLog log = random.nextBoolean() ? new RandomLog(draw).merged() : new RandomLog(draw);
        return (random.nextInt(3) == 0 ? log.denied() : log).next(1 + random.nextInt(40));
    }

    private static List<Judgement> allOf(WrittenCases written, Register read, long end) {
        written.leads().forEach(written::of);
        written.write(read);
        List<Judgement> all = new ArrayList<>();
        for (long lead : written.wholes()) {
            all.add(written.read(lead, read, end));
        }
        return all;
    }

    private static Register forget(WrittenCases written, MemoryArchive archive, Register register) {
        return forget(written, archive, register, Integer.MAX_VALUE);
    }

    private static Register forget(WrittenCases written, MemoryArchive archive, Register register, int many) {
        written.write(register);
        archive.file(register.toFile());
        return new Register(archive, register.numbers(), many);
    }

    /** Some of what was enrolled is let go, or all of the register is forgotten. */
    private static Register forgetOrLetGo(
            WrittenCases written, MemoryArchive archive, Register register, Random random) {
        if (random.nextInt(3) == 0) {
            return forget(written, archive, register);
        }
        archive.file(register.toFile());
        register.letGo(random.nextInt(30));
        return register;
    }

    private static Contract contract(Draw draw) {
        return new RandomContracts(draw, false).next();
    }
}
