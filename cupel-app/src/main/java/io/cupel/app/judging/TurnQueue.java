package io.cupel.app.judging;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The leads that did not take a turn yet, one after the other: whoever of an instance takes some goes on where another
 * one began, so that nobody looks at what others have in hand. Safe for several threads.
 */
final class TurnQueue {
    private final CaseTable cases;
    private final StateTable states;
    private int turn;
    /** The last lead that somebody took. */
    private long last;

    private final Set<Object> busy = new HashSet<>();
    private boolean isEmpty;

    TurnQueue(JudgingTables tables) {
        this.cases = tables.cases();
        this.states = tables.states();
    }

    /**
     * The next leads, the caller's until the transaction ends; none where all took the turn, or others have the rest in
     * hand.
     *
     * @param who is done with those that it took before
     */
    synchronized List<Kept> take(Object who, int upTo, int most) {
        if (turn != upTo) {
            turn = upTo;
            last = 0;
        }
        isEmpty = false;
        busy.remove(who);
        List<Kept> taken = cases.lease(upTo, last, most);
        if (taken.isEmpty() && busy.isEmpty()) {
            isEmpty = !states.isAnyBehind(upTo);
            // some were left, or were another instance's that did not have them take it
            taken = isEmpty || last == 0 ? taken : cases.lease(upTo, 0, most);
        }
        if (taken.isEmpty()) {
            return taken;
        }
        last = taken.get(taken.size() - 1).row().number();
        busy.add(who);
        return taken;
    }

    /** The transaction ended in which leads were taken, if any were. */
    synchronized void leave(Object who) {
        busy.remove(who);
    }

    /** Whether whoever looked last found no lead that did not take this turn. */
    synchronized boolean isEmpty(int upTo) {
        return turn == upTo && isEmpty;
    }
}
