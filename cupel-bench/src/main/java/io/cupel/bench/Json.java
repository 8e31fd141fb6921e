package io.cupel.bench;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A JSON object in the making, its keys in the order put. */
final class Json {
    private static final MathContext DIGITS = new MathContext(9);

    private final Map<String, String> written = new LinkedHashMap<>();

    Json put(String key, String text) {
        written.put(key, quoted(text));
        return this;
    }

    Json put(String key, double value) {
        written.put(key, number(value));
        return this;
    }

    Json put(String key, long value) {
        written.put(key, Long.toString(value));
        return this;
    }

    Json put(String key, Json object) {
        written.put(key, object.toString());
        return this;
    }

    /** Nine digits, or all of a whole number. */
    static String number(double value) {
        BigDecimal exact = new BigDecimal(value);
        return (value == Math.rint(value) ? exact : exact.round(DIGITS))
                .stripTrailingZeros()
                .toPlainString();
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().filter(point -> point >= ' ').forEach(point -> {
            if (point == '"' || point == '\\') {
                quoted.append('\\');
            }
            quoted.appendCodePoint(point);
        });
        return quoted.append('"').toString();
    }

    @Override
    public String toString() {
        return written.entrySet().stream()
                .map(entry -> quoted(entry.getKey()) + ":" + entry.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }
}
