package io.cupel.core.lifecycle;

import io.cupel.core.contract.Entry;
import io.cupel.core.contract.Signal;
import io.cupel.core.contract.Target;
import io.cupel.core.evidence.Decision;
import io.cupel.core.state.StateWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where one lead stands in its life: stage, cycle, hands. Instants are milliseconds since 1970 UTC; NEVER is before
 * all.
 */
final class Standing {
    static final long NEVER = StateWriter.NEVER;

    private static final Comparator<Standing> FURTHER_THEN_OLDER = Comparator.<Standing>comparingInt(
                    standing -> -standing.stage.distance())
            .thenComparingLong(standing -> standing.since)
            .thenComparingLong(standing -> standing.opened)
            .thenComparing(standing -> !standing.raisedHand)
            .thenComparing(standing -> !standing.byPerson);

    Stage stage = Stage.VISITOR;
    long since = NEVER;
    int cycle;
    /** When the last cycle opened. */
    long opened = NEVER;
    /** When the last cycle closed; NEVER before and while one is open. */
    long closed = NEVER;
    /** From when the re-arm counts: entering nurture or lost, or a later disqualification. */
    long reArmFrom = NEVER;
    /** Whether the open cycle stands in the raised-hand tier. */
    boolean raisedHand;
    /** Whether a person, and not the contract alone, disqualified the lead the last time that it was. */
    boolean byPerson;

    /** Most leads have none. */
    Set<String> openDeals = Set.of();

    /** What waits in the review tray; whatever moves the lead ends that. */
    @Nullable
    Waiting waiting;

    long mqlHand = NEVER;
    long pqlHand = NEVER;
    int mqlHandSignal;
    int pqlHandSignal;

    /** Most leads have one or two. */
    List<Transition> transitions = new ArrayList<>(2);

    Standing copy() {
        Standing copy = new Standing();
        copy.stage = stage;
        copy.since = since;
        copy.cycle = cycle;
        copy.opened = opened;
        copy.closed = closed;
        copy.reArmFrom = reArmFrom;
        copy.raisedHand = raisedHand;
        copy.byPerson = byPerson;
        copy.openDeals = openDeals;
        copy.waiting = waiting;
        copy.mqlHand = mqlHand;
        copy.pqlHand = pqlHand;
        copy.mqlHandSignal = mqlHandSignal;
        copy.pqlHandSignal = pqlHandSignal;
        copy.transitions = new ArrayList<>(transitions);
        return copy;
    }

    /** The same under another contract: a hand stays where its signal still raises one for the same stage. */
    Standing under(List<Signal> before, List<Signal> after) {
        Standing carried = copy();
        int mql = placeOf(Target.MQL, before, after);
        carried.mqlHand = mql < 0 ? NEVER : mqlHand;
        carried.mqlHandSignal = Math.max(0, mql);
        int pql = placeOf(Target.PQL, before, after);
        carried.pqlHand = pql < 0 ? NEVER : pqlHand;
        carried.pqlHandSignal = Math.max(0, pql);
        return carried;
    }

    private int placeOf(Target target, List<Signal> before, List<Signal> after) {
        if (hand(target) == NEVER) {
            return -1;
        }
        String name = before.get(handSignal(target)).name();
        for (int place = 0; place < after.size(); place++) {
            if (after.get(place).name().equals(name) && after.get(place).qualifies() == target) {
                return place;
            }
        }
        return -1;
    }

    /** Whether it waits to come back from disqualified. */
    boolean waitsToComeBack() {
        return waiting != null && waiting.target() == null;
    }

    /** Keeps account of the lead's deals. */
    void note(Decision decision) {
        if (decision.isOfDeal()) {
            Set<String> open = new HashSet<>(openDeals);
            boolean changed = decision.outcome() == Decision.Outcome.OPPORTUNITY
                    ? open.add(decision.deal())
                    : open.remove(decision.deal());
            openDeals = changed ? Set.copyOf(open) : openDeals;
        }
    }

    boolean hasOpenDeal() {
        return !openDeals.isEmpty();
    }

    /** The latest hand for a stage; only that one matters, for it stays up longest. */
    long hand(Target target) {
        return switch (target) {
            case MQL -> mqlHand;
            case PQL -> pqlHand;
        };
    }

    /** Whether a hand was ever raised. */
    boolean hasHand() {
        return mqlHand != NEVER || pqlHand != NEVER;
    }

    /** The signal that raised the latest hand for a stage: of several at one instant the contract's first. */
    int handSignal(Target target) {
        return switch (target) {
            case MQL -> mqlHandSignal;
            case PQL -> pqlHandSignal;
        };
    }

    void raise(Target target, int signal, long at) {
        takeHand(target, signal, at);
        if (stage.isUndecided()) {
            raisedHand = true;
        }
    }

