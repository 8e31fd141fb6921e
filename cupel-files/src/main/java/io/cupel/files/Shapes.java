package io.cupel.files;

import io.cupel.core.evidence.Amounts;
import io.cupel.core.evidence.Money;
import io.cupel.core.evidence.Range;
import io.cupel.core.evidence.Reading;
import java.util.Set;
import java.util.regex.Pattern;

/** What cells look like that no name explains: sizes of companies and sums of money. */
final class Shapes {
    private static final Pattern RANGE = Pattern.compile("[0-9][0-9.,']{0,9}(?: ?[-–—] ?[0-9][0-9.,']{0,9}| ?[+])");
    private static final Pattern CODE = Pattern.compile("[A-Z]{3}|\\p{Sc}");
    private static final int TEXT_MAX = 40;

    /** Where the bands of company sizes end that business networks and CRMs offer, above those that ages have too. */
    private static final Set<Long> BANDS = Set.of(
            200L, 201L, 249L, 250L, 251L, 499L, 500L, 501L, 999L, 1_000L, 1_001L, 5_000L, 5_001L, 10_000L, 10_001L);

    private Shapes() {}

    /** Whether a cell is a range of whole numbers: {@code 51-200}, {@code 10,001+}. */
    static boolean isRange(String cell) {
        return RANGE.matcher(cell).matches();
    }

    /** Whether it is one in which companies are usually counted. */
    static boolean isBand(String cell) {
        return isRange(cell)
                && Amounts.headCount(cell) instanceof Reading.Value<Range> read
                && (BANDS.contains(read.value().low())
                        || BANDS.contains(read.value().high()));
    }

    /** Whether a cell is money that names its currency: {@code $10M}, {@code 5 Mio €}. */
    static boolean isMoney(String cell) {
        boolean mayBe = cell.length() <= TEXT_MAX
                && cell.chars().anyMatch(letter -> letter >= '0' && letter <= '9')
                && cell.chars().anyMatch(letter -> Character.isLetter(letter) || isSign(letter));
        return mayBe
                && Amounts.money(cell) instanceof Reading.Value<Money> read
                && !read.value().currency().isEmpty();
    }

    /** Whether a cell is a currency and nothing else. */
    static boolean isCurrency(String cell) {
        return CODE.matcher(cell).matches();
    }

    private static boolean isSign(int letter) {
        return Character.getType(letter) == Character.CURRENCY_SYMBOL;
    }
}
