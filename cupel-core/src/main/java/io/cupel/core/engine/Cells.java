package io.cupel.core.engine;

import io.cupel.core.contract.Condition;
import io.cupel.core.contract.Read;
import io.cupel.core.evidence.Facts;
import io.cupel.core.evidence.Range;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reduces facts to what conditions can tell apart, so that a condition is evaluated once for all facts that look alike
 * to it: numbers are cut at the constants they are compared with, everything else stands for itself.
 */
final class Cells {
    /** A text longer than this is no key: hostile events must not fill the memory. */
    private static final int KEY_LENGTH_MAX = 256;

    private static final Object MISSING = new Object() {
        @Override
        public String toString() {
            return "missing";
        }
    };

    /** The place of a number among the constants: even between two, odd upon one. */
    private record Cell(int place) {}

    /** The places of a range's two ends. */
    private record Cellspan(int low, int high) {}

    private final String[] paths;
    private final @Nullable List<BigDecimal>[] cuts;

    private Cells(Map<String, @Nullable List<BigDecimal>> reads) {
        this.paths = reads.keySet().toArray(String[]::new);
        @SuppressWarnings({"unchecked", "rawtypes"}) // a generic array cannot be made otherwise
        @Nullable
        List<BigDecimal>[] all = new List[paths.length];
        for (int i = 0; i < paths.length; i++) {
            all[i] = reads.get(paths[i]);
        }
        this.cuts = all;
    }

    /** What all these conditions together can tell apart. */
    static Cells of(Collection<Condition> conditions) {
        Map<String, @Nullable List<BigDecimal>> merged = new LinkedHashMap<>();
        for (Condition condition : conditions) {
            for (Read read : condition.reads()) {
                merged.put(
                        read.path(),
                        merged.containsKey(read.path()) ? union(merged.get(read.path()), read.cuts()) : read.cuts());
            }
        }
        return new Cells(merged);
    }

    private static @Nullable List<BigDecimal> union(@Nullable List<BigDecimal> a, @Nullable List<BigDecimal> b) {
        if (a == null || b == null) {
            return null;
        }
        TreeSet<BigDecimal> both = new TreeSet<>(a);
        both.addAll(b);
        return new ArrayList<>(both);
    }

    /** A key that is equal for facts that look alike; null where the facts are too long to remember. */
    @Nullable
    Object key(Facts facts) {
        if (paths.length == 1) {
            return reduced(facts, 0);
        }
        Object[] key = new Object[paths.length];
        for (int i = 0; i < key.length; i++) {
            Object part = reduced(facts, i);
            if (part == null) {
                return null;
            }
            key[i] = part;
        }
        return List.of(key);
    }

    private @Nullable Object reduced(Facts facts, int i) {
        Object value = facts.value(paths[i]);
        if (value == null) {
            return MISSING;
        }
        List<BigDecimal> constants = cuts[i];
        if (constants != null && value instanceof Number number) {
            return new Cell(place(constants, exact(number)));
        }
        if (constants != null && value instanceof Range range) {
            return new Cellspan(
                    place(constants, BigDecimal.valueOf(range.low())),
                    place(constants, BigDecimal.valueOf(range.high())));
        }
        if (value instanceof String || value instanceof List || value instanceof Map) {
            return value.toString().length() > KEY_LENGTH_MAX ? null : value;
        }
        return value;
    }

    private static BigDecimal exact(Number number) {
        return number instanceof Long whole ? BigDecimal.valueOf(whole) : new BigDecimal(number.toString());
    }

    private static int place(List<BigDecimal> constants, BigDecimal number) {
        int found = Collections.binarySearch(constants, number);
        return found >= 0 ? 2 * found + 1 : 2 * (-found - 1);
    }
}
