package io.cupel.core.evidence;

import java.util.HashMap;
import java.util.Map;

/**
 * Something else is known about a company that has so many leads that they hear of it later: each before anything else
 * happens to it. Immutable.
 *
 * @param company its domain as a rule
 * @param before what was known about it until then, by path
 * @param known what is known from then on, by path
 */
public record CompanyWord(String company, Map<String, Object> before, Map<String, Object> known) {
    public CompanyWord {
        before = Map.copyOf(before);
        known = Map.copyOf(known);
    }

    /**
     * All attributes of a lead of a company about which this is known.
     *
     * @param told what the lead had been told, whatever was known about the company then
     * @param under as {@link Register#under} gives it
     */
    public static Map<String, Object> told(
            Map<String, Object> told, Map<String, Object> under, Map<String, Object> known) {
        Map<String, Object> all = new HashMap<>(Attributes.part(told, false));
        all.putAll(under);
        all.putAll(known);
        return all;
    }
}
