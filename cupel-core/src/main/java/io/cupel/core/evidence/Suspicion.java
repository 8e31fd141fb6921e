package io.cupel.core.evidence;

import java.util.List;
import java.util.Locale;

/**
 * A word on whether some of a lead's events were a machine's doing and not the lead's. It tells nothing else about the
 * lead, and is no instant at which the lead is judged.
 *
 * @param events message ids of events that are this lead's, or will be
 * @param reasons why, as the source writes them; of a release as a rule none
 * @param by who says so, as the source writes it; empty for the detector
 */
public record Suspicion(String id, long at, Verdict verdict, List<String> events, List<String> reasons, String by)
        implements Act {
    /** More events are no one word any more. */
    public static final int EVENTS_MAX = 100;

    public Suspicion {
        events = List.copyOf(events);
        reasons = List.copyOf(reasons);
        if (events.isEmpty() || events.size() > EVENTS_MAX) {
            throw new IllegalArgumentException(
                    "a suspicion is of 1 to " + EVENTS_MAX + " events, not " + events.size());
        }
    }

    @Override
    public int turn() {
        return 0;
    }

    @Override
    public Suspicion withId(String other) {
        return new Suspicion(other, at, verdict, events, reasons, by);
    }

    /** Whether nobody says so but the detector, whose marks end with the first release. */
    boolean isDetected() {
        return by.isEmpty();
    }

    /** What is said. */
    public enum Verdict {
        /** They count for nothing. */
        MARK,
        /** They count after all. */
        RELEASE;

        /** As files write it. */
        public String written() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
