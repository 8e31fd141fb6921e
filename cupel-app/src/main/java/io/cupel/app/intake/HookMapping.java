package io.cupel.app.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the fields of somebody else's webhook mean: a JSON object that says for each field of a call from where its
 * value comes. {@code "context.traits.email": "data.person.mail"} takes it from there; numbers on the way are places in
 * lists, from 0. {@code "event": "=Form Submitted"} is the same in every call. A field that is not there is left out.
 */
public final class HookMapping {
    /** Fields of a mapping. */
    static final int FIELDS_MAX = 200;

    private static final int LENGTH_MAX = 20_000;
    private static final Set<String> FIELDS = Set.of(
            "type",
            "event",
            "name",
            "userId",
            "anonymousId",
            "groupId",
            "previousId",
            "messageId",
            "timestamp",
            "lead");
    private static final Set<String> ROOTS = Set.of("properties", "traits", "context");
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Map<String, String> fields;

    private HookMapping(Map<String, String> fields) {
        this.fields = fields;
    }

    /**
     * Reads a mapping.
     *
     * @throws IllegalArgumentException with what is wrong with it, for people
     */
    public static HookMapping of(String text) {
        Map<?, ?> told;
        try {
            told = text.length() > LENGTH_MAX ? Map.of() : JSON.readValue(text, Map.class);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("a mapping is a JSON object of texts", e);
        }
        if (told == null || told.isEmpty() || told.size() > FIELDS_MAX) {
            throw new IllegalArgumentException(
                    "a mapping is a JSON object of 1 to 200 texts, of 20,000 letters at most");
        }
        Map<String, String> fields = new LinkedHashMap<>();
        told.forEach((field, from) -> {
            String name = String.valueOf(field);
            if (!(from instanceof String path) || path.isBlank() || path.equals("=")) {
                throw new IllegalArgumentException(
                        "a field of a mapping says a path, as data.email, or a value, as =track");
            }
            if (!isField(name)) {
                throw new IllegalArgumentException("a mapping tells "
                        + String.join(", ", FIELDS.stream().sorted().toList())
                        + ", and what is below properties, traits and context");
            }
            fields.put(name, path.strip());
        });
        if (!fields.containsKey("type")) {
            throw new IllegalArgumentException("a mapping tells the type of its calls, as \"type\": \"=track\"");
        }
        return new HookMapping(fields);
    }

    private static boolean isField(String name) {
        int dot = name.indexOf('.');
        return dot < 0
                ? FIELDS.contains(name)
                : ROOTS.contains(name.substring(0, dot))
                        && !List.of(parts(name)).contains("");
    }

    private static String[] parts(String path) {
        return path.split("\\.", -1);
    }

    /**
     * The calls of a webhook's body: an object is one, a list of objects is several.
     *
     * @return empty where it is no JSON
     */
    List<Map<String, Object>> calls(byte[] body) {
        try {
            Object told = JSON.readValue(body, Object.class);
            if (!(told instanceof List<?> list)) {
                return List.of(call(told));
            }
            List<Map<String, Object>> calls = new ArrayList<>();
            list.forEach(each -> calls.add(call(each)));
            return calls;
        } catch (JacksonException e) {
            return List.of();
        }
    }

    private Map<String, Object> call(@Nullable Object told) {
        Map<String, Object> call = new LinkedHashMap<>();
        fields.forEach((field, from) -> {
            Object value = from.startsWith("=") ? from.substring(1) : at(told, parts(from));
            if (value != null) {
                put(call, parts(field), value);
            }
        });
        return call;
    }

    private static @Nullable Object at(@Nullable Object told, String[] path) {
        Object at = told;
        for (String part : path) {
            if (at instanceof Map<?, ?> object) {
                at = object.get(part);
            } else if (at instanceof List<?> list && part.matches("\\d{1,6}") && Integer.parseInt(part) < list.size()) {
                at = list.get(Integer.parseInt(part));
            } else {
                return null;
            }
        }
        return at;
    }

    @SuppressWarnings("unchecked") // only objects that were made here stand on the way
    private static void put(Map<String, Object> call, String[] path, Object value) {
        Map<String, Object> at = call;
        for (int i = 0; i < path.length - 1; i++) {
            Object next = at.computeIfAbsent(path[i], name -> new LinkedHashMap<String, Object>());
            if (!(next instanceof LinkedHashMap<?, ?>)) {
                return; // a value stands in the way
            }
            at = (Map<String, Object>) next;
        }
        at.putIfAbsent(path[path.length - 1], value);
    }
}
