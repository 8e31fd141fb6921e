package io.cupel.files;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Facts that cannot change and in which nothing is null, made of a JSON tree. */
final class JsonFacts {
    private JsonFacts() {}

    static @Nullable Object of(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> facts = new LinkedHashMap<>();
            map.forEach((name, inner) -> {
                Object fact = of(inner);
                if (fact != null) {
                    facts.put(Objects.toString(name), fact);
                }
            });
            return Map.copyOf(facts);
        }
        if (value instanceof List<?> list) {
            List<Object> facts = new ArrayList<>(list.size());
            for (Object inner : list) {
                Object fact = of(inner);
                if (fact != null) {
                    facts.add(fact);
                }
            }
            return List.copyOf(facts);
        }
        return value;
    }
}
