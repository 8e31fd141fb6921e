package io.cupel.app.judging;

import io.cupel.core.evidence.Range;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/**
 * Attributes as told, as a short text: the same for equal ones, and read as the very types that they had. It is JSON by
 * path, in code-unit order; an instant and a range of numbers are objects, a whole number never has a point and any
 * other number always has one.
 */
final class ToldForm {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String AT = "at";
    private static final String FROM = "from";
    private static final String TO = "to";

    private ToldForm() {}

    static String write(Map<String, Object> told) {
        StringBuilder out = new StringBuilder(64).append('{');
        new TreeMap<>(told).forEach((path, value) -> {
            name(out, path);
            value(out, value);
        });
        return out.append('}').toString();
    }

    private static void name(StringBuilder out, String name) {
        if (out.charAt(out.length() - 1) != '{') {
            out.append(',');
        }
        text(out, name);
        out.append(':');
    }

    private static void value(StringBuilder out, Object value) {
        if (value instanceof String text) {
            text(out, text);
        } else if (value instanceof Long || value instanceof Boolean) {
            out.append(value);
        } else if (value instanceof Double number) {
            out.append(number.doubleValue()); // has a point or an exponent
        } else if (value instanceof Instant at) {
            out.append('{');
            name(out, AT);
            out.append(at.toEpochMilli()).append('}');
        } else if (value instanceof Range range) {
            out.append('{');
            name(out, FROM);
            out.append(range.low());
            name(out, TO);
            out.append(range.high()).append('}');
        } else if (value instanceof List<?> list) {
            String between = "[";
            for (Object each : list) {
                out.append(between);
                value(out, each);
                between = ",";
            }
            out.append(list.isEmpty() ? "[]" : "]");
        } else {
            throw new IllegalStateException(
                    "no attribute is a " + value.getClass().getSimpleName());
        }
    }

    private static void text(StringBuilder out, String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            if (each == '"' || each == '\\') {
                out.append('\\').append(each);
            } else if (each < ' ' || isAlone(text, i)) {
                out.append("\\u").append(HexFormat.of().toHexDigits(each));
            } else {
                out.append(each);
            }
        }
        out.append('"');
    }

    /** Half of a pair, which no database takes. */
    private static boolean isAlone(String text, int place) {
        char each = text.charAt(place);
        if (Character.isHighSurrogate(each)) {
            return place + 1 == text.length() || !Character.isLowSurrogate(text.charAt(place + 1));
        }
        return Character.isLowSurrogate(each) && (place == 0 || !Character.isHighSurrogate(text.charAt(place - 1)));
    }

    static Map<String, Object> read(String written) {
        if (written.length() <= 2) {
            return new HashMap<>();
        }
        try (JsonParser parser = JSON.createParser(written)) {
            parser.nextToken();
            return members(parser);
        }
    }

    private static Map<String, Object> members(JsonParser parser) {
        Map<String, Object> members = new HashMap<>();
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            parser.nextToken();
            members.put(name, value(parser));
        }
        return members;
    }

    private static Object value(JsonParser parser) {
        return switch (parser.currentToken()) {
            case VALUE_STRING -> parser.getString();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NUMBER_INT -> parser.getLongValue();
            case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            case START_ARRAY -> {
                List<Object> list = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    list.add(value(parser));
                }
                yield List.copyOf(list);
            }
            case START_OBJECT -> {
                Map<String, Object> parts = members(parser);
                yield parts.get(AT) instanceof Long at
                        ? Instant.ofEpochMilli(at)
                        : new Range((Long) part(parts, FROM), (Long) part(parts, TO));
            }
            default -> throw new IllegalStateException("no attribute is written as " + parser.currentToken());
        };
    }

    private static Object part(Map<String, Object> parts, String name) {
        return Objects.requireNonNull(parts.get(name));
    }
}
