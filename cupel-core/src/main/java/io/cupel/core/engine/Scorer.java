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
import io.cupel.core.time.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A contract made ready to run: points for what leads do. Immutable; safe for any number of threads. The score is a function
 * of contract, events and instant; {@link LeadState} is how it is reached without reading all events again.
 */
public final class Scorer {
    private final Contract contract;
    private final SignalPlan[] plans;
    private final Kind[] kinds;
    private final long[] groupCaps;
    private final Kind[] groupKinds;
    private final Signatures signatures;
    private final Days days;

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
                groupCaps[plans[i].group] = contract.groups().get(plans[i].group).cap().micros();
                groupKinds[plans[i].group] = signal.kind();
            }
        }
        this.signatures = new Signatures(contract.signals());
        this.days = new Days(contract);
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
        return new LeadState(plans.length, days.wanted(Target.MQL), days.wanted(Target.PQL));
    }

    /** Scores a lead from all its events, as seen from one instant. Later events count for nothing. */
    public Score score(Evidence evidence, long now) {
        return score(stateAt(evidence, now), now);
    }

    /** The state of a lead after all its events up to an instant. */
    public LeadState stateAt(Evidence evidence, long now) {
        LeadState state = open();
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
     * @throws IllegalArgumentException if the event is older than one taken in before: a late event needs a new fold of the lead
     */
    public void fold(LeadState state, long at, Signature signature, Event event) {
        if (at < state.lastMillis) {
            throw new IllegalArgumentException("an event of " + at + " comes after one of " + state.lastMillis);
        }
        state.lastMillis = at;
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

    private void credit(LeadState state, int signal, long at, long second) {
        SignalPlan plan = plans[signal];
        long[] rows = state.rows;
        int row = LeadState.ROW * signal;
        if (rows[row + LeadState.COUNT]++ == 0) {
            state.touch(signal);
        }
        long faded = plan.fade(rows[row + LeadState.VALUE], second - rows[row + LeadState.SECOND]);
        rows[row + LeadState.VALUE] = plan.clamp(faded + plan.points);
        rows[row + LeadState.SECOND] = second;
        rows[row + LeadState.MILLIS] = at;
        raiseBound(state, signal);
        days.note(state, kinds[signal], plan, second);
    }

    private void keep(LeadState state, int signal, long at, int ordinal, Event event) {
        Kept kept = state.kept[signal];
        if (kept == null) {
            kept = new Kept(plans[signal]);
            state.kept[signal] = kept;
            state.rows[LeadState.ROW * signal + LeadState.COUNT] = 1;
            state.touch(signal);
        }
        String distinct = plans[signal].filters.distinct();
        kept.take(at, ordinal, distinct == null ? null : event.value(distinct));
        raiseBound(state, signal);
    }

    private void raiseBound(LeadState state, int signal) {
        long gain = Math.max(0, plans[signal].points);
        if (kinds[signal] == Kind.USAGE) {
            state.usageBound += gain;
        } else {
            state.scoreBound += gain;
        }
    }

    /** Whether the score for a stage could have reached so many points; if not, no exact total is needed. */
    public boolean mayReach(LeadState state, Target target, long points) {
        long bound =
                switch (target) {
                    case MQL -> state.scoreBound;
                    case PQL -> state.usageBound;
                };
        return bound >= points * Points.MICROS_PER_POINT;
    }

    /** The points at an instant not before the last event. */
    public Score score(LeadState state, long now) {
        Sums sums = new Sums(groupCaps, groupKinds);
        for (int i = 0; i < state.touchedCount; i++) {
            int signal = state.touched[i];
            sums.add(kinds[signal], plans[signal].group, value(state, signal, now));
        }
        return sums.score();
    }

    /**
     * The same, and sharpens the bounds of {@link #mayReach}: for judging at an instant before which no event will come any more.
     */
    public Score scoreForJudging(LeadState state, long now) {
        Sums sums = new Sums(groupCaps, groupKinds);
        long scoreBound = 0;
        long usageBound = 0;
        for (int i = 0; i < state.touchedCount; i++) {
            int signal = state.touched[i];
            long value = value(state, signal, now);
            sums.add(kinds[signal], plans[signal].group, value);
            // For the bound, an at-least that is not reached yet counts as reached: its events may all count at once.
            long bound = Math.max(0, plans[signal].filters.atLeast() > 0 ? value(state, signal, now, false) : value);
            if (kinds[signal] == Kind.USAGE) {
                usageBound += bound;
            } else {
                scoreBound += bound;
            }
        }
        state.scoreBound = scoreBound;
        state.usageBound = usageBound;
        return sums.score();
    }

    private long value(LeadState state, int signal, long now) {
        return value(state, signal, now, true);
    }

    private long value(LeadState state, int signal, long now, boolean withAtLeast) {
        Kept kept = state.kept[signal];
        if (kept != null) {
            return kept.value(now, withAtLeast);
        }
        int row = LeadState.ROW * signal;
        return plans[signal].fade(
                state.rows[row + LeadState.VALUE], Span.secondOf(now) - state.rows[row + LeadState.SECOND]);
    }

    /** Whether what a stage requires beside its threshold is met at an instant. */
    public boolean meetsRequirements(LeadState state, Target target, long now) {
        Entry entry = contract.stages().entry(target);
        return entry == null || days.areMet(state, entry.requires(), target, this, now);
    }

    /** Whether an event at or after {@code since} counts for a signal with positive points of a stage's kinds. */
    public boolean countsSince(LeadState state, Target target, long since, long now) {
        for (int i = 0; i < state.touchedCount; i++) {
            int signal = state.touched[i];
            if (speaksFor(signal, target) && lastCounted(state, signal, now) >= since && count(state, signal, now) > 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether a signal has positive points of the kinds that a stage looks at. */
    boolean speaksFor(int signal, Target target) {
        return plans[signal].points > 0 && (kinds[signal] == Kind.USAGE) == (target == Target.PQL);
    }

    /** How many events count for a signal at an instant. */
    int count(LeadState state, int signal, long now) {
        Kept kept = state.kept[signal];
        return kept != null ? kept.count(now) : (int) state.rows[LeadState.ROW * signal + LeadState.COUNT];
    }

    private long lastCounted(LeadState state, int signal, long now) {
        Kept kept = state.kept[signal];
        if (kept == null) {
            return state.rows[LeadState.ROW * signal + LeadState.MILLIS];
        }
        return kept.count(now) == 0 ? Long.MIN_VALUE : kept.instant(kept.size() - 1);
    }

    /** Whether a signal with {@code at-least} counts at an instant; signals without count with their first event. */
    public boolean counts(LeadState state, int signal, long now) {
        return !state.isUntouched(signal) && count(state, signal, now) > 0;
    }

    /** Places in the contract of the signals for which this event raises a hand, if their {@code at-least} is reached. */
    public int[] hands(Signature signature) {
        return signature.hands;
    }

    /** What each signal with counted events contributes, most points first, then in the contract's order. */
    public List<Reason> reasons(LeadState state, long now) {
        List<Reason> reasons = new ArrayList<>();
        for (int i = 0; i < plans.length; i++) {
            if (counts(state, i, now)) {
                Signal signal = plans[i].signal;
                long value = value(state, i, now);
                if (value != 0 || signal.qualifies() != null) {
                    reasons.add(new Reason(
                            signal.name(), kinds[i], new Points(value), count(state, i, now), lastCounted(state, i, now)));
                }
            }
        }
        reasons.sort(Comparator.comparing(Reason::points).reversed());
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

    @Nullable Kept kept(LeadState state, int signal) {
        return state.kept[signal];
    }
}
