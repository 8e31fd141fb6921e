package io.cupel.core.engine;

import io.cupel.core.contract.Contract;
import io.cupel.core.contract.Entry;
import io.cupel.core.contract.Group;
import io.cupel.core.contract.Kind;
import io.cupel.core.contract.Points;
import io.cupel.core.contract.Signal;
import io.cupel.core.contract.Target;
import io.cupel.core.evidence.Event;
import io.cupel.core.evidence.Evidence;
import io.cupel.core.state.StateReader;
import io.cupel.core.state.StateWriter;
import io.cupel.core.state.UnreadableState;
import io.cupel.core.time.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A contract made ready to run: points for what leads do. Immutable; safe for any number of threads. The score is a
 * function of contract, events and instant; {@link LeadState} is how it is reached without reading all events again.
 */
public final class Scorer {
    private static final Comparator<Reason> MOST_FIRST =
            Comparator.comparing(Reason::points).reversed();

    private final Contract contract;
    private final SignalPlan[] plans;
    private final Kind[] kinds;
    private final long[] groupCaps;
    private final Kind[] groupKinds;
    private final Signatures signatures;
    final Days days;
    /** In micro-points; beyond all scores where the contract does not open the stage. */
    private final long mqlThreshold;

    private final long pqlThreshold;

    private Scorer(Contract contract) {
        this.contract = contract;
        this.plans = new SignalPlan[contract.signals().size()];
        this.kinds = new Kind[plans.length];
        this.groupCaps = new long[contract.groups().size()];
        this.groupKinds = new Kind[groupCaps.length];
        for (int i = 0; i < plans.length; i++) {
            Signal signal = contract.signals().get(i);
            plans[i] = new SignalPlan(signal, groupOf(contract, signal.name()));
            kinds[i] = signal.kind();
            if (plans[i].group >= 0) {
                groupCaps[plans[i].group] =
                        contract.groups().get(plans[i].group).cap().micros();
                groupKinds[plans[i].group] = signal.kind();
            }
        }
        this.signatures = new Signatures(contract.signals());
        this.days = new Days(contract);
        this.mqlThreshold = threshold(contract.stages().mql());
        this.pqlThreshold = threshold(contract.stages().pql());
    }

    private static long threshold(@Nullable Entry entry) {
        return entry == null ? Long.MAX_VALUE : entry.threshold() * Points.MICROS_PER_POINT;
    }

    public static Scorer compile(Contract contract) {
        return new Scorer(contract);
    }

    private static int groupOf(Contract contract, String signal) {
        for (int i = 0; i < contract.groups().size(); i++) {
            Group group = contract.groups().get(i);
            if (group.signals().contains(signal)) {
                return i;
            }
        }
        return -1;
    }

    public Contract contract() {
        return contract;
    }

    /** What the contract sees in an event. Conditions are evaluated once for all events that look alike to them. */
    public Signature signature(Event event) {
        return signatures.of(event);
    }

    /** A new lead, of which nothing is known yet. */
    public LeadState open() {
        return open(LeadState.ROWS_AT_FIRST);
    }

    /** The same for one that is known to have so many events, to which its room is fitted. */
    public LeadState open(int events) {
        int rows = Math.max(1, Math.min(plans.length, events));
        return new LeadState(plans.length, rows, days.wanted(Target.MQL), days.wanted(Target.PQL));
    }

    /** The same for one of which an event came late: another may too, and is to cost less. */
    public LeadState openForLate(int events) {
        LeadState state = open(events);
        if (events >= Lately.EVENTS_MIN) {
            state.keepLately();
        }
        return state;
    }

    /** Scores a lead from all its events, as seen from one instant. Later events count for nothing. */
    public Score score(Evidence evidence, long now) {
        return score(stateAt(evidence, now), now);
    }

    /** The state of a lead after all its events up to an instant. */
    public LeadState stateAt(Evidence evidence, long now) {
        LeadState state = open(evidence.events().size());
        for (Event event : evidence.events()) {
            if (event.at() > now) {
                break;
            }
            fold(state, event.at(), signature(event), event);
        }
        return state;
    }

    /**
     * Takes one more event into a lead's state.
     *
     * @param event for what {@code distinct} looks at
     * @throws IllegalArgumentException if the event is older than one taken in before, and it makes a difference
     *     ({@link #isFoldable}): then the lead needs a new fold
     */
    public void fold(LeadState state, long at, Signature signature, Event event) {
        if (at < state.lastMillis && !isFoldable(state, signature, at)) {
            throw new IllegalArgumentException("an event of " + at + " comes after one of " + state.lastMillis);
        }
        state.lastMillis = Math.max(state.lastMillis, at);
        int ordinal = state.events++;
        if (signature.unfiltered.length > 0) {
            long second = Span.secondOf(at);
            for (int signal : signature.unfiltered) {
                credit(state, signal, at, second);
            }
        }
        for (int signal : signature.filtered) {
            keep(state, signal, at, ordinal, event);
        }
    }

