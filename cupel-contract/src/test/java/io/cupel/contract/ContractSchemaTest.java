package io.cupel.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ContractSchemaTest {
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(ContractSchema.text(), InputFormat.JSON);

    private static List<String> faults(String yaml) {
        return SCHEMA.validate(yaml, InputFormat.YAML).stream()
                .map(Object::toString)
                .toList();
    }

    @Test
    void theSkeletonAndEveryExampleAreValid() throws IOException {
        assertThat(faults(Samples.skeleton())).isEmpty();
        assertThat(Samples.examples()).isNotEmpty();
        for (Path example : Samples.examples()) {
            assertThat(faults(Files.readString(example))).as(example.toString()).isEmpty();
            assertThat(ContractFile.read(example).check().findings())
                    .as(example.toString())
                    .isEmpty();
        }
    }

    @Test
    void whatTheReaderRefusesTheSchemaRefusesToo() {
        for (List<String> change : List.of(
                List.of("pass: 80", "pass: 80\n  passs: 80"),
                List.of("pass: 80", "pass: \"80\""),
                List.of("name: b2b-workshop\n", ""),
                List.of("kind: intent", "kind: intend"),
                List.of("at-most: 5", "at-most: 101"),
                List.of("half-life: 30d", "half-life: 30 days"),
                List.of("on: page\n", "on: identify\n"),
                List.of("distinct: event.path", "distinct: path"),
                List.of("below: 30%", "below: 30"),
                List.of("09:00-12:30", "9-12"),
                List.of("checklist:\n", "checklist: []\n    x:\n"))) {
            String changed = Samples.skeleton().replace(change.get(0), change.get(1));
            assertThat(faults(changed)).as(change.toString()).isNotEmpty();
            assertThat(Samples.check(changed).faults()).as(change.toString()).isNotEmpty();
        }
    }

    @Test
    void theSchemaHasTheKeysOfTheReader() {
        JsonNode schema = new JsonMapper().readTree(ContractSchema.text());
        Map<String, Shape> shapes = new HashMap<>();
        Set<String> objects = new HashSet<>();
        for (Shape shape : Shape.values()) {
            shapes.put(shape.name().toLowerCase(java.util.Locale.ROOT), shape);
        }
        for (String name : schema.get("$defs").propertyNames()) {
            JsonNode definition = schema.get("$defs").get(name);
            if (definition.has("properties")) {
                objects.add(name);
                same(definition, shapes.get(name));
            }
        }
        same(schema, Shape.CONTRACT);
        objects.add("contract");
        assertThat(objects).containsExactlyInAnyOrderElementsOf(shapes.keySet());
    }

    private static void same(JsonNode definition, Shape shape) {
        assertThat(shape).isNotNull();
        assertThat(definition.get("properties").propertyNames()).containsExactlyInAnyOrderElementsOf(shape.keys());
        assertThat(definition.get("additionalProperties").asBoolean()).isFalse();
        Set<String> required = new TreeSet<>();
        if (definition.has("required")) {
            definition.get("required").forEach(key -> required.add(key.asString()));
        }
        assertThat(required).isEqualTo(new TreeSet<>(shape.required()));
    }
}
