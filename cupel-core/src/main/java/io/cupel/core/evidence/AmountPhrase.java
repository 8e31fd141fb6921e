package io.cupel.core.evidence;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A text about an amount, understood word by word: what it counts, and how its numbers stand to each other. */
final class AmountPhrase {
    static final String TOO_LONG = "is longer than an amount can be";
    static final String NO_NUMBER = "has a number that is written in an unusual way";
    static final String UNKNOWN_WORD = "has a word or sign beside the number that is not known";
    static final String MIL = "says \"mil\", a thousand in Spanish and Portuguese, a million in English";

    private static final Lexicon WORDS = Lexicon.read("amounts.txt", "currencies.txt");

    /** Stands for a number among the words of the shape. */
    private static final String NUMBER = "#";

    private final List<String> shape = new ArrayList<>();
    private final List<Quantity> quantities = new ArrayList<>();
    private final Set<String> currencies = new LinkedHashSet<>();
    private final Set<String> subjects = new LinkedHashSet<>();

    private AmountPhrase() {}

    /** The words and numbers of a text, or the first of them that is not understood. */
    static Reading<AmountPhrase> read(String text) {
        if (text.length() > Amounts.TEXT_MAX) {
            return new Reading.Unreadable<>(TOO_LONG);
        }
        // Comparing takes the raised one of "500¹" for a digit.
        if (text.codePoints().anyMatch(letter -> Character.getType(letter) == Character.OTHER_NUMBER)) {
            return new Reading.Unreadable<>(NO_NUMBER);
        }
        return new AmountPhrase().understand(AmountText.parts(text));
    }

    /** How the numbers stand to each other: "#", "# dash #", "over #". */
    String shape() {
        return String.join(" ", shape);
    }

    List<Quantity> quantities() {
        return quantities;
    }

    /** Codes and signs. */
    Set<String> currencies() {
        return currencies;
    }

    /** What is said to be counted: "people", "year" (money in a year). */
    Set<String> subjects() {
        return subjects;
    }

    private Reading<AmountPhrase> understand(List<String> parts) {
        Map<Integer, Lexicon.Match> matches = new HashMap<>();
        WORDS.scan(parts).forEach(match -> matches.put(match.start(), match));
        for (int at = 0; at < parts.size(); ) {
            Lexicon.Match match = matches.get(at);
            Optional<String> fault = match == null ? number(parts.get(at)) : word(match.label());
            if (fault.isPresent()) {
                return new Reading.Unreadable<>(fault.get());
            }
            at = match == null ? at + 1 : match.end();
        }
        return new Reading.Value<>(this);
    }

    private Optional<String> number(String part) {
        if (!AmountText.isNumber(part)) {
            return Optional.of(UNKNOWN_WORD);
        }
        Optional<Digits> digits = Digits.read(part);
        digits.map(Quantity::plain).ifPresent(quantities::add);
        shape.add(NUMBER);
        return digits.isPresent() ? Optional.empty() : Optional.of(NO_NUMBER);
    }

    private Optional<String> word(String label) {
        String[] told = label.split(" ", -1);
        switch (told[0]) {
            case "times" -> {
                if (shape.isEmpty() || !shape.get(shape.size() - 1).equals(NUMBER)) {
                    return Optional.of(UNKNOWN_WORD);
                }
                quantities.set(quantities.size() - 1, last().times(new BigDecimal(told[1])));
                if (told.length > 2) {
                    currencies.add(told[3]);
                }
            }
            case "currency" -> currencies.add(told[1]);
            case "people", "year" -> subjects.add(label);
            case "mil" -> {
                return Optional.of(MIL);
            }
            case "about" -> {
                // An estimate is a number that somebody told: read as it stands.
            }
            default -> shape.add(label);
        }
        return Optional.empty();
    }

    private Quantity last() {
        return quantities.get(quantities.size() - 1);
    }
}
