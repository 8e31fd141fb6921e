package io.cupel.core.evidence;

import java.util.List;

/**
 * What was seen of each lead. Leads are named by their places in {@link Identities#leads}. Safe for several threads.
 */
public interface SeenByLead {
    /** What the lead did, each message id once, in {@link Event#ORDER}. */
    List<Event> events(int place);

    /** All rows about the lead, and those calls and acts about it that tell more than that they happened. */
    List<Sighting> words(int place);

    /** What visitors who were never identified told about companies. */
    List<Sighting> strangers();
}
