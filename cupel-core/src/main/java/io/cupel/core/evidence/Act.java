package io.cupel.core.evidence;

import java.util.Comparator;

/** What people of the company did about a lead, as opposed to what the lead did: a touch or a decision. */
public sealed interface Act permits Touch, Decision {
    /** By time, and within one instant by id. */
    Comparator<Act> ORDER = Comparator.comparingLong(Act::at).thenComparing(Act::id, CodePointOrder.INSTANCE);

    /** The message id, unique over the whole log. */
    String id();

    /** When, in milliseconds since 1970 UTC. */
    long at();
}
