package io.cupel.files;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts values into the tree of a call. */
final class CallTree {
    private CallTree() {}

    /** Puts a value at the end of a path, unless one stands there; objects on the way are made. */
    static void putIfAbsent(Map<String, @Nullable Object> tree, List<String> path, @Nullable Object value) {
        Map<String, @Nullable Object> at = tree;
        for (String name : path.subList(0, path.size() - 1)) {
            Map<String, @Nullable Object> inner = object(at.get(name));
            if (inner == null && at.containsKey(name)) {
                return; // a value stands in the way
            }
            Map<String, @Nullable Object> next = inner == null ? new LinkedHashMap<>() : inner;
            at.put(name, next);
            at = next;
        }
        String last = path.get(path.size() - 1);
        if (!at.containsKey(last)) {
            at.put(last, value);
        }
    }

    /** Lays one tree over another: where both have an object, theirs are laid over each other too. */
    static void lay(Map<String, @Nullable Object> over, Map<String, @Nullable Object> tree) {
        over.forEach((name, value) -> {
            Map<String, @Nullable Object> below = object(tree.get(name));
            Map<String, @Nullable Object> above = object(value);
            if (below != null && above != null) {
                Map<String, @Nullable Object> both = new LinkedHashMap<>(below);
                lay(above, both);
                tree.put(name, both);
            } else {
                tree.put(name, value);
            }
        });
    }

    /** The value as an object; null where it is none. */
    @SuppressWarnings("unchecked") // the objects of a JsonTree have texts for keys
    static @Nullable Map<String, @Nullable Object> object(@Nullable Object value) {
        return value instanceof Map<?, ?> object ? (Map<String, @Nullable Object>) object : null;
    }
}
