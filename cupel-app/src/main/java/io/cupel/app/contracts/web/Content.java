package io.cupel.app.contracts.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** A contract's YAML as JSON has it, in the order of the file. For versions, whose text was checked when proposed. */
final class Content {
    private Content() {}

    static Map<String, Object> of(String text) {
        LoadSettings settings =
                LoadSettings.builder().setSchema(new CoreSchema()).build();
        Map<String, Object> content = new LinkedHashMap<>();
        if (new Load(settings).loadFromString(text) instanceof Map<?, ?> map) {
            map.forEach((key, value) -> content.put(String.valueOf(key), value));
        }
        return content;
    }
}
