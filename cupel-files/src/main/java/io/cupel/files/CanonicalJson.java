package io.cupel.files;

import io.cupel.core.evidence.CodePointOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Writes a tree of {@link JsonTree} in one way only: names in code-point order, no blanks, {@code 1.0} as {@code 1}.
 * Two calls say the same when they are written the same.
 */
final class CanonicalJson {
    /** Up to here every whole number has a double of its own. */
    private static final double WHOLE_MAX = 9_007_199_254_740_992.0;

    private static final String HEX = "0123456789abcdef";

    private final StringBuilder out = new StringBuilder(512);

    private final boolean decimalsStay;
    private final boolean isInOrder;

    private CanonicalJson(boolean decimalsStay, boolean isInOrder) {
        this.decimalsStay = decimalsStay;
        this.isInOrder = isInOrder;
    }

    static String of(@Nullable Object value) {
        return of(value, false, false);
    }

    /** The same, but {@code 1.0} stays one: an attribute that is a text tells the two apart. */
    static String exactly(@Nullable Object value) {
        return of(value, true, false);
    }

    /** The same of what {@link #inOrder} gave. */
    static String exactlyAsItStands(Map<?, ?> ordered) {
        return of(ordered, true, true);
    }

    /** An object in the order in which it is written, as reading what {@link #exactly} writes gives it. */
    static Map<String, @Nullable Object> inOrder(Map<?, ?> object) {
        Map<String, @Nullable Object> ordered = new LinkedHashMap<>(2 * object.size());
        for (String name : names(object)) {
            ordered.put(name, inOrder(object.get(name)));
        }
        return ordered;
    }

    private static @Nullable Object inOrder(@Nullable Object value) {
        if (value instanceof Map<?, ?> object) {
            return inOrder(object);
        }
        if (value instanceof List<?> array) {
            List<@Nullable Object> ordered = new ArrayList<>(array.size());
            for (Object each : array) {
                ordered.add(inOrder(each));
            }
            return ordered;
        }
        return value;
    }

    private static List<String> names(Map<?, ?> object) {
        List<String> names = new ArrayList<>(object.size());
        for (Object name : object.keySet()) {
            names.add(Objects.toString(name));
        }
        names.sort(CodePointOrder.INSTANCE);
        return names;
    }

    private static String of(@Nullable Object value, boolean decimalsStay, boolean isInOrder) {
        CanonicalJson json = new CanonicalJson(decimalsStay, isInOrder);
        json.write(value);
        return json.out.toString();
    }

    private void write(@Nullable Object value) {
        if (value instanceof String text) {
            write(text);
        } else if (value instanceof Double number) {
            write(number.doubleValue());
        } else if (value instanceof Map<?, ?> object) {
            object(object);
        } else if (value instanceof List<?> array) {
            array(array);
        } else {
            out.append(value); // null, true, false and whole numbers are written alike in Java and JSON
        }
    }

    private void object(Map<?, ?> object) {
        out.append('{');
        if (isInOrder) {
            for (Map.Entry<?, ?> each : object.entrySet()) {
                member(Objects.toString(each.getKey()), each.getValue());
            }
        } else {
            for (String name : names(object)) {
                member(name, object.get(name));
            }
        }
        out.append('}');
    }

    private void member(String name, @Nullable Object value) {
        if (out.charAt(out.length() - 1) != '{') {
            out.append(',');
        }
        write(name);
        out.append(':');
        write(value);
    }

    private void array(List<?> array) {
        out.append('[');
        for (int i = 0; i < array.size(); i++) {
            if (i > 0) {
                out.append(',');
            }
            write(array.get(i));
        }
        out.append(']');
    }

    private void write(double number) {
        if (!decimalsStay && number == Math.rint(number) && Math.abs(number) < WHOLE_MAX) {
            out.append((long) number);
        } else {
            out.append(number);
        }
    }

    private void write(String text) {
        out.append('"');
        int written = 0;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter == '"' || letter == '\\') {
                out.append(text, written, i).append('\\').append(letter);
                written = i + 1;
            } else if (letter < ' ') {
                out.append(text, written, i).append("\\u00");
                out.append(HEX.charAt(letter >> 4)).append(HEX.charAt(letter & 15));
                written = i + 1;
            }
        }
        if (written == 0) {
            out.append(text); // much faster than letter by letter
        } else {
            out.append(text, written, text.length());
        }
        out.append('"');
    }
}
