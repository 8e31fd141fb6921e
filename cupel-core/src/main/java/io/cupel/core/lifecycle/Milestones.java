package io.cupel.core.lifecycle;

import io.cupel.core.engine.LeadState;
import io.cupel.core.engine.Scorer;
import io.cupel.core.evidence.Event;
import io.cupel.core.state.StateReader;
import io.cupel.core.state.StateWriter;
import io.cupel.core.state.UnreadableState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The events of a lead that has very many, some of which came late, all of them or those behind a kept milestone, with
 * the states on the way: another late one has nothing read again, and only those folded again that come behind it and a
 * few before. Not for several threads at once.
 */
final class Milestones {
    /** Fewer are soon folded anew. */
    static final int EVENTS_MIN = 2_000;
    /** Events from one state to the next. */
    private static final int BETWEEN = 1_000;

    private final @Nullable Milestone base;
    private final List<Event> events;
    /** Each as it was written after so many more events. */
    private final List<byte[]> states = new ArrayList<>();

    private int folded;

    /** @param all in their order */
    Milestones(List<Event> all) {
        this(null, all);
    }

    /** @param behind a milestone, in their order */
    Milestones(@Nullable Milestone base, List<Event> behind) {
        this.base = base;
        this.events = new ArrayList<>(behind);
    }

    /** Whether these come behind where it begins. */
    boolean reaches(List<Event> news) {
        return base == null || news.isEmpty() || news.get(0).at() > base.at();
    }

    /** Takes in events that are new; what was known of states behind them is forgotten. */
    void add(List<Event> news) {
        for (Event event : news) {
            int found = Collections.binarySearch(events, event, Event.ORDER);
            int place = found < 0 ? -found - 1 : found;
            events.add(place, event);
            while (states.size() * BETWEEN > place) {
                states.remove(states.size() - 1);
            }
        }
    }

    /** The state after all events, as if they were folded in their order from the first one on. */
    LeadState fold(Scorer scorer) {
        LeadState state = states.isEmpty() ? begin(scorer) : read(scorer, states.get(states.size() - 1));
        for (int i = states.size() * BETWEEN; i < events.size(); i++) {
            Event event = events.get(i);
            scorer.fold(state, event.at(), scorer.signature(event), event);
            folded++;
            if ((i + 1) % BETWEEN == 0) {
                states.add(written(scorer, state));
            }
        }
        return state;
    }

    static byte[] written(Scorer scorer, LeadState state) {
        StateWriter out = new StateWriter(LeadCase.FORM);
        scorer.write(state, out);
        return out.end();
    }

    private LeadState begin(Scorer scorer) {
        return base == null ? scorer.openForLate(events.size()) : read(scorer, base.state());
    }

    private static LeadState read(Scorer scorer, byte[] written) {
        try {
            StateReader in = new StateReader(written, LeadCase.FORM);
            LeadState state = scorer.readForLate(in);
            in.end();
            return state;
        } catch (UnreadableState e) {
            throw new IllegalStateException("what was written under this contract can be read", e);
        }
    }

    /** When the first of these events occurred; the end of time where there are none. */
    long first() {
        return events.isEmpty() ? Long.MAX_VALUE : events.get(0).at();
    }

    /** The last of them in time; null where there are none. */
    @Nullable
    Event last() {
        return events.isEmpty() ? null : events.get(events.size() - 1);
    }

    /** How many events were folded so far, those folded several times as often. */
    int folded() {
        return folded;
    }
}
