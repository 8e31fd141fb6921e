package io.cupel.files;

import io.cupel.core.evidence.Attributes;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The typed attributes of one row while it is read. */
final class RowValues {
    private final Attributes.Paths paths;
    private final @Nullable Object[] values;

    RowValues(Attributes.Paths paths) {
        this.paths = paths;
        this.values = new Object[paths.size()];
    }

    @Nullable
    Object get(String path) {
        int place = paths.place(path);
        return place < 0 ? null : values[place];
    }

    boolean has(int place) {
        return values[place] != null;
    }

    /** Puts a value in its place. */
    void put(int place, @Nullable Object value) {
        values[place] = value;
    }

    /** @param path that any row of the table may tell */
    void put(String path, Object value) {
        values[paths.place(path)] = value;
    }

    /** Path to value; the row is read. */
    Map<String, Object> all() {
        return Attributes.of(paths, values);
    }
}
