package io.cupel.core.evidence;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An exact amount of money.
 *
 * @param amount not below zero
 * @param currency its ISO 4217 code; empty where none was told, which means the unit that the contract counts in
 */
public record Sum(BigDecimal amount, String currency) {
    public Sum {
        if (amount.signum() < 0) {
            throw new IllegalArgumentException("a sum is not below zero");
        }
    }

    /** The same in whole units, rounded down. */
    public Money whole() {
        return new Money(Range.exactly(amount.setScale(0, RoundingMode.FLOOR).longValueExact()), currency);
    }
}
