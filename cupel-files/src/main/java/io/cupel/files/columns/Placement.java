package io.cupel.files.columns;

import io.cupel.core.evidence.Decision.Outcome;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the words of another system put a lead, the strongest first: of two columns that differ the stronger holds. */
public enum Placement {
    CUSTOMER(Outcome.WON),
    DISQUALIFIED(Outcome.DISQUALIFIED),
    LOST(Outcome.LOST),
    NURTURE(Outcome.NURTURE),
    OPPORTUNITY(Outcome.OPPORTUNITY),
    SQL(Outcome.SQL),
    ACCEPTED(Outcome.ACCEPTED),
    /** Nowhere yet: the contract judges. */
    LEAD(null);

    private final @Nullable Outcome outcome;

    Placement(@Nullable Outcome outcome) {
        this.outcome = outcome;
    }

    /** The decision that it means; null where the contract judges. */
    public @Nullable Outcome outcome() {
        return outcome;
    }

    /** As mapping files write it. */
    public String written() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The placement that is written so. */
    public static Optional<Placement> of(String written) {
        for (Placement placement : values()) {
            if (placement.written().equals(written)) {
                return Optional.of(placement);
            }
        }
        return Optional.empty();
    }
}
