package io.cupel.files;

import io.cupel.core.time.IsoTime;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A column of a table that calls are written to. */
interface CallColumn {
    /** As the header writes it. */
    String name();

    /** Whether it holds times, in microseconds since 1970 UTC, and not texts. */
    default boolean isInstant() {
        return false;
    }

    /**
     * Takes out of a call what the column can hold so that reading gives it back; the rest stays in the call.
     *
     * @return a text, or microseconds; null for an empty cell
     */
    @Nullable
    Object take(Map<String, @Nullable Object> call);

    /** A text that stands in a cell as it is. */
    record Text(String name, String field) implements CallColumn {
        @Override
        public @Nullable Object take(Map<String, @Nullable Object> call) {
            boolean isPlain = call.get(field) instanceof String text
                    && !text.isBlank()
                    && text.equals(text.strip())
                    && text.chars().noneMatch(letter -> letter < ' ');
            return isPlain ? call.remove(field) : null;
        }
    }

    /** A whole number above 0, written without anything beside its digits. */
    record Position(String name, String field) implements CallColumn {
        @Override
        public @Nullable Object take(Map<String, @Nullable Object> call) {
            boolean isPlain = call.get(field) instanceof Long number && LogPlace.isDigits(number.toString());
            return isPlain ? String.valueOf(call.remove(field)) : null;
        }
    }

    /** An id in a column in which several are refused. */
    record OneId(String name, String field) implements CallColumn {
        @Override
        public @Nullable Object take(Map<String, @Nullable Object> call) {
            boolean isOne = call.get(field) instanceof String text && text.indexOf(';') < 0;
            return isOne ? new Text(name, field).take(call) : null;
        }
    }

    /** A time as ISO 8601 writes it, with an offset. */
    record IsoText(String name, String field) implements CallColumn {
        @Override
        public @Nullable Object take(Map<String, @Nullable Object> call) {
            boolean isPlain = call.get(field) instanceof String text
                    && text.equals(text.strip())
                    && text.chars().noneMatch(letter -> letter < ' ')
                    && IsoTime.hasOffset(text);
            return isPlain ? call.remove(field) : null;
        }
    }

    /** A time. Where it is written in another way than reading will write it, how stays in the call too. */
    record Time(String name, String field) implements CallColumn {
        private static final long MICROS_OF_SECOND = 1_000_000;
        private static final int NANOS_OF_MICRO = 1_000;

        @Override
        public boolean isInstant() {
            return true;
        }

        @Override
        public @Nullable Object take(Map<String, @Nullable Object> call) {
            if (!(call.get(field) instanceof String text) || !IsoTime.hasOffset(text)) {
                return null;
            }
            Instant instant = instant(text);
            if (instant.toString().equals(text)) {
                call.remove(field);
            }
            // by way of nanoseconds, as ChronoUnit does it, times before 1677 would be too large
            return instant.getEpochSecond() * MICROS_OF_SECOND + instant.getNano() / NANOS_OF_MICRO;
        }

        private static Instant instant(String text) {
            try {
                return Instant.parse(text).truncatedTo(ChronoUnit.MICROS);
            } catch (DateTimeException e) {
                return Instant.ofEpochMilli(IsoTime.millis(text).orElseThrow());
            }
        }
    }

    /** An object as JSON. */
    record Whole(String name, String field) implements CallColumn {
        @Override
        public @Nullable Object take(Map<String, @Nullable Object> call) {
            return call.get(field) instanceof Map<?, ?> ? JsonWriter.of(call.remove(field)) : null;
        }
    }

    /** A value at a path. */
    record Path(String name, List<String> path) implements CallColumn {
        @Override
        public @Nullable Object take(Map<String, @Nullable Object> call) {
            return take(call, path);
        }

        private static @Nullable Object take(Map<String, @Nullable Object> object, List<String> path) {
            String first = path.get(0);
            if (path.size() == 1) {
                boolean isValue = object.containsKey(first) && !(object.get(first) instanceof Map<?, ?>);
                return isValue ? TypedCell.written(object.remove(first)) : null;
            }
            Map<String, @Nullable Object> inner = CallTree.object(object.get(first));
            Object taken = inner == null ? null : take(inner, path.subList(1, path.size()));
            if (taken != null && inner != null && inner.isEmpty()) {
                object.remove(first);
            }
            return taken;
        }
    }

    /** All that no other column took; the last one. */
    record Rest() implements CallColumn {
        @Override
        public String name() {
            return CallFields.REST;
        }

        @Override
        public @Nullable Object take(Map<String, @Nullable Object> call) {
            return call.isEmpty() ? null : JsonWriter.of(call);
        }
    }
}
