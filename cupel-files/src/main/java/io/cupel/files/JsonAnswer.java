package io.cupel.files;

import io.cupel.files.text.Refusal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A JSON object that a server answers. What is not there, or is something else, is empty. */
public final class JsonAnswer {
    private final Map<String, @Nullable Object> members;

    private JsonAnswer(Map<String, @Nullable Object> members) {
        this.members = members;
    }

    /** Of a body; an empty object where it is none. */
    public static JsonAnswer of(String body) {
        try {
            Map<String, @Nullable Object> object = CallTree.object(new JsonTree().read(body));
            return new JsonAnswer(object == null ? Map.of() : object);
        } catch (Refusal refusal) {
            return new JsonAnswer(Map.of());
        }
    }

    /** Empty where there is no such text. */
    public String text(String name) {
        return members.get(name) instanceof String text ? text : "";
    }

    /** 0 where there is no such whole number. */
    public long number(String name) {
        return members.get(name) instanceof Long number ? number : 0;
    }

    /** Its values, whatever they are. */
    public List<? extends @Nullable Object> list(String name) {
        return members.get(name) instanceof List<?> list ? list : List.of();
    }

    /** The objects of a list. */
    public List<JsonAnswer> objects(String name) {
        return list(name).stream()
                .map(CallTree::object)
                .filter(object -> object != null)
                .map(JsonAnswer::new)
                .toList();
    }
}