    /** Whether an instant is behind all events taken in, so that an event then comes in order. */
    public boolean isLater(LeadState state, long at) {
        return at > state.lastMillis;
    }

    /**
     * Whether an event that occurred before others already taken in may be folded behind them all the same: state and
     * written form are what they would be with all folded in order. So it is where no signal counts events across
     * others, no day is new, and of each signal that it matches the events of later seconds are known, if it has any.
     */
    public boolean isFoldable(LeadState state, Event event) {
        return isFoldable(state, signature(event), event.at());
    }

    private boolean isFoldable(LeadState state, Signature signature, long at) {
        if (signature.filtered.length > 0 || state.hasKept()) {
            return false;
        }
        long second = Span.secondOf(at);
        for (int signal : signature.unfiltered) {
            int row = state.row(signal);
            boolean isKnown = row < 0
                    || Span.secondOf(state.rows[row + LeadState.MILLIS]) <= second
                    || (state.lately != null && state.lately.reaches(signal, second, signature.unfiltered.length));
            if (!isKnown || !days.knows(state, plans[signal], second)) {
                return false;
            }
        }
        return true;
    }

    private void credit(LeadState state, int signal, long at, long second) {
        SignalPlan plan = plans[signal];
        int row = state.rowForEvent(signal);
        long[] rows = state.rows;
        long age = second - Span.secondOf(rows[row + LeadState.MILLIS]);
        Lately lately = state.lately;
        if (age < 0 && lately != null && state.count(row) > 0) {
            lately.creditLate(state, plan, signal, at);
        } else {
            if (lately != null) {
                lately.note(state, signal, row, at);
            }
            long faded = plan.fade(rows[row + LeadState.VALUE], age);
            rows[row + LeadState.VALUE] = plan.clamp(faded + plan.points);
            // of one second the last one stays, in whatever order they come
            if (at > rows[row + LeadState.MILLIS] || state.count(row) == 0) {
                rows[row + LeadState.MILLIS] = at;
            }
        }
        state.countOne(row);
        raiseBound(state, plan);
        days.note(state, plan, second);
    }

    private void keep(LeadState state, int signal, long at, int ordinal, Event event) {
        SignalPlan plan = plans[signal];
        int row = state.rowForEvent(signal);
        Kept kept = state.kept(row);
        if (kept == null) {
            kept = new Kept(plan);
            state.keep(row, kept);
        }
        String distinct = plan.filters.distinct();
        kept.take(at, ordinal, distinct == null ? null : event.value(distinct));
        raiseBound(state, plan);
    }

    private static void raiseBound(LeadState state, SignalPlan plan) {
        if (plan.isUsage) {
            state.usageBound += plan.gain;
        } else {
            state.scoreBound += plan.gain;
        }
    }

    /** Whether the score for any stage could have reached its threshold; if not, there is nothing to look at. */
    public boolean mayReachAny(LeadState state) {
        return state.scoreBound >= mqlThreshold || state.usageBound >= pqlThreshold;
    }

    /** Whether the score for a stage could have reached so many points; if not, no exact total is needed. */
    public boolean mayReach(LeadState state, Target target, long points) {
        long bound = switch (target) {
            case MQL -> state.scoreBound;
            case PQL -> state.usageBound;
        };
        return bound >= points * Points.MICROS_PER_POINT;
    }

    /** The points at an instant not before the last event. */
    public Score score(LeadState state, long now) {
        Sums sums = new Sums(groupCaps, groupKinds);
        for (int row = 0; row < state.rowsEnd(); row += LeadState.ROW) {
            int signal = state.signal(row);
            sums.add(kinds[signal], plans[signal].group, value(state, row, now));
        }
        return sums.score();
    }

