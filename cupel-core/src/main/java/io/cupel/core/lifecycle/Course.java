package io.cupel.core.lifecycle;

import io.cupel.core.evidence.Decision;
import io.cupel.core.evidence.Decision.Outcome;
import io.cupel.core.lifecycle.Transition.Why;
import org.jspecify.annotations.Nullable;

/** Where decisions of people and of other systems take a lead. docs/lifecycle.md shows it as a table. */
final class Course {
    private Course() {}

    /** The stage that a decision leads to, which may be the present one entered anew; null where it changes nothing. */
    static @Nullable Stage next(Decision decision, Standing standing) {
        Stage from = standing.stage;
        return switch (decision.outcome()) {
            case ACCEPTED -> isTakenUp(from) || from == Stage.CUSTOMER ? null : Stage.ACCEPTED;
            case REJECTED ->
                mayBeRejected(from) && !isShownAlready(decision, Stage.NURTURE, from) ? Stage.NURTURE : null;
            case SQL -> from == Stage.SQL || from == Stage.CUSTOMER ? null : Stage.SQL;
            case OPPORTUNITY ->
                from == Stage.OPPORTUNITY || (from == Stage.CUSTOMER && decision.isOfDeal()) ? null : Stage.OPPORTUNITY;
            case WON -> from == Stage.CUSTOMER ? null : Stage.CUSTOMER;
            case LOST ->
                isShownAlready(decision, Stage.LOST, from) || isOneDealOfSeveral(decision, standing)
                        ? null
                        : Stage.LOST;
            case NURTURE -> from == Stage.NURTURE ? null : Stage.NURTURE;
            case DISQUALIFIED -> standing.isDisqualifiedByPerson() ? null : Stage.DISQUALIFIED;
        };
    }

    /** Who bought once, or has another deal open, is not lost with one deal. */
    private static boolean isOneDealOfSeveral(Decision lost, Standing standing) {
        return lost.isOfDeal() && (standing.stage == Stage.CUSTOMER || standing.hasOpenDeal());
    }

    private static boolean isTakenUp(Stage stage) {
        return stage.isInWork() && !stage.isUndecided();
    }

    private static boolean mayBeRejected(Stage from) {
        return switch (from) {
            case VISITOR, LEAD, MQL, PQL, ACCEPTED, SQL, LOST, NURTURE -> true;
            case OPPORTUNITY, CUSTOMER, DISQUALIFIED -> false;
        };
    }

    /** An act says that somebody worked the lead again; a stage shown by another system says nothing new. */
    private static boolean isShownAlready(Decision decision, Stage to, Stage from) {
        return decision.imported() && from == to;
    }

    /** Whether a decision is about a cycle that this contract never opened, so that it has to be opened by import. */
    static boolean opensCycle(Outcome outcome, Standing standing) {
        return switch (outcome) {
            case ACCEPTED, REJECTED, SQL, OPPORTUNITY, WON, LOST -> !standing.stage.isInWork();
            case NURTURE -> standing.cycle == 0;
            case DISQUALIFIED -> false;
        };
    }

    static Why why(Decision decision) {
        if (decision.imported()) {
            return Why.IMPORTED;
        }
        return switch (decision.outcome()) {
            case ACCEPTED -> Why.ACCEPTED;
            case REJECTED -> Why.REJECTED;
            case SQL -> Why.SQL;
            case OPPORTUNITY -> Why.OPPORTUNITY;
            case WON -> Why.WON;
            case LOST -> Why.LOST;
            case NURTURE -> Why.NURTURE;
            case DISQUALIFIED -> Why.DISQUALIFIED;
        };
    }
}
