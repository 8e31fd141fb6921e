package io.cupel.core.consent;

import io.cupel.core.evidence.CodePointOrder;
import java.util.Comparator;

/**
 * What one entry of the log says about one purpose.
 *
 * @param at when, in milliseconds since 1970 UTC; {@link io.cupel.core.evidence.Told#BEFORE_ALL} for a row without a
 *     date
 * @param fromRow whether a leads file told it: at one instant a call is the later word
 * @param order the message id of the call, or the row's place
 */
public record ConsentWord(long at, boolean fromRow, String order, Teller teller, Said said) {
    /** Earlier words first, as attributes are told. Of what one call says no two words are about one purpose. */
    static final Comparator<ConsentWord> ORDER = Comparator.comparingLong(ConsentWord::at)
            .thenComparing(word -> !word.fromRow())
            .thenComparing(ConsentWord::order, CodePointOrder.INSTANCE)
            .thenComparing(word -> word.said().purpose());

    /** Whether it says nothing that an earlier word did not say. */
    boolean repeats(ConsentWord earlier) {
        return teller.equals(earlier.teller) && said.equals(earlier.said);
    }
}
