package io.cupel.core.evidence;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads head counts and sums of money as people write them. What can be read in two ways is not read but named, because
 * a guess would look like knowledge in a score.
 */
public final class Amounts {
    static final String NEGATIVE = "is below zero";
    static final String DOWNWARD = "is a range that goes down";
    static final String NO_AMOUNT = "is not a number or a range";
    static final String NO_SUM = "is a range, where one sum is meant";
    static final String MONTH = "is a date, perhaps made by a spreadsheet from a range such as 11-50";
    static final String MONEY = "is money, where people are counted";
    static final String RANGE_OR_POINT =
            "is no whole number of people, but perhaps a range, which is written as 1-2 or 11-50";
    static final String PEOPLE = "counts people, where money is counted";

    /** The longest text that is read; what is longer is a remark, not an amount. */
    static final int TEXT_MAX = 200;

    private Amounts() {}

    /** A number of people: "240", "1.200", "51-200", "1k-5k", "10,001+ employees". */
    public static Reading<Range> headCount(String text) {
        return AmountPhrase.read(text).then(phrase -> {
            if (!phrase.currencies().isEmpty() || phrase.subjects().contains("year")) {
                return new Reading.Unreadable<>(MONEY);
            }
            boolean isMultiplied = phrase.quantities().stream().anyMatch(Quantity::isMultiplied);
            if (!isMultiplied
                    && phrase.quantities().stream()
                            .anyMatch(number -> number.digits().mayBeRange())) {
                return new Reading.Unreadable<>(RANGE_OR_POINT);
            }
            return phrase.shape().equals("one") ? new Reading.Value<>(Range.exactly(1)) : range(phrase);
        });
    }

    /** A sum of money in whole units, rounded down: "$5M-10M", "5 Mio €", "USD 7,500,000". */
    public static Reading<Money> money(String text) {
        return AmountPhrase.read(text).then(phrase -> {
            if (phrase.subjects().contains("people")) {
                return new Reading.Unreadable<>(PEOPLE);
            }
            return range(phrase)
                    .then(range -> Currencies.resolve(phrase.currencies())
                            .then(code -> new Reading.Value<>(new Money(range, code))));
        });
    }

    /** One exact sum of money, as an invoice or a deal tells it: "1,234.56 EUR", "$12k"; no range. */
    public static Reading<Sum> sum(String text) {
        return AmountPhrase.read(text).then(phrase -> {
            if (phrase.subjects().contains("people")) {
                return new Reading.Unreadable<>(PEOPLE);
            }
            boolean isOne = phrase.shape().equals("#");
            return range(phrase).then(range -> isOne ? sum(phrase) : new Reading.Unreadable<>(NO_SUM));
        });
    }

    private static Reading<Sum> sum(AmountPhrase phrase) {
        return Currencies.resolve(phrase.currencies())
                .then(code ->
                        new Reading.Value<>(new Sum(phrase.quantities().get(0).exact(), code)));
    }

    private static Reading<Range> range(AmountPhrase phrase) {
        List<Quantity> told = phrase.quantities();
        return switch (phrase.shape()) {
            case "", "unknown", "dash", "dash dash", "dash dash dash" -> new Reading.Absent<>();
            case "#" -> one(told, number -> Range.exactly(number.down()));
            case "# plus", "from #", "least #" -> one(told, number -> Range.atLeast(number.down()));
            case "over #" -> one(told, number -> Range.atLeast(number.down() + 1));
            case "until #", "most #" -> one(told, number -> Range.atMost(number.down()));
            case "under #" -> below(told);
            case "# dash #", "# to #", "# until #", "from # dash #", "from # to #", "from # until #" -> between(told);
            case "between # and #", "between # dash #", "between # to #" -> between(told);
            case "dash #" -> new Reading.Unreadable<>(NEGATIVE);
            default -> new Reading.Unreadable<>(phrase.shape().contains("month") ? MONTH : NO_AMOUNT);
        };
    }

    private static Reading<Range> one(List<Quantity> told, Function<Quantity, Range> bounds) {
        Quantity number = told.get(0);
        return number.fault().isEmpty()
                ? new Reading.Value<>(bounds.apply(number))
                : new Reading.Unreadable<>(number.fault());
    }

    private static Reading<Range> below(List<Quantity> told) {
        return one(told, number -> Range.exactly(number.up()))
                .then(bound -> bound.low() == 0
                        ? new Reading.Unreadable<>(NEGATIVE)
                        : new Reading.Value<>(Range.atMost(bound.low() - 1)));
    }

    private static Reading<Range> between(List<Quantity> told) {
        Quantity high = told.get(1);
        Quantity low = told.get(0).upTo(high);
        Optional<String> fault = List.of(low.fault(), high.fault()).stream()
                .filter(each -> !each.isEmpty())
                .findFirst();
        if (fault.isPresent()) {
            return new Reading.Unreadable<>(fault.get());
        }
        return low.down() > high.down()
                ? new Reading.Unreadable<>(DOWNWARD)
                : new Reading.Value<>(new Range(low.down(), high.down()));
    }
}
