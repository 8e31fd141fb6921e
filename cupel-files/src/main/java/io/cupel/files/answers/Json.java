package io.cupel.files.answers;

import io.cupel.core.contract.Points;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes JSON: keys in the order given, whole numbers as integers, decimals exactly, instants as ISO-8601 in UTC. */
public final class Json {
    private static final char FIRST_PRINTABLE = ' ';
    private static final char DELETE = 0x7f;
    private static final char LINE_SEPARATOR = 0x2028;
    private static final char PARAGRAPH_SEPARATOR = 0x2029;

    private Json() {}

    /** A tree of maps, lists and values, written; points and sums exactly. */
    public static String of(@Nullable Object value) {
        StringBuilder to = new StringBuilder(512);
        write(to, value);
        return to.toString();
    }

    private static void write(StringBuilder to, @Nullable Object value) {
        if (value == null || value instanceof Long || value instanceof Integer || value instanceof Boolean) {
            to.append(value);
        } else if (value instanceof Points points) {
            to.append(points);
        } else if (value instanceof Double number) {
            to.append(decimal(number));
        } else if (value instanceof BigDecimal number) {
            to.append(number.toPlainString());
        } else if (value instanceof Map<?, ?> map) {
            writeMap(to, map);
        } else if (value instanceof Collection<?> items) {
            writeList(to, items);
        } else {
            writeText(to, value.toString());
        }
    }

    private static String decimal(double number) {
        return Double.isFinite(number)
                ? new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString()
                : "null";
    }

    private static void writeMap(StringBuilder to, Map<?, ?> map) {
        to.append('{');
        String comma = "";
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            to.append(comma);
            writeText(to, String.valueOf(entry.getKey()));
            to.append(':');
            write(to, entry.getValue());
            comma = ",";
        }
        to.append('}');
    }

    private static void writeList(StringBuilder to, Collection<?> items) {
        to.append('[');
        String comma = "";
        for (Object item : items) {
            to.append(comma);
            write(to, item);
            comma = ",";
        }
        to.append(']');
    }

    private static void writeText(StringBuilder to, String text) {
        to.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> to.append("\\\"");
                case '\\' -> to.append("\\\\");
                case '\n' -> to.append("\\n");
                case '\r' -> to.append("\\r");
                case '\t' -> to.append("\\t");
                default -> writePlain(to, text, i);
            }
        }
        to.append('"');
    }

    private static void writePlain(StringBuilder to, String text, int i) {
        char c = text.charAt(i);
        boolean lone = Character.isSurrogate(c) && !isPaired(text, i);
        if (c < FIRST_PRINTABLE || c == DELETE || c == LINE_SEPARATOR || c == PARAGRAPH_SEPARATOR || lone) {
            to.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
        } else {
            to.append(c);
        }
    }

    private static boolean isPaired(String text, int i) {
        return Character.isHighSurrogate(text.charAt(i))
                ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
                : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
    }

    /** An instant in milliseconds, or null for none. */
    public static @Nullable String instant(@Nullable Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis).toString();
    }
}
