package io.cupel.core.evidence;

import java.util.Comparator;

/** What people of the company did about a lead, as opposed to what the lead did: a touch or a decision. */
public sealed interface Act permits Touch, Decision {
    /** By time, within one instant by {@link #turn}, then by id. */
    Comparator<Act> ORDER = Comparator.comparingLong(Act::at)
            .thenComparingInt(Act::turn)
            .thenComparing(Act::id, CodePointOrder.INSTANCE);

    /** The message id, unique over the whole log. */
    String id();

    /** When, in milliseconds since 1970 UTC. */
    long at();

    /** Its place among the acts of one instant, for a date without a time of day is one instant too; touches first. */
    int turn();
}
