package io.cupel.core.engine;

import io.cupel.core.state.StateReader;
import io.cupel.core.state.StateWriter;
import io.cupel.core.state.UnreadableState;

/**
 * The written form of a {@link LeadState}, for the contract under which it was filled. The bounds are not written: from
 * the exact total as of the last event they follow again, and as sharp as they can be. Immutable.
 */
final class StateForm {
    private static final long DAY_MILLIS = 86_400_000;

    private final Scorer scorer;
    private final SignalPlan[] plans;

    StateForm(Scorer scorer, SignalPlan[] plans) {
        this.scorer = scorer;
        this.plans = plans;
    }

    void write(LeadState state, StateWriter out) {
        out.number(state.events);
        if (state.events == 0) {
            return;
        }
        out.instant(state.lastMillis);
        out.number(state.rowsEnd() / LeadState.ROW);
        // in the order of the contract: so one state has one form, in whatever order its events came
        for (int signal = 0; signal < plans.length; signal++) {
            int row = state.row(signal);
            if (row < 0) {
                continue;
            }
            out.number(signal);
            Kept kept = state.kept(row);
            if (kept != null) {
                kept.write(out, state.events);
            } else {
                int count = state.count(row);
                out.number(count);
                out.signed(state.rows[row + LeadState.VALUE] - plans[signal].unfaded(count));
                out.instant(state.rows[row + LeadState.MILLIS]);
            }
        }
        if (state.rowsEnd() > 0) {
            writeDays(state.mqlDays, state.lastMillis, out);
            writeDays(state.pqlDays, state.lastMillis, out);
        }
    }

    private static void writeDays(LeadState.DaySet days, long lastMillis, StateWriter out) {
        if (days.wanted() == 0) {
            return;
        }
        out.number(days.size());
        long before = Math.floorDiv(lastMillis, DAY_MILLIS);
        for (int i = 0; i < days.size(); i++) {
            out.signed(before - days.day(i));
            before = days.day(i);
        }
    }

    LeadState read(StateReader in) throws UnreadableState {
        int events = in.count(Integer.MAX_VALUE);
        if (events == 0) {
            return scorer.open();
        }
        long lastMillis = in.instant();
        int rows = in.count(plans.length);
        LeadState state = scorer.open(rows);
        state.events = events;
        state.lastMillis = lastMillis;
        int signal = -1;
        for (int i = 0; i < rows; i++) {
            signal = readRow(state, in, signal);
        }
        if (rows > 0) {
            readDays(state.mqlDays, lastMillis, in);
            readDays(state.pqlDays, lastMillis, in);
        }
        scorer.scoreForJudging(state, lastMillis);
        return state;
    }

    private int readRow(LeadState state, StateReader in, int before) throws UnreadableState {
        int signal = in.count(plans.length - 1);
        in.require(signal > before, "signals are out of order");
        int row = state.rowForEvent(signal);
        SignalPlan plan = plans[signal];
        if (!plan.signal.isUnfiltered()) {
            state.keep(row, Kept.read(plan, in, state.events, state.lastMillis));
            return signal;
        }
        int count = in.count(state.events);
        in.require(count > 0, "a signal has no event");
        state.countMany(row, count);
        long value = in.signed() + plan.unfaded(count);
        in.require(plan.clamp(value) == value, "a signal is beyond its cap");
        state.rows[row + LeadState.VALUE] = value;
        long at = in.instant();
        in.require(at <= state.lastMillis, "an event is later than the last one");
        state.rows[row + LeadState.MILLIS] = at;
        return signal;
    }

    private static void readDays(LeadState.DaySet days, long lastMillis, StateReader in) throws UnreadableState {
        if (days.wanted() == 0) {
            return;
        }
        int size = in.count(days.wanted());
        long before = Math.floorDiv(lastMillis, DAY_MILLIS);
        for (int i = 0; i < size; i++) {
            before -= in.signed();
            days.add(before);
            in.require(days.size() == i + 1, "a day stands twice");
        }
    }
}
