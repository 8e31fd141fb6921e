package io.cupel.core.lifecycle;

import io.cupel.core.engine.Carrying;
import io.cupel.core.engine.LeadState;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** From one contract to the next: what leads take along of what they did. Immutable; safe for any number of threads. */
public final class Handover {
    private final Judge to;
    private final Carrying carrying;

    private Handover(Judge from, Judge to) {
        this.to = to;
        this.carrying = Carrying.between(from.scorer, to.scorer);
    }

    public static Handover between(Judge from, Judge to) {
        return new Handover(from, to);
    }

    /**
     * The case of a lead goes over, as {@link LeadCase#turn} says, without any of its events being read.
     *
     * @param at every event was received before it
     * @param told all attributes as known then
     * @return null where events have to be read for that, and nothing happened; else the given case is not to be used
     *     any more
     */
    public @Nullable LeadCase turn(LeadCase lead, long at, Map<String, Object> told) {
        LeadState state = lead.folded.first == Long.MAX_VALUE ? to.scorer.open() : carrying.carried(lead.folded.state);
        if (state == null) {
            return null;
        }
        LeadCase turned = lead.under(at, to, state);
        turned.tellAgain(told);
        turned.ruling.turn(at);
        return turned;
    }
}
