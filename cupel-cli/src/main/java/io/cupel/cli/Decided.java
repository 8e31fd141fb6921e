package io.cupel.cli;

import io.cupel.core.evidence.Told;
import io.cupel.core.lifecycle.Judgement;
import io.cupel.core.lifecycle.Stage;
import io.cupel.core.lifecycle.Transition;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** What people or another system decided about a lead, where that is why it is not in the list of qualified ones. */
final class Decided {
    private Decided() {}

    /** Whether sales works the lead, beyond having been handed it. */
    static boolean isWithSales(Judgement judgement) {
        return judgement.stage().isInWork() && !judgement.stage().isUndecided();
    }

    /** Whether no event can bring the lead back by itself: with sales, a customer, or disqualified by a person. */
    static boolean isSettled(Judgement judgement) {
        return isWithSales(judgement)
                || judgement.stage() == Stage.CUSTOMER
                || (judgement.stage() == Stage.DISQUALIFIED && judgement.excluded() == null);
    }

    /** Whether a decision sent the lead to nurture or lost, from where it comes back by itself. */
    static boolean isSentBack(Judgement judgement) {
        Transition last = last(judgement);
        return last != null
                && switch (judgement.stage()) {
                    case NURTURE, LOST ->
                        last.why() != Transition.Why.EXPIRED
                                && last.why() != Transition.Why.EXCLUSION_ENDED
                                && last.why() != Transition.Why.ACTIVATION_RELEASED;
                    case VISITOR, LEAD, MQL, PQL, ACCEPTED, SQL, OPPORTUNITY, CUSTOMER, DISQUALIFIED -> false;
                };
    }

    /**
     * "customer since 2026-01-05 (imported)", "rejected on 2026-03-01: no budget"; where the engine decided, the stage
     * alone.
     */
    static String words(Judgement judgement, ZoneId zone) {
        Transition last = last(judgement);
        String stage = judgement.stage().written();
        if (last == null) {
            return stage;
        }
        String said = switch (judgement.stage()) {
            case ACCEPTED -> "accepted by sales" + when(last, " on ", zone);
            case SQL -> "SQL" + when(last, " since ", zone);
            case OPPORTUNITY -> "open opportunity" + when(last, " since ", zone);
            case CUSTOMER -> "customer" + when(last, " since ", zone);
            case DISQUALIFIED -> "disqualified" + when(last, " on ", zone);
            case LOST -> "lost" + when(last, " on ", zone);
            case NURTURE ->
                last.why() == Transition.Why.REJECTED
                        ? "rejected" + when(last, " on ", zone)
                        : "not now" + when(last, ", since ", zone);
            case VISITOR, LEAD, MQL, PQL -> stage;
        };
        String reason = last.detail().isEmpty() ? "" : ": " + last.detail();
        return last.why() == Transition.Why.IMPORTED ? said + " (imported" + reason + ")" : said + reason;
    }

    private static String when(Transition step, String word, ZoneId zone) {
        return step.at() == Told.BEFORE_ALL ? "" : word + Words.day(step.at(), zone);
    }

    private static @Nullable Transition last(Judgement judgement) {
        int size = judgement.transitions().size();
        return size == 0 ? null : judgement.transitions().get(size - 1);
    }
}
