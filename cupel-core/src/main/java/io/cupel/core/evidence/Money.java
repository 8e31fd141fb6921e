package io.cupel.core.evidence;

/**
 * An amount in whole units of a currency.
 *
 * @param currency its ISO 4217 code; empty where none was told, which means the unit that the contract counts in
 */
public record Money(Range amount, String currency) {
    public Money {
        boolean isCode = currency.length() == 3 && currency.chars().allMatch(letter -> letter >= 'A' && letter <= 'Z');
        if (!currency.isEmpty() && !isCode) {
            throw new IllegalArgumentException("a currency is three capital letters or nothing");
        }
    }
}
