package io.cupel.core.evidence;

import java.util.Comparator;
import java.util.Map;

/**
 * Attributes told at one time by one call or one row of a leads file.
 *
 * @param at when, in milliseconds since 1970 UTC; {@link #BEFORE_ALL} for a row without a date
 * @param fromRow whether a leads file told it, rather than a call; at one instant a call is the later word
 * @param order the message id of the call, or the row's place written so that later rows compare greater
 * @param values path to value, typed as the attribute is; empty ones are left out, for they tell nothing
 * @param isClaimed whether a browser told it: it fills what nobody else told by then, and overwrites nothing
 */
public record Told(long at, boolean fromRow, String order, Map<String, Object> values, boolean isClaimed) {
    public static final long BEFORE_ALL = Long.MIN_VALUE;

    /** What is believed as it was told. */
    public Told(long at, boolean fromRow, String order, Map<String, Object> values) {
        this(at, fromRow, order, values, false);
    }

    /** What a call or row tells by some of its values. */
    static Told by(Sighting sighting, Map<String, Object> values) {
        return new Told(
                sighting.at(),
                sighting.fromRow(),
                sighting.order(),
                values,
                sighting.keys().isClaimed());
    }

    /** The same word with other values. */
    Told with(Map<String, Object> others) {
        return new Told(at, fromRow, order, others, isClaimed);
    }

    /** Earlier words first: the last one at or before an instant holds. */
    public static final Comparator<Told> ORDER = Comparator.comparingLong(Told::at)
            .thenComparing(told -> !told.fromRow())
            .thenComparing(Told::order, CodePointOrder.INSTANCE);
}
