package io.cupel.core.evidence;

import java.util.List;

/**
 * What an entry changes about which events are suspect.
 *
 * @param withdrawn events of the lead that count no more, in their order
 * @param isQuiet whether the lead is not to be judged by the entry: it is a suspect event, or only says which events
 *     are, and nothing else about the lead changed
 */
public record Doubts(List<Event> withdrawn, boolean isQuiet) {
    static final Doubts NONE = new Doubts(List.of(), false);

    public Doubts {
        withdrawn = List.copyOf(withdrawn);
    }
}
