package io.cupel.app.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HookMappingTest {
    private static List<Map<String, Object>> calls(String mapping, String body) {
        return HookMapping.of(mapping).calls(body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void fieldsComeFromTheirPlacesAndValuesAreTheSameInEveryCall() {
        assertThat(calls(
                        "{\"type\":\"=track\",\"event\":\"name\",\"properties.a.b\":\"list.1.x\",\"userId\":\"no\"}",
                        """
                        {"name":"Demo","list":[0,{"x":1.5}]}"""))
                .containsExactly(Map.of("type", "track", "event", "Demo", "properties", Map.of("a", Map.of("b", 1.5))));
    }

    @Test
    void aListIsSeveralCallsAndAnythingElseIsOne() {
        String mapping = "{\"type\":\"=page\",\"userId\":\"id\"}";
        assertThat(calls(mapping, "[{\"id\":1},7,{\"id\":2}]"))
                .containsExactly(
                        Map.of("type", "page", "userId", 1),
                        Map.of("type", "page"),
                        Map.of("type", "page", "userId", 2));
        assertThat(calls(mapping, "12")).containsExactly(Map.of("type", "page"));
        assertThat(calls(mapping, "{")).isEmpty();
        assertThat(calls(mapping, "[".repeat(100_000))).isEmpty();
    }

    @Test
    void whatStandsInTheWayStays() {
        assertThat(calls("{\"type\":\"=track\",\"properties.a\":\"x\",\"properties.a.b\":\"x\"}", "{\"x\":1}"))
                .containsExactly(Map.of("type", "track", "properties", Map.of("a", 1)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{}",
                "null",
                "{\"type\":1}",
                "{\"type\":\"=\"}",
                "{\"event\":\"=x\"}",
                "{\"type\":\"=track\",\"writeKey\":\"x\"}",
                "{\"type\":\"=track\",\"properties\":\"x\"}",
                "{\"type\":\"=track\",\"properties.\":\"x\"}",
                "{\"type\":\"=track\",\"receivedAt\":\"x\"}",
            })
    void aMappingThatIsNoneIsSaid(String text) {
        assertThatThrownBy(() -> HookMapping.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("mapping");
    }
}
