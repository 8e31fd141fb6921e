package io.cupel.core.contract;

import io.cupel.core.evidence.Facts;
import java.util.List;

/**
 * A condition of the contract, type-checked and ready to ask. Immutable, safe for any number of threads. Its answer
 * depends on the facts it {@link #reads()} and on nothing else.
 */
public interface Condition {
    /** As the contract writes it. */
    String text();

    /** The facts that the answer can depend on; each path once. */
    List<Read> reads();

    /**
     * The answer; never throws for any facts: a missing fact or one of another type makes it unknown where it matters.
     */
    Answer ask(Facts facts);
}
