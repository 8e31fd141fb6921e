package io.cupel.core.evidence;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A number as people and spreadsheets write it.
 *
 * @param exact its value
 * @param isGroupingGuessed whether its only sign was read as one between thousands but could be a decimal one: "1.200"
 */
record Digits(BigDecimal exact, boolean isGroupingGuessed) {
    /** Enough for every amount of money there is, with cents and signs between the thousands. */
    static final int LENGTH_MAX = 40;

    private static final int EXPONENT_MAX = 18;
    private static final Pattern SCIENTIFIC = Pattern.compile("[0-9]+([.][0-9]+)?e[+]?[0-9]{1,2}");
    private static final String SIGNS = "., '";
    private static final Set<String> DECIMAL_SIGNS = Set.of(".", ",");

    /**
     * Reads digits with signs between them, such as "1,234.5", "1.200", "12 000", "7.5e6". Empty where they fit no
     * custom.
     */
    static Optional<Digits> read(String text) {
        if (text.length() > LENGTH_MAX) {
            return Optional.empty();
        }
        return text.contains("e") ? readScientific(text) : readPlain(text);
    }

    /** Written by machines, so with a decimal dot or none: "7.5e6". */
    private static Optional<Digits> readScientific(String text) {
        if (!SCIENTIFIC.matcher(text).matches()) {
            return Optional.empty();
        }
        var exact = new BigDecimal(text);
        return exact.scale() < -EXPONENT_MAX ? Optional.empty() : Optional.of(new Digits(exact, false));
    }

    private static Optional<Digits> readPlain(String text) {
        List<String> groups = List.of(text.split("[., ']", -1));
        List<String> signs = text.chars()
                .filter(letter -> SIGNS.indexOf(letter) >= 0)
                .mapToObj(Character::toString)
                .toList();
        if (groups.stream().anyMatch(String::isEmpty)) {
            return Optional.empty();
        }
        if (signs.isEmpty()) {
            return Optional.of(new Digits(new BigDecimal(text), false));
        }
        String last = signs.get(signs.size() - 1);
        boolean hasDecimals = DECIMAL_SIGNS.contains(last)
                && signs.indexOf(last) == signs.size() - 1
                && !(signs.size() == 1 && areThousands(groups));
        List<String> whole = hasDecimals ? groups.subList(0, groups.size() - 1) : groups;
        List<String> between = hasDecimals ? signs.subList(0, signs.size() - 1) : signs;
        if (between.stream().distinct().count() > 1 || (!between.isEmpty() && !areGrouped(whole))) {
            return Optional.empty();
        }
        String decimals = hasDecimals ? "." + groups.get(groups.size() - 1) : "";
        boolean guessed = signs.size() == 1 && !hasDecimals && DECIMAL_SIGNS.contains(last);
        return Optional.of(new Digits(new BigDecimal(String.join("", whole) + decimals), guessed));
    }

    /** Whether the sign in it may stand between the ends of a small range, as in "1,2" and "11.50". */
    boolean mayBeRange() {
        int decimals = exact.scale();
        BigDecimal high = exact.remainder(BigDecimal.ONE).movePointRight(decimals);
        return (decimals == 1 || decimals == 2) && high.compareTo(exact) > 0;
    }

    private static boolean areGrouped(List<String> groups) {
        return areThousands(groups) || areLakhs(groups);
    }

    /** "12,345,678" */
    private static boolean areThousands(List<String> groups) {
        String first = groups.get(0);
        return first.length() <= 3 && !first.startsWith("0") && haveLength(groups, 1, groups.size(), 3);
    }

    /** "1,23,45,678", the custom of India */
    private static boolean areLakhs(List<String> groups) {
        int last = groups.size() - 1;
        return last >= 2
                && groups.get(0).length() <= 2
                && !groups.get(0).startsWith("0")
                && haveLength(groups, 1, last, 2)
                && groups.get(last).length() == 3;
    }

    private static boolean haveLength(List<String> groups, int from, int to, int length) {
        return IntStream.range(from, to).allMatch(i -> groups.get(i).length() == length);
    }
}
