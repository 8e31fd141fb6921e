package io.cupel.files.generate;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What belongs to each constant of an enum, made once. The constants themselves hold plain texts, so that nothing in
 * them can change.
 */
final class ByConstant<E extends Enum<E>, T> {
    private static final Pattern BETWEEN_PARTS = Pattern.compile("\\s*;\\s*");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("\\s+");

    private final Map<E, T> values;

    private ByConstant(Map<E, T> values) {
        this.values = values;
    }

    static <E extends Enum<E>, T> ByConstant<E, T> of(Class<E> constants, Function<E, T> value) {
        Map<E, T> values = new EnumMap<>(constants);
        Stream.of(constants.getEnumConstants()).forEach(each -> values.put(each, value.apply(each)));
        return new ByConstant<>(values);
    }

    T of(E constant) {
        return Objects.requireNonNull(values.get(constant));
    }

    /** The parts of a text between semicolons. */
    static List<String> parts(String text) {
        return List.of(BETWEEN_PARTS.split(text, -1));
    }

    /** The words of a text between blanks and ends of lines. */
    static List<String> words(String text) {
        return List.of(BETWEEN_WORDS.split(text, -1));
    }
}
