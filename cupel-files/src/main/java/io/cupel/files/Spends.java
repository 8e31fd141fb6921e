package io.cupel.files;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes spend of calls in normal form, and amounts of money into texts that cannot be read in two ways. */
final class Spends {
    /** With three decimals a dot could stand between thousands. */
    private static final int DOUBTFUL_SCALE = 3;

    private Spends() {}

    static Spend of(Map<String, @Nullable Object> normal) {
        if (!(normal.get("properties") instanceof Map<?, ?> told)) {
            throw new IllegalArgumentException("a call in normal form has properties");
        }
        return new Spend(
                YearMonth.parse(text(told, "month")),
                text(told, "source"),
                text(told, "campaign"),
                new BigDecimal(text(told, "amount")),
                text(told, "currency"));
    }

    /** The same amount in the same text, without an exponent. */
    static String written(BigDecimal amount) {
        BigDecimal plain = amount.stripTrailingZeros();
        int scale = Math.max(0, plain.scale());
        return plain.setScale(scale == DOUBTFUL_SCALE ? scale + 1 : scale).toPlainString();
    }

    private static String text(Map<?, ?> told, String name) {
        return Objects.toString(told.get(name), "");
    }
}
