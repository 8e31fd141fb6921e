package io.cupel.core.evidence;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A number with the word behind it that multiplies it: "1.5" and "million".
 *
 * @param factor one where no such word stands
 */
record Quantity(Digits digits, BigDecimal factor) {
    static final String TOO_LARGE = "is too large to be meant";
    static final String POINT_OR_THOUSANDS =
            "has a sign in the number that may be a decimal point or stand between thousands";

    /** A British billion; no company has as many people, or as much money in any currency. */
    private static final BigDecimal VALUE_MAX = BigDecimal.TEN.pow(18);

    static Quantity plain(Digits digits) {
        return new Quantity(digits, BigDecimal.ONE);
    }

    boolean isMultiplied() {
        return factor.compareTo(BigDecimal.ONE) > 0;
    }

    Quantity times(BigDecimal more) {
        return new Quantity(digits, factor.multiply(more));
    }

    /** The low end of a range to {@code high}: in "$5-10M" it is counted in millions, too; in "500-1k" it is not. */
    Quantity upTo(Quantity high) {
        boolean shares =
                !isMultiplied() && high.isMultiplied() && digits.exact().compareTo(high.digits.exact()) < 0;
        // "1.200-2.5M": with the unit, too, the doubt about its sign comes to light.
        boolean isDoubtful = digits.isGroupingGuessed() && high.isMultiplied();
        return shares || isDoubtful ? times(high.factor) : this;
    }

    /** Why it has no certain value, or nothing. */
    String fault() {
        if (digits.isGroupingGuessed() && isMultiplied()) {
            return POINT_OR_THOUSANDS;
        }
        return exact().compareTo(VALUE_MAX) > 0 ? TOO_LARGE : "";
    }

    long down() {
        return exact().setScale(0, RoundingMode.FLOOR).longValueExact();
    }

    long up() {
        return exact().setScale(0, RoundingMode.CEILING).longValueExact();
    }

    BigDecimal exact() {
        return digits.exact().multiply(factor);
    }
}
