package io.cupel.core.lifecycle;

import io.cupel.core.contract.Points;
import io.cupel.core.engine.Fit;
import java.util.List;
import java.util.Locale;

/**
 * One change of stage, with what was known then.
 *
 * @param at the instant at which it takes effect, in milliseconds since 1970 UTC
 * @param cycle the cycle that it opened or closed, or the last one; 0 before the first
 * @param detail the exclusion's or the raised hand's name, the reason of a decision, or who reviewed; empty where there
 *     is none
 * @param score of engagement and intent then, or of usage where the lead became PQL
 * @param evidence message ids of the lead's own events at that instant, in their order, or the id of the decision or
 *     the review; empty for what time alone or another version of the contract does
 */
public record Transition(
        long at,
        Stage from,
        Stage to,
        Why why,
        int cycle,
        String detail,
        Points score,
        Fit.Verdict fit,
        List<String> evidence) {
    public Transition {
        evidence = List.copyOf(evidence);
    }

    /**
     * Why the stage changed: by the engine, down to EXPIRED, by a review, or by a decision of a person or of another
     * system.
     */
    public enum Why {
        CONTACT_KNOWN,
        SCORE_REACHED,
        HAND_RAISED,
        EXCLUDED,
        EXCLUSION_ENDED,
        EXPIRED,
        /** A person released what another version of the contract had brought about. */
        ACTIVATION_RELEASED,
        /** A person released what an import had brought about. */
        IMPORT_RELEASED,
        /** A person released what a merge had brought about. */
        MERGE_RELEASED,
        /** A person released what a word on a claim had brought about. */
        CLAIM_RELEASED,
        ACCEPTED,
        REJECTED,
        SQL,
        OPPORTUNITY,
        WON,
        LOST,
        NURTURE,
        DISQUALIFIED,
        /** Another system shows the stage. */
        IMPORTED;

        /** As files write it. */
        public String written() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
