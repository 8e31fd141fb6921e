package io.cupel.core.evidence;

import java.util.Locale;

/**
 * What a person said to a cycle that waits in the review tray. It means something only where a log is judged in its
 * order, and only while something waits.
 *
 * @param by who, as the source writes it; empty where that is not told
 */
public record Review(String id, long at, Verdict verdict, String by) implements Act {
    @Override
    public int turn() {
        return 0;
    }

    @Override
    public Review withId(String other) {
        return new Review(other, at, verdict, by);
    }

    /** Yes or no. */
    public enum Verdict {
        /** The cycle opens. */
        RELEASE,
        /** It does not, and the lead waits no more. */
        DISMISS;

        /** As files write it. */
        public String written() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
