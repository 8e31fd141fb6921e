package io.cupel.files;

import io.cupel.files.text.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Values of JSON in the cells of a table: numbers, truths, lists and objects as JSON writes them, and texts as they
 * stand. A text that would be read as something else stands in quotation marks, as in JSON, so that each value has one
 * cell that means it.
 */
final class TypedCell {
    private static final JsonTree JSON = new JsonTree();
    private static final String STARTS_OF_JSON = "{[\"-0123456789tfn";

    private TypedCell() {}

    /** The value of a cell that is not empty. */
    static @Nullable Object read(String cell) {
        if (STARTS_OF_JSON.indexOf(cell.charAt(0)) < 0) {
            return cell;
        }
        try {
            Object value = JSON.read(cell);
            // A whole number that no long holds is an id: as a number it would lose digits.
            boolean isId = value instanceof Double && cell.chars().allMatch(letter -> letter >= '0' && letter <= '9');
            return isId ? cell : value;
        } catch (Refusal refusal) {
            return cell;
        }
    }

    /** The cell that means a value; never empty. */
    static String written(@Nullable Object value) {
        if (value instanceof String text && isPlain(text)) {
            return text;
        }
        return JsonWriter.of(value);
    }

    private static boolean isPlain(String text) {
        return !text.isBlank() && text.chars().noneMatch(letter -> letter < ' ') && text.equals(read(text));
    }
}
