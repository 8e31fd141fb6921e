package io.cupel.core.lifecycle;

import io.cupel.core.engine.LeadState;
import io.cupel.core.engine.Scorer;
import io.cupel.core.engine.Signature;
import io.cupel.core.evidence.Event;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The events of a lead as its state keeps them. Not for several threads at once. */
final class Folded {
    private final Scorer scorer;
    LeadState state;
    /** When the first one occurred; the end of time before any did. */
    long first = Long.MAX_VALUE;
    /** In log order: the last event in time of those taken in, where it is known. */
    private @Nullable Event newest;
    /** In log order: of very many events, some of which came late; else null. */
    private @Nullable Milestones milestones;
    /** In log order: kept milestones with a last event after this instant hold no more. */
    private long sound = Long.MAX_VALUE;

    Folded(Scorer scorer, LeadState state) {
        this.scorer = scorer;
        this.state = state;
    }

    /** Takes in the next event in time. */
    void fold(Event event, Signature signature) {
        first = Math.min(first, event.at());
        scorer.fold(state, event.at(), signature, event);
    }

    /**
     * Takes in events of an entry of the log.
     *
     * @param isPlain whether nothing but these became the lead's
     * @param history of the lead as known now
     */
    void take(List<Event> news, boolean isPlain, History history) {
        Milestones known = milestones;
        // what comes before a kept milestone has all read, once: who is late so often is late in any place
        boolean isBefore = known != null && !known.reaches(news);
        Milestones kept = isBefore ? null : known;
        if (kept != null) {
            kept.add(news);
        }
        boolean isAnyMatching = false;
        // nearly always one event, with every entry of the log: a stream would take longer than the event
        for (Event event : news) {
            sound = isNewest(event) ? sound : Math.min(sound, event.at() - 1);
            isAnyMatching |= !scorer.signature(event).isEmpty();
        }
        if (isPlain && !isAnyMatching) {
            news.forEach(event -> first = Math.min(first, event.at()));
        } else if (isPlain && isInOrder(news)) {
            news.forEach(this::add);
        } else if (isPlain && kept != null) {
            remake(kept);
        } else if (isPlain && !isBefore) {
            remakeBehind(news.get(0).at(), history);
        } else {
            remake(history.all(), isPlain);
        }
    }

    /** An event came late: what was kept of the way may spare reading all again. */
    private void remakeBehind(long at, History history) {
        Milestone last = history.before(Math.min(at, sound == Long.MAX_VALUE ? at : sound + 1));
        if (last == null) {
            remake(history.all(), true);
        } else {
            milestones = new Milestones(last, history.behind(last.position()));
            remake(milestones);
        }
    }

    /** Takes in all events anew. */
    void remake(List<Event> all, boolean isForLate) {
        sound = isForLate ? sound : Long.MIN_VALUE;
        milestones = isForLate && all.size() >= Milestones.EVENTS_MIN ? new Milestones(all) : null;
        if (milestones != null) {
            remake(milestones);
        } else {
            state = isForLate ? scorer.openForLate(all.size()) : scorer.open(all.size());
            newest = null;
            all.forEach(this::add);
        }
    }

    private void remake(Milestones all) {
        state = all.fold(scorer);
        newest = all.last();
        first = Math.min(first, all.first());
    }

    private void add(Event event) {
        newest = isNewest(event) ? event : newest;
        fold(event, scorer.signature(event));
    }

    private boolean isInOrder(List<Event> news) {
        return news.isEmpty() || isNewest(news.get(0)) || (news.size() == 1 && scorer.isFoldable(state, news.get(0)));
    }

    private boolean isNewest(Event event) {
        return scorer.isLater(state, event.at()) || (newest != null && Event.ORDER.compare(newest, event) < 0);
    }

    /** As of when kept milestones hold, asked for the first time since; the end of time where all do. */
    long takeSound() {
        long until = sound;
        sound = Long.MAX_VALUE;
        return until;
    }

    /** The way so far, after all events up to a position of the log. */
    Milestone milestone(long position) {
        return new Milestone(position, state.last(), Milestones.written(scorer, state));
    }
}
