package io.cupel.core.lifecycle;

import java.util.Locale;

/** Where a lead stands between stranger and customer. */
public enum Stage {
    VISITOR,
    LEAD,
    MQL,
    PQL,
    ACCEPTED,
    SQL,
    OPPORTUNITY,
    CUSTOMER,
    LOST,
    NURTURE,
    DISQUALIFIED;

    /** As files and commands write it. */
    public String written() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether marketing handed the lead over and sales has not decided yet. */
    public boolean isUndecided() {
        return this == MQL || this == PQL; // asked at every event: two comparisons, where a switch looks into a table
    }

    /** Whether a cycle is open or was taken up by sales, who have not said yet what became of it. */
    public boolean isInWork() {
        return switch (this) {
            case MQL, PQL, ACCEPTED, SQL, OPPORTUNITY -> true;
            case VISITOR, LEAD, CUSTOMER, LOST, NURTURE, DISQUALIFIED -> false;
        };
    }

    /** Whether an exclusion of the contract still ends the matter here. */
    public boolean isBeforeOpportunity() {
        return switch (this) {
            case LEAD, MQL, PQL, ACCEPTED, SQL, NURTURE -> true;
            case VISITOR, OPPORTUNITY, CUSTOMER, LOST, DISQUALIFIED -> false;
        };
    }

    /** How far towards a customer; of two stages of one lead, known under two names, the further one holds. */
    int distance() {
        return switch (this) {
            case VISITOR -> 0;
            case LEAD -> 1;
            case NURTURE -> 2;
            case LOST -> 3;
            case DISQUALIFIED -> 4;
            case MQL, PQL -> 5;
            case ACCEPTED -> 6;
            case SQL -> 7;
            case OPPORTUNITY -> 8;
            case CUSTOMER -> 9;
        };
    }
}
