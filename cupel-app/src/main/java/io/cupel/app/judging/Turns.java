package io.cupel.app.judging;

import java.util.List;
import java.util.Optional;

/**
 * The versions of the contract that took over the judging, and the sweeps through the leads. Safe for several threads.
 */
public final class Turns {
    private final TurnTable table;

    Turns(TurnTable table) {
        this.table = table;
    }

    /** So many turns below a number, from the newest back. */
    public List<Turn> before(int number, int limit) {
        return table.before(number, limit);
    }

    public Optional<Turn> find(int number) {
        return table.find(number);
    }

    /**
     * Stops the sweep of a turn. Leads that an entry touches take it all the same.
     *
     * @return whether it was not done yet
     */
    public boolean stop(int number) {
        return table.set(number, Turn.State.STOPPED);
    }

    /** Has the sweep of a turn go on, and give whether it was not done yet. */
    public boolean resume(int number) {
        return table.set(number, Turn.State.RUNNING);
    }
}
