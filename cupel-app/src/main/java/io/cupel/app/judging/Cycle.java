package io.cupel.app.judging;

import io.cupel.core.lifecycle.Transition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * From when a lead was handed over to what became of it.
 *
 * @param opened by which change of stage; that closes it too where sales decided about a lead never handed over
 * @param between what happened while it was open
 * @param closed null while it is open
 */
public record Cycle(Leads.Step opened, List<Leads.Step> between, Leads.@Nullable Step closed) {
    public Cycle {
        between = List.copyOf(between);
    }

    /** The cycles of a lead, and of those that turned out to be it, in the order in which they opened. */
    static List<Cycle> of(List<Leads.Step> steps) {
        List<Open> cycles = new ArrayList<>();
        Map<Long, Open> openOf = new HashMap<>();
        Map<Long, Integer> lastOf = new HashMap<>();
        for (Leads.Step step : steps) {
            Transition change = step.transition();
            boolean wasOpen = change.from().isInWork();
            boolean isOpen = change.to().isInWork();
            Open present = openOf.get(step.lead());
            if (wasOpen && present == null && !cycles.isEmpty()) {
                // opened under the number of another lead that turned out to be this one
                present = cycles.get(cycles.size() - 1);
            }
            if (!wasOpen && (isOpen || isAtOnce(change, lastOf.getOrDefault(step.lead(), 0)))) {
                Open open = new Open(step);
                cycles.add(open);
                openOf.put(step.lead(), open);
                present = open;
            } else if (wasOpen && isOpen && present != null) {
                present.between.add(step);
            }
            if (!isOpen && present != null && present.closed == null) {
                present.closed = step;
                openOf.remove(step.lead());
            }
            lastOf.put(step.lead(), change.cycle());
        }
        return cycles.stream()
                .map(each -> new Cycle(each.opened, each.between, each.closed))
                .toList();
    }

    private static boolean isAtOnce(Transition change, int last) {
        return change.cycle() > last
                && switch (change.why()) {
                    case REJECTED, WON, LOST, NURTURE, IMPORTED -> true;
                    case CONTACT_KNOWN,
                            SCORE_REACHED,
                            HAND_RAISED,
                            EXCLUDED,
                            EXCLUSION_ENDED,
                            EXPIRED,
                            ACTIVATION_RELEASED,
                            IMPORT_RELEASED,
                            MERGE_RELEASED,
                            CLAIM_RELEASED,
                            ACCEPTED,
                            SQL,
                            OPPORTUNITY,
                            DISQUALIFIED -> false;
                };
    }

    private static final class Open {
        final Leads.Step opened;
        final List<Leads.Step> between = new ArrayList<>();
        Leads.@Nullable Step closed;

        Open(Leads.Step opened) {
            this.opened = opened;
        }
    }
}
