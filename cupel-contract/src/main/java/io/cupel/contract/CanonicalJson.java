package io.cupel.contract;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A JSON object that is written in one way only: keys sorted, no blanks, nothing that is absent. */
final class CanonicalJson {
    private final TreeMap<String, Object> members = new TreeMap<>();

    CanonicalJson put(String key, @Nullable Object value) {
        if (value != null) {
            members.put(key, value);
        }
        return this;
    }

    <E> CanonicalJson put(String key, List<E> values, Function<E, CanonicalJson> object) {
        return put(key, values.stream().map(object).toList());
    }

    @Override
    public String toString() {
        StringBuilder json = new StringBuilder();
        write(members, json);
        return json.toString();
    }

    private static void write(@Nullable Object value, StringBuilder json) {
        if (value instanceof CanonicalJson object) {
            write(object.members, json);
        } else if (value instanceof Map<?, ?> map) {
            String separator = "{";
            for (Map.Entry<?, ?> member : map.entrySet()) {
                json.append(separator);
                quote(String.valueOf(member.getKey()), json);
                write(member.getValue(), json.append(':'));
                separator = ",";
            }
            json.append(map.isEmpty() ? "{}" : "}");
        } else if (value instanceof List<?> list) {
            String separator = "[";
            for (Object element : list) {
                write(element, json.append(separator));
                separator = ",";
            }
            json.append(list.isEmpty() ? "[]" : "]");
        } else if (value instanceof Double || value instanceof BigDecimal) {
            json.append(new BigDecimal(value.toString()).stripTrailingZeros().toPlainString());
        } else if (value instanceof Number || value instanceof Boolean) {
            json.append(value);
        } else {
            quote(String.valueOf(value), json);
        }
    }

    private static void quote(String text, StringBuilder json) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit == '"' || unit == '\\') {
                json.append('\\').append(unit);
            } else if (unit < ' ') {
                json.append("\\u00")
                        .append(Character.forDigit(unit >> 4, 16))
                        .append(Character.forDigit(unit & 15, 16));
            } else {
                json.append(unit);
            }
        }
        json.append('"');
    }
}
