package io.cupel.core.evidence;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an entry of the log changed about leads that people merged. The parts of a merge go on being judged as if it had
 * never been, so that it can be taken back; what they are together has a number, and is judged, of its own.
 *
 * @param wholes those that the entry concerns, the latest merge first
 * @param places by number of a lead, or of several that are one: of which merge it is a part from now on, of several
 *     the first; {@link Register.Enrolled#NOBODY} for none any more
 * @param undone numbers of those that are no more
 */
public record Merged(List<Whole> wholes, Map<Long, Long> places, List<Long> undone) {
    /** Nothing. */
    public static final Merged NONE = new Merged(List.of(), Map.of(), List.of());

    public Merged {
        wholes = List.copyOf(wholes);
        places = Map.copyOf(new TreeMap<>(places));
        undone = List.copyOf(undone);
    }

    /**
     * Leads that are one.
     *
     * @param joined numbers of leads, or of several that were one, that became part of it, as they were before
     * @param isOwn whether the entry is its own
     * @param isInformed whether something else is known now about a company of a part
     * @param isReshaped whether it has other entries beside this one than before
     * @param gained events that a part got without an entry of its own, and that none of them had
     */
    public record Whole(
            long number, List<Long> joined, boolean isOwn, boolean isInformed, boolean isReshaped, List<Event> gained) {
        public Whole {
            joined = List.copyOf(joined);
            gained = List.copyOf(gained);
        }
    }
}
