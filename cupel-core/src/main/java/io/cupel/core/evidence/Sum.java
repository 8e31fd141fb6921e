package io.cupel.core.evidence;

import java.math.BigDecimal;

/**
 * An exact amount of money.
 *
 * @param amount not below zero; without zeros at the end of its decimals, so that equal sums are equal
 * @param currency its ISO 4217 code; empty where none was told, which means the unit that the contract counts in
 */
public record Sum(BigDecimal amount, String currency) {
    public Sum {
        if (amount.signum() < 0) {
            throw new IllegalArgumentException("a sum is not below zero");
        }
        BigDecimal plain = amount.stripTrailingZeros();
        amount = plain.scale() < 0 ? plain.setScale(0) : plain;
    }
}
