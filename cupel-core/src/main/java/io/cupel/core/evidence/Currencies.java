package io.cupel.core.evidence;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Which currency is meant by the codes and signs beside an amount. */
final class Currencies {
    static final String TWO_TOLD = "tells two currencies";
    static final String SHARED_SIGN = "has a sign that several currencies share: write the code of three letters";

    /** The currencies that write themselves with a sign. */
    private static final Map<String, Set<String>> BY_SIGN = Map.of(
            "$",
                    Set.of(
                            "USD", "CAD", "AUD", "NZD", "HKD", "SGD", "MXN", "TWD", "ARS", "CLP", "COP", "UYU", "BBD",
                            "BMD", "BSD", "BZD", "FJD", "GYD", "JMD", "KYD", "LRD", "NAD", "SBD", "SRD", "TTD", "XCD",
                            "DOP"),
            "¥", Set.of("JPY", "CNY"),
            "kr", Set.of("SEK", "NOK", "DKK", "ISK"),
            "rs", Set.of("INR", "PKR", "LKR", "NPR", "MUR"));

    /** The one sign that is read alone: where others mean their own dollar, they write "C$" or the code. */
    private static final String DOLLAR = "$";

    private Currencies() {}

    /** The code for what was told; empty where nothing was. */
    static Reading<String> resolve(Set<String> told) {
        var codes = new LinkedHashSet<>(told);
        codes.removeAll(BY_SIGN.keySet());
        var signs = new LinkedHashSet<>(told);
        signs.retainAll(BY_SIGN.keySet());
        if (codes.size() > 1 || signs.size() > 1) {
            return new Reading.Unreadable<>(TWO_TOLD);
        }
        if (signs.isEmpty()) {
            return new Reading.Value<>(codes.isEmpty() ? "" : codes.iterator().next());
        }
        String sign = signs.iterator().next();
        if (!codes.isEmpty()) {
            String code = codes.iterator().next();
            boolean agree = BY_SIGN.getOrDefault(sign, Set.of()).contains(code);
            return agree ? new Reading.Value<>(code) : new Reading.Unreadable<>(TWO_TOLD);
        }
        return sign.equals(DOLLAR) ? new Reading.Value<>("USD") : new Reading.Unreadable<>(SHARED_SIGN);
    }
}
