package io.cupel.files;

import java.math.BigDecimal;
import java.time.YearMonth;

/**
 * What was paid in a month for leads from a source.
 *
 * @param source as the leads tell theirs: "linkedin", "google"
 * @param campaign empty where the money was spent on no certain one
 * @param amount exact, not below zero
 * @param currency its ISO 4217 code; empty where none was told, which means the unit that the contract counts in
 */
public record Spend(YearMonth month, String source, String campaign, BigDecimal amount, String currency) {
    public Spend {
        if (source.isBlank()) {
            throw new IllegalArgumentException("money is spent on a source");
        }
        if (amount.signum() < 0) {
            throw new IllegalArgumentException("spend is not below zero");
        }
    }
}
