package io.cupel.app.contracts;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which version is in force when. Of two that are active from the same instant on, the one activated later counts.
 *
 * @param turns in the order in which they take over
 */
public record Schedule(List<Turn> turns) {
    /**
     * From when on a version is active.
     *
     * @param made counts activations in the order in which people made them
     */
    public record Turn(int version, Instant from, long made) {}

    private static final Comparator<Turn> ORDER =
            Comparator.comparing(Turn::from).thenComparingLong(Turn::made);

    public Schedule {
        turns = turns.stream().sorted(ORDER).toList();
    }

    /** The version in force at an instant; none before the first. */
    public Optional<Turn> at(Instant instant) {
        Turn found = null;
        for (Turn turn : turns) {
            if (turn.from().isAfter(instant)) {
                break;
            }
            found = turn;
        }
        return Optional.ofNullable(found);
    }

    /** From when on another version is active in the place of this one; none where nobody activated one. */
    public Optional<Instant> supersededFrom(int version) {
        for (int i = 0; i + 1 < turns.size(); i++) {
            if (turns.get(i).version() == version) {
                return Optional.of(turns.get(i + 1).from());
            }
        }
        return Optional.empty();
    }
}
