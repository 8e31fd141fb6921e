package io.cupel.core.evidence;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What sales decided about a lead, or where another system says that it stands.
 *
 * @param reason why, in the source's words; empty where that is not told
 * @param by who, as the source writes it; empty where that is not told
 * @param amount of an opportunity or a deal won or lost, to the cent; null where that is not told
 * @param imported whether it is the stage that another system shows, and not an act with an instant of its own
 * @param deal which of the lead's deals another system tells of; empty for what is said of the lead itself
 */
public record Decision(
        String id,
        long at,
        Outcome outcome,
        String reason,
        String by,
        @Nullable Sum amount,
        boolean imported,
        String deal)
        implements Act {
    /** In the order of a lead's life: taken up before turned away, a deal's opening before its end, won last of all. */
    @Override
    public int turn() {
        return switch (outcome) {
            case ACCEPTED -> 1;
            case SQL -> 2;
            case OPPORTUNITY -> 3;
            case REJECTED -> 4;
            case LOST -> 5;
            case NURTURE -> 6;
            case DISQUALIFIED -> 7;
            case WON -> 8;
        };
    }

    @Override
    public Decision withId(String other) {
        return new Decision(other, at, outcome, reason, by, amount, imported, deal);
    }

    /** Whether it is said of one deal of the lead, beside which it may have others. */
    public boolean isOfDeal() {
        return !deal.isEmpty();
    }

    /** Where the lead goes by it. */
    public enum Outcome {
        ACCEPTED,
        REJECTED,
        SQL,
        OPPORTUNITY,
        WON,
        LOST,
        /** Not now. */
        NURTURE,
        /** Never, by a person's word. */
        DISQUALIFIED;

        /** As files write it. */
        public String written() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
