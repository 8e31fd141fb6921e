package io.cupel.app.judging;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What would change if a version of the contract were in force.
 *
 * @param at as of when
 * @param judgedBy the version that judged then
 * @param leads that there were
 * @param seen of these, how many were looked at so far
 */
public record Rehearsal(
        int version, State state, Instant at, int judgedBy, long leads, long seen, List<Change> changes) {
    public Rehearsal {
        changes = List.copyOf(changes);
    }

    /** How far it has come. */
    public enum State {
        RUNNING,
        STOPPED,
        /** The server that counted ended, or failed. */
        LOST,
        DONE;

        /** As the interface writes it. */
        public String written() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * How many leads would go the same way; those that would stay as they are too.
     *
     * @param waitedFor what they wait for in the review tray: mql, pql or back; null for nothing
     * @param waitFor what they would wait for then
     */
    public record Change(
            String from,
            @Nullable String waitedFor,
            String to,
            @Nullable String waitFor,
            long leads) {
        /** Whether anything is otherwise. */
        public boolean isOne() {
            return !from.equals(to)
                    || (waitFor != null && !waitFor.equals(waitedFor))
                    || (waitedFor != null && waitFor == null);
        }
    }
}
