package io.cupel.core.contract;

import java.math.BigDecimal;
import java.util.Map;

/**
 * The currency in which conditions on money are written, and what others are worth in it.
 *
 * @param code ISO 4217, such as USD; an amount that names no currency is taken to be in it
 * @param rates units of {@code code} for one unit of another currency; money in a currency without a rate is unknown
 */
public record Currency(String code, Map<String, BigDecimal> rates) {
    public static final Currency US_DOLLAR = new Currency("USD", Map.of());

    public Currency {
        rates = Map.copyOf(rates);
    }
}