    private void takeHand(Target target, int signal, long at) {
        int known = handSignal(target);
        long before = hand(target);
        // a hand that comes in late, behind a later one, is not the latest
        int latest = before == at ? Math.min(known, signal) : before > at ? known : signal;
        switch (target) {
            case MQL -> {
                mqlHandSignal = latest;
                mqlHand = Math.max(mqlHand, at);
            }
            case PQL -> {
                pqlHandSignal = latest;
                pqlHand = Math.max(pqlHand, at);
            }
        }
    }

    List<Transition> takeTransitions() {
        List<Transition> taken = transitions;
        transitions = new ArrayList<>(2);
        return taken;
    }

    /** The latest hand for a stage falls; what others raised before it holds again. */
    void lower(Target target, Standing others) {
        switch (target) {
            case MQL -> {
                mqlHand = others.mqlHand;
                mqlHandSignal = others.mqlHandSignal;
            }
            case PQL -> {
                pqlHand = others.pqlHand;
                pqlHandSignal = others.pqlHandSignal;
            }
        }
    }

    /** Whether the hand for a stage is up: raised, not over, and no cycle opened since. */
    boolean isUp(Target target, Entry entry, long now) {
        long raised = hand(target);
        return raised != NEVER && opened < raised && !entry.handStays().isOverSince(raised, now);
    }

    /** Whether a hand for a stage was raised since the last cycle closed. */
    boolean isHandSinceClose(Target target) {
        return hand(target) >= closed;
    }

    /** When the open, undecided cycle expires; null where it does not. */
    @Nullable
    Long due(@Nullable Entry entry) {
        return !stage.isUndecided() || entry == null || entry.expires() == null
                ? null
                : Math.addExact(
                        opened, Math.multiplyExact(1_000L, entry.expires().seconds()));
    }

    void open(Target target, boolean byHand, long at) {
        cycle++;
        opened = at;
        closed = NEVER;
        raisedHand = byHand;
        enter(
                switch (target) {
                    case MQL -> Stage.MQL;
                    case PQL -> Stage.PQL;
                },
                at);
    }

    /** Ends the cycle that is in work, if there is one, and starts the re-arm. */
    void close(Stage next, long at) {
        if (stage.isInWork()) {
            closed = at;
            raisedHand = false;
        }
        reArmFrom = at;
        enter(next, at);
    }

    /** Goes where a decision leads, by a cycle opened then and there if that is needed. */
    void follow(Stage next, boolean opensCycle, long at) {
        if (opensCycle) {
            cycle++;
            opened = at;
        }
        raisedHand = false;
        closed = next.isInWork() ? NEVER : at;
        switch (next) {
            case LOST, NURTURE, DISQUALIFIED -> reArmFrom = at;
            case VISITOR, LEAD, MQL, PQL, ACCEPTED, SQL, OPPORTUNITY, CUSTOMER -> {}
        }
        byPerson = next == Stage.DISQUALIFIED;
        enter(next, at);
    }

    /** Whether a hand for a stage was raised after the lead began to wait. */
    boolean isHandSinceWaiting(Target target) {
        return waiting == null || hand(target) > waiting.since();
    }

    /** Takes in where the same lead stands under another name. The further stage holds, of equal ones the older. */
    void join(Standing other) {
        int cycles = cycle + other.cycle;
        long latestClosed = Math.max(closed, other.closed);
        long latestReArm = Math.max(reArmFrom, other.reArmFrom);
        if (isBehind(other)) {
            stage = other.stage;
            since = other.since;
            opened = other.opened;
            closed = other.closed;
            raisedHand = other.raisedHand;
            byPerson = other.byPerson;
        }
        Waiting both =
                other.waiting == null || (waiting != null && Waiting.OLDER_FIRST.compare(waiting, other.waiting) < 0)
                        ? waiting
                        : other.waiting;
        waiting = both != null && mayBringAbout(both) ? both : null;
        cycle = cycles;
        closed = stage.isInWork() ? NEVER : latestClosed;
        reArmFrom = latestReArm;
        Set<String> deals = new HashSet<>(openDeals);
        deals.addAll(other.openDeals);
        openDeals = Set.copyOf(deals);
        for (Target target : Target.values()) {
            if (other.hand(target) != NEVER) {
                takeHand(target, other.handSignal(target), other.hand(target));
            }
        }
    }

    /** Whether the stage is still one from which this could come about. */
    private boolean mayBringAbout(Waiting waits) {
        return waits.target() == null ? stage == Stage.DISQUALIFIED && !byPerson : mayOpen(waits.target());
    }

    /** Whether a cycle could open from the present stage. */
    boolean mayOpen(Target target) {
        return switch (stage) {
            case LEAD, NURTURE, LOST -> true;
            case CUSTOMER -> target == Target.PQL;
            case VISITOR, MQL, PQL, ACCEPTED, SQL, OPPORTUNITY, DISQUALIFIED -> false;
        };
    }

    private boolean isBehind(Standing other) {
        return FURTHER_THEN_OLDER.compare(this, other) > 0;
    }

    boolean isDisqualifiedByPerson() {
        return byPerson && stage == Stage.DISQUALIFIED;
    }

    void enter(Stage next, long at) {
        stage = next;
        since = at;
        waiting = null;
    }
}
