package io.cupel.core.evidence;

import java.util.Comparator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One call or one row of a leads file: whom it is about, what happened, what it tells.
 *
 * @param at when, in milliseconds since 1970 UTC; {@link Told#BEFORE_ALL} for a row without a date
 * @param order as in {@link Told#order}
 * @param event what happened; null for a row
 * @param values the attributes told, by path, typed; empty ones are left out
 * @param company the domain of the company that the lead is said to belong to; null where nothing is said
 * @param act what sales did or decided; null for what the lead did and for a row
 */
public record Sighting(
        Keys keys,
        long at,
        boolean fromRow,
        String order,
        @Nullable Event event,
        Map<String, Object> values,
        @Nullable String company,
        @Nullable Act act) {
    /** Earlier words first, as in {@link Told#ORDER}. */
    static final Comparator<Sighting> ORDER = Comparator.comparingLong(Sighting::at)
            .thenComparing(sighting -> !sighting.fromRow())
            .thenComparing(Sighting::order, CodePointOrder.INSTANCE);

    public Sighting {
        values = Attributes.kept(values);
    }

    public static Sighting call(Keys keys, Event event, Map<String, Object> values, @Nullable String company) {
        return new Sighting(keys, event.at(), false, event.id(), event, values, company, null);
    }

    /** A row; {@code order} is its place, written so that later rows compare greater. */
    public static Sighting row(Keys keys, long at, String order, Map<String, Object> values, @Nullable String company) {
        return new Sighting(keys, at, true, order, null, values, company, null);
    }

    /** The same with other values. */
    Sighting with(Map<String, Object> others) {
        return others.equals(values) ? this : new Sighting(keys, at, fromRow, order, event, others, company, act);
    }

    /** The same under other keys, with other values. */
    Sighting as(Keys others, Map<String, Object> told) {
        return new Sighting(others, at, fromRow, order, event, told, company, act);
    }

    /** A touch or a decision. */
    public static Sighting act(Keys keys, Act act) {
        return new Sighting(keys, act.at(), false, act.id(), null, Map.of(), null, act);
    }
}
