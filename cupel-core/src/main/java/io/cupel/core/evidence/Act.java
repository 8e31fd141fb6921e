package io.cupel.core.evidence;

import java.util.Comparator;
import java.util.List;

/**
 * What was done or said about leads, as opposed to what they did: a touch, a decision, a review, a word on whether
 * events were the lead's doing, on which leads are one, on what of browsers' claims is not true, or on what somebody
 * agreed to.
 */
public sealed interface Act permits Touch, Decision, Review, Suspicion, Merging, Denial, Consenting {
    /** By time, within one instant by {@link #turn}, then by id. */
    Comparator<Act> ORDER = Comparator.comparingLong(Act::at)
            .thenComparingInt(Act::turn)
            .thenComparing(Act::id, CodePointOrder.INSTANCE);

    /** No {@link #turn} is above this. */
    int TURNS_MAX = 8;

    /** How ids begin that are made of what a row of a file says, because it tells none. */
    List<String> OF_CONTENT = List.of("sha256:", "export:");

    /** The message id, unique over the whole log. */
    String id();

    /** When, in milliseconds since 1970 UTC. */
    long at();

    /** Its place among the acts of one instant, for a date without a time of day is one instant too; decisions last. */
    int turn();

    /** Whether nobody gave it an id, so that an act of the same lead that says the same is the same act. */
    default boolean isIdOfContent() {
        return OF_CONTENT.stream().anyMatch(id()::startsWith);
    }

    /** The same with another id. */
    Act withId(String other);
}
