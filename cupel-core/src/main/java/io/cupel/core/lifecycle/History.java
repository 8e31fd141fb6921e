package io.cupel.core.lifecycle;

import io.cupel.core.evidence.Event;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a lead did, as known now: read only where its state does not say enough. */
@FunctionalInterface
public interface History {
    /** All its events that are not suspect, in their order. */
    List<Event> all();

    /**
     * What is kept of the way to its state.
     *
     * @param at of the first event by which its state is to be made anew
     * @return the last milestone whose events all occurred before; null where none is kept, and all has to be read
     */
    default @Nullable Milestone before(long at) {
        return null;
    }

    /** Of all its events those that were enrolled behind a position of the log, in their order. */
    default List<Event> behind(long position) {
        throw new IllegalStateException("without milestones all is read");
    }
}
