package io.cupel.files;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes a tree of {@link JsonTree} so that reading gives the same tree: names in their order, 1.0 as 1.0. */
final class JsonWriter {
    private static final String HEX = "0123456789abcdef";
    private static final char LINE_SEPARATOR = 0x2028;
    private static final char PARAGRAPH_SEPARATOR = 0x2029;

    private JsonWriter() {}

    static String of(@Nullable Object value) {
        StringBuilder out = new StringBuilder(512);
        write(out, value);
        return out.toString();
    }

    private static void write(StringBuilder out, @Nullable Object value) {
        if (value instanceof Map<?, ?> object) {
            char before = '{';
            for (Map.Entry<?, ?> entry : object.entrySet()) {
                text(out.append(before), Objects.toString(entry.getKey()));
                write(out.append(':'), entry.getValue());
                before = ',';
            }
            out.append(object.isEmpty() ? "{}" : "}");
        } else if (value instanceof List<?> array) {
            char before = '[';
            for (Object item : array) {
                write(out.append(before), item);
                before = ',';
            }
            out.append(array.isEmpty() ? "[]" : "]");
        } else if (value instanceof String text) {
            text(out, text);
        } else {
            out.append(value); // null, truths and numbers are written alike in Java and JSON
        }
    }

    private static void text(StringBuilder out, String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter == '"' || letter == '\\') {
                out.append('\\').append(letter);
            } else if (letter == '\n') {
                out.append("\\n");
            } else if (letter < ' ' || letter == LINE_SEPARATOR || letter == PARAGRAPH_SEPARATOR) {
                out.append("\\u");
                for (int shift = 12; shift >= 0; shift -= 4) {
                    out.append(HEX.charAt((letter >> shift) & 15));
                }
            } else {
                out.append(letter);
            }
        }
        out.append('"');
    }
}
