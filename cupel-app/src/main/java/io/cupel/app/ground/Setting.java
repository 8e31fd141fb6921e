package io.cupel.app.ground;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * One thing that whoever runs the server may set: {@code name} in the file, {@code CUPEL_NAME} in the environment,
 * {@code --name} on the command line.
 *
 * @param name small letters, digits and hyphens
 * @param standard what holds where nothing is set, as it would be written
 * @param accepts what may be written, in words
 * @param reader makes the value of what is written, and throws {@link IllegalArgumentException} where it may not be
 */
public record Setting<T>(String name, String standard, String accepts, Function<String, T> reader) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    /** Checks the name and that the standard may be written. */
    public Setting {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not a name of a setting: " + name);
        }
        Objects.requireNonNull(reader.apply(standard), name);
    }

    /** Any text; nothing where nothing is set. */
    public static Setting<String> text(String name, String standard, String accepts) {
        return new Setting<>(name, standard, accepts, text -> text);
    }

    /** A text that says something. */
    public static Setting<String> name(String name, String standard, String accepts) {
        return new Setting<>(name, standard, accepts, text -> {
            if (text.isBlank()) {
                throw new IllegalArgumentException(accepts);
            }
            return text.strip();
        });
    }

    /** A whole number within bounds, in the unit told. */
    public static Setting<Integer> whole(String name, int standard, int least, int most, String unit) {
        String accepts = "a whole number from " + least + " to " + most + (unit.isEmpty() ? "" : " (" + unit + ")");
        return new Setting<>(name, Integer.toString(standard), accepts, text -> {
            int value = Integer.parseInt(text);
            if (value < least || value > most) {
                throw new IllegalArgumentException(accepts);
            }
            return value;
        });
    }

    /** One of several words, the first of them where nothing is set. */
    public static Setting<String> word(String name, String... words) {
        List<String> known = List.of(words);
        return new Setting<>(name, words[0], String.join(" or ", known), text -> {
            if (!known.contains(text)) {
                throw new IllegalArgumentException(text);
            }
            return text;
        });
    }

    /** The variable of the environment. */
    public String variable() {
        return Settings.PREFIX + name.replace('-', '_').toUpperCase(Locale.ROOT);
    }
}
