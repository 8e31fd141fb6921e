package io.cupel.core.reference;

import io.cupel.core.contract.Contract;
import io.cupel.core.lifecycle.Judge;
import io.cupel.core.reference.RandomLog.Received;
import java.util.ArrayList;
import java.util.List;

/** One to three contracts that come into force while a log is written. */
final class Turns {
    private final List<Turn> left = new ArrayList<>();

    /** A contract is in force from an instant on. */
    record Turn(long at, Judge judge) {}

    Turns(Draw draw, List<Received> log) {
        int count = draw.between(1, 3);
        for (int i = 0; i < count; i++) {
            Received entry = draw.one(log);
            long at = entry.received() - draw.of(0L, 0L, 1L, 500L, 86_400_000L);
            left.add(new Turn(at, Judge.of(new RandomContracts(draw, false).next())));
        }
        left.sort((one, other) -> Long.compare(one.at(), other.at()));
    }

    /** The same, where contracts are like the one before in most. */
    static Turns alike(Draw draw, List<Received> log, Contract first) {
        Turns turns = new Turns(draw, log);
        Contract before = first;
        for (int i = 0; i < turns.left.size(); i++) {
            before = new RandomContracts(draw, false).after(before);
            turns.left.set(i, new Turn(turns.left.get(i).at(), Judge.of(before)));
        }
        return turns;
    }

    /** Those that are in force when an entry is received, each told once. */
    List<Turn> upTo(long received) {
        List<Turn> due = left.stream().filter(turn -> turn.at() <= received).toList();
        left.removeAll(due);
        return due;
    }
}
