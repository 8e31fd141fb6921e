package io.cupel.app.people.web;

import io.cupel.app.people.Open;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The OpenAPI document of all calls. Each package keeps its own part, {@code openapi/<package>.yaml}, by hand; a test
 * compares them to the calls that there are, with their scopes.
 */
@RestController
final class ApiDocument {
    /** The parts, of which the first has what all calls have in common. */
    private static final List<String> PARTS = List.of("ground", "people", "intake", "contracts", "judging");

    private final Map<String, Object> document = new LinkedHashMap<>();

    ApiDocument() throws IOException {
        for (String part : PARTS) {
            merge(document, read("/openapi/" + part + ".yaml"));
        }
    }

    @Open("it tells nothing that the sources do not tell")
    @GetMapping("/api/openapi.json")
    Map<String, Object> document() {
        return document;
    }

    private static Map<?, ?> read(String name) throws IOException {
        try (InputStream in = ApiDocument.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the jar has no " + name);
            }
            return (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromInputStream(in);
        }
    }

    private static void merge(Map<String, Object> into, Map<?, ?> part) {
        part.forEach((key, value) -> {
            String name = String.valueOf(key);
            if (value instanceof Map<?, ?> inner) {
                Map<String, Object> merged = new LinkedHashMap<>();
                if (into.get(name) instanceof Map<?, ?> before) {
                    merge(merged, before);
                }
                merge(merged, inner);
                into.put(name, merged);
            } else {
                into.put(name, value);
            }
        });
    }
}
