package io.cupel.core.lifecycle;

import static io.cupel.core.lifecycle.Standing.NEVER;

import io.cupel.core.contract.Points;
import io.cupel.core.contract.Signal;
import io.cupel.core.contract.Target;
import io.cupel.core.engine.Fit;
import io.cupel.core.state.StateReader;
import io.cupel.core.state.StateWriter;
import io.cupel.core.state.UnreadableState;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The written form of a {@link Standing}, without its transitions. */
final class StandingForm {
    /** Stages by their numbers in the written form, of which there is room for 16. A new one goes to the end. */
    private static final List<Stage> NUMBERED = List.of(
            Stage.VISITOR,
            Stage.LEAD,
            Stage.MQL,
            Stage.PQL,
            Stage.ACCEPTED,
            Stage.SQL,
            Stage.OPPORTUNITY,
            Stage.CUSTOMER,
            Stage.LOST,
            Stage.NURTURE,
            Stage.DISQUALIFIED);

    /** By the numbers under which they are written, as the two below. */
    static final List<Fit.Verdict> VERDICTS = List.of(Fit.Verdict.PASS, Fit.Verdict.FAIL, Fit.Verdict.UNKNOWN);

    private static final List<Cause> CAUSES = List.of(Cause.ACTIVATION, Cause.IMPORT, Cause.MERGE, Cause.CLAIM);
    private static final List<Target> TARGETS = List.of(Target.MQL, Target.PQL);

    // places of the bits in the written form, above the stage
    private static final int SINCE = 4;
    private static final int CYCLE = 5;
    private static final int OPENED = 6;
    private static final int MQL_HAND = 7;
    private static final int PQL_HAND = 8;
    private static final int RAISED_HAND = 9;
    private static final int CLOSED = 10;
    private static final int RE_ARM = 11;
    private static final int BY_PERSON = 12;
    private static final int DEALS = 13;
    private static final int WAITING = 14;
    private static final int BITS = 15;

    private StandingForm() {}

    /** Writes all but the transitions. Most of it is still as in the beginning for most leads: bits say what is not. */
    static void write(Standing standing, StateWriter out) {
        long changed = (long) NUMBERED.indexOf(standing.stage)
                | bit(SINCE, standing.since != NEVER)
                | bit(CYCLE, standing.cycle != 0)
                | bit(OPENED, standing.opened != NEVER)
                | bit(MQL_HAND, standing.mqlHand != NEVER)
                | bit(PQL_HAND, standing.pqlHand != NEVER)
                | bit(RAISED_HAND, standing.raisedHand)
                | bit(CLOSED, standing.closed != NEVER)
                | bit(RE_ARM, standing.reArmFrom != NEVER)
                | bit(BY_PERSON, standing.byPerson)
                | bit(DEALS, !standing.openDeals.isEmpty())
                | bit(WAITING, standing.waiting != null);
        out.number(changed);
        writeInstant(out, standing.since);
        if (standing.cycle != 0) {
            out.number(standing.cycle);
        }
        writeInstant(out, standing.opened);
        writeHand(out, standing.mqlHand, standing.mqlHandSignal);
        writeHand(out, standing.pqlHand, standing.pqlHandSignal);
        writeInstant(out, standing.closed);
        writeInstant(out, standing.reArmFrom);
        if (!standing.openDeals.isEmpty()) {
            out.number(standing.openDeals.size());
            new TreeSet<>(standing.openDeals).forEach(out::text);
        }
        if (standing.waiting != null) {
            write(standing.waiting, out);
        }
    }

    private static long bit(int place, boolean isSet) {
        return isSet ? 1L << place : 0;
    }

    private static void writeInstant(StateWriter out, long at) {
        if (at != NEVER) {
            out.instant(at);
        }
    }

    private static void writeHand(StateWriter out, long at, int signal) {
        if (at != NEVER) {
            out.instant(at);
            out.number(signal);
        }
    }

    private static void write(Waiting waiting, StateWriter out) {
        out.number(CAUSES.indexOf(waiting.cause()));
        out.number(waiting.target() == null ? 0 : 1L + TARGETS.indexOf(waiting.target()));
        out.number(waiting.byHand() ? 1 : 0);
        out.instant(waiting.since());
        out.text(waiting.contract());
        out.signed(waiting.score().micros());
        out.number(VERDICTS.indexOf(waiting.fit()));
    }

    private static Waiting readWaiting(StateReader in) throws UnreadableState {
        Cause cause = CAUSES.get(in.count(CAUSES.size() - 1));
        int target = in.count(TARGETS.size());
        return new Waiting(
                cause,
                target == 0 ? null : TARGETS.get(target - 1),
                in.count(1) == 1,
                in.instant(),
                in.text(),
                new Points(in.signed()),
                VERDICTS.get(in.count(VERDICTS.size() - 1)));
    }

    /**
     * Reads what {@link #write} wrote, under the same contract.
     *
     * @param read a new one, which is filled
     */
    static void read(Standing read, StateReader in, List<Signal> signals) throws UnreadableState {
        long changed = in.number((1L << BITS) - 1);
        int number = (int) changed & ((1 << SINCE) - 1);
        in.require(number < NUMBERED.size(), "there is no such stage");
        read.stage = NUMBERED.get(number);
        read.since = readInstant(in, changed, SINCE);
        read.cycle = isSet(changed, CYCLE) ? in.count(Integer.MAX_VALUE) : 0;
        in.require(isSet(changed, CYCLE) == (read.cycle != 0), "a cycle has no number");
        read.opened = readInstant(in, changed, OPENED);
        read.mqlHand = readInstant(in, changed, MQL_HAND);
        read.mqlHandSignal = read.mqlHand == NEVER ? 0 : readSignal(in, signals, Target.MQL);
        read.pqlHand = readInstant(in, changed, PQL_HAND);
        read.pqlHandSignal = read.pqlHand == NEVER ? 0 : readSignal(in, signals, Target.PQL);
        read.raisedHand = isSet(changed, RAISED_HAND);
        read.closed = readInstant(in, changed, CLOSED);
        read.reArmFrom = readInstant(in, changed, RE_ARM);
        read.byPerson = isSet(changed, BY_PERSON);
        read.openDeals = isSet(changed, DEALS) ? readDeals(in) : Set.of();
        read.waiting = isSet(changed, WAITING) ? readWaiting(in) : null;
    }

    private static boolean isSet(long changed, int place) {
        return (changed & bit(place, true)) != 0;
    }

    private static long readInstant(StateReader in, long changed, int place) throws UnreadableState {
        return isSet(changed, place) ? in.instant() : NEVER;
    }

    private static int readSignal(StateReader in, List<Signal> signals, Target target) throws UnreadableState {
        int signal = in.count(signals.size() - 1);
        in.require(signals.get(signal).qualifies() == target, "a hand is of a signal that raises none");
        return signal;
    }

    private static Set<String> readDeals(StateReader in) throws UnreadableState {
        int count = in.count(in.left());
        in.require(count > 0, "there are no deals");
        TreeSet<String> deals = new TreeSet<>();
        for (int i = 0; i < count; i++) {
            String deal = in.text();
            in.require(deals.isEmpty() || deals.last().compareTo(deal) < 0, "deals are out of order");
            deals.add(deal);
        }
        return Set.copyOf(deals);
    }
}
