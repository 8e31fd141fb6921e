package io.cupel.contract;

import dev.cel.runtime.CelAttribute;
import dev.cel.runtime.CelUnknownSet;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A fact in an atom, where it is a variable.
 *
 * @param variable its name there
 * @param path its name in the contract
 * @param expected what a value must be; a value of another kind counts as missing
 * @param unknown what the CEL library takes for a value that is not known
 */
record Slot(String variable, String path, Expected expected, Optional<Object> unknown) {
    /** What the place of a fact asks for. */
    enum Expected {
        TEXT,
        TRUTH,
        WHOLE,
        DECIMAL,
        /** Whole or decimal: an event's property that is compared with a number. */
        NUMBER,
        TIME,
        LIST,
        ANYTHING
    }

    static Slot of(String variable, String path, Expected expected) {
        return new Slot(variable, path, expected, Optional.of(CelUnknownSet.create(CelAttribute.create(variable))));
    }

    /** The value as the CEL library takes it; null where it is missing or of another kind. */
    @Nullable
    Object read(Asking asking) {
        Object value = asking.value(path);
        return value == null ? null : fit(value);
    }

    private @Nullable Object fit(Object value) {
        return switch (expected) {
            case TEXT -> value instanceof String ? value : null;
            case TRUTH -> value instanceof Boolean ? value : null;
            case WHOLE -> value instanceof Long ? value : null;
            case DECIMAL -> value instanceof Long || value instanceof Double ? ((Number) value).doubleValue() : null;
            case NUMBER -> value instanceof Long || value instanceof Double ? value : null;
            case TIME -> value instanceof Instant ? value : null;
            case LIST -> value instanceof List<?> ? value : null;
            case ANYTHING -> value;
        };
    }
}