    /**
     * The same, and sharpens the bounds of {@link #mayReach}: for judging at an instant before which no event will come
     * any more.
     */
    public Score scoreForJudging(LeadState state, long now) {
        Sums sums = new Sums(groupCaps, groupKinds);
        long scoreBound = 0;
        long usageBound = 0;
        for (int row = 0; row < state.rowsEnd(); row += LeadState.ROW) {
            int signal = state.signal(row);
            long value = value(state, row, now);
            sums.add(kinds[signal], plans[signal].group, value);
            // For the bound, an at-least that is not reached yet counts as reached: its events may all count at once.
            long bound = Math.max(0, plans[signal].filters.atLeast() > 0 ? value(state, row, now, false) : value);
            if (plans[signal].isUsage) {
                usageBound += bound;
            } else {
                scoreBound += bound;
            }
        }
        state.scoreBound = scoreBound;
        state.usageBound = usageBound;
        return sums.score();
    }

    private long value(LeadState state, int row, long now) {
        return value(state, row, now, true);
    }

    private long value(LeadState state, int row, long now, boolean withAtLeast) {
        Kept kept = state.kept(row);
        if (kept != null) {
            return kept.value(now, withAtLeast);
        }
        long age = Span.age(state.rows[row + LeadState.MILLIS], now);
        return plans[state.signal(row)].fade(state.rows[row + LeadState.VALUE], age);
    }

    /** Whether what a stage requires beside its threshold is met at an instant. */
    public boolean meetsRequirements(LeadState state, Target target, long now) {
        Entry entry = contract.stages().entry(target);
        return entry == null || days.areMet(state, entry.requires(), target, this, now);
    }

    /** Whether an event at or after {@code since} counts for a signal with positive points of a stage's kinds. */
    public boolean countsSince(LeadState state, Target target, long since, long now) {
        for (int row = 0; row < state.rowsEnd(); row += LeadState.ROW) {
            if (speaksFor(state.signal(row), target)
                    && lastCounted(state, row, now) >= since
                    && count(state, row, now) > 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether a signal has positive points of the kinds that a stage looks at. */
    boolean speaksFor(int signal, Target target) {
        return plans[signal].points > 0 && plans[signal].isUsage == (target == Target.PQL);
    }

    /** How many events count at an instant for the signal that a row is of. */
    int count(LeadState state, int row, long now) {
        Kept kept = state.kept(row);
        return kept != null ? kept.count(now) : state.count(row);
    }

    private static long lastCounted(LeadState state, int row, long now) {
        Kept kept = state.kept(row);
        if (kept == null) {
            return state.rows[row + LeadState.MILLIS];
        }
        return kept.count(now) == 0 ? Long.MIN_VALUE : kept.instant(kept.size() - 1);
    }

    /** Whether a signal with {@code at-least} counts at an instant; signals without count with their first event. */
    public boolean counts(LeadState state, int signal, long now) {
        int row = state.row(signal);
        return row >= 0 && count(state, row, now) > 0;
    }

    /**
     * Places in the contract of the signals for which this event raises a hand, if their {@code at-least} is reached.
     */
    public int[] hands(Signature signature) {
        return signature.hands;
    }

    /** What each signal with counted events contributes, most points first, then in the contract's order. */
    public List<Reason> reasons(LeadState state, long now) {
        List<Reason> reasons = new ArrayList<>();
        for (int i = 0; i < plans.length; i++) {
            if (counts(state, i, now)) {
                Signal signal = plans[i].signal;
                int row = state.row(i);
                long value = value(state, row, now);
                if (value != 0 || signal.qualifies() != null) {
                    reasons.add(new Reason(
                            signal.name(),
                            kinds[i],
                            new Points(value),
                            count(state, row, now),
                            lastCounted(state, row, now)));
                }
            }
        }
        reasons.sort(MOST_FIRST);
        return reasons;
    }

    /** Where a lead's score comes from at an instant, in lines that add up exactly. */
    public Explanation explain(Evidence evidence, long now) {
        return new Explainer(this, plans, contract).explain(evidence, now);
    }

    /** The signature of an imagined event that matches one signal and no other, for trying what would be enough. */
    public Signature imagine(int signal) {
        return signatures.only(signal);
    }

    /** Writes a lead's state, for {@link #read}. */
    public void write(LeadState state, StateWriter out) {
        new StateForm(this, plans).write(state, out);
    }

    /**
     * A state as it was when it was written under this contract: folding on gives what it would have given then.
     *
     * @throws UnreadableState if it cannot be one of this contract
     */
    public LeadState read(StateReader in) throws UnreadableState {
        return new StateForm(this, plans).read(in);
    }

    /** The same for one of which events came late. */
    public LeadState readForLate(StateReader in) throws UnreadableState {
        LeadState state = read(in);
        state.keepLately();
        return state;
    }

    @Nullable
    Kept kept(LeadState state, int signal) {
        int row = state.row(signal);
        return row < 0 ? null : state.kept(row);
    }
}
