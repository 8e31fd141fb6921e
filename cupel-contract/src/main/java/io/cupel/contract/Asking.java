package io.cupel.contract;

import io.cupel.core.evidence.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One asking of one condition: its facts, and the names of those that were missing where they mattered. */
final class Asking {
    private final Facts facts;
    /** Stands in for facts that are known only roughly. */
    private final Map<String, @Nullable Object> instead;

    private @Nullable List<String> missing;

    Asking(Facts facts, Map<String, @Nullable Object> instead) {
        this.facts = facts;
        this.instead = instead;
    }

    @Nullable
    Object value(String path) {
        return !instead.isEmpty() && instead.containsKey(path) ? instead.get(path) : facts.value(path);
    }

    void miss(String path) {
        if (missing == null) {
            missing = new ArrayList<>();
        }
        missing.add(path);
    }

    List<String> missing() {
        return missing == null ? List.of() : missing;
    }

    /** How many were missing so far. */
    int mark() {
        return missing == null ? 0 : missing.size();
    }

    /** Forgets those missed since the mark, because they turned out not to matter. */
    void forget(int mark) {
        if (missing != null) {
            missing.subList(mark, missing.size()).clear();
        }
    }
}
