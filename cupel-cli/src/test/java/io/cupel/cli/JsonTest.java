package io.cupel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.core.contract.Points;
import io.cupel.files.answers.Json;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTest {
    @Test
    void numbersAreExact() {
        assertThat(Json.of(Points.of(70))).isEqualTo("70");
        assertThat(Json.of(Points.parse("0.5"))).isEqualTo("0.5");
        assertThat(Json.of(new Points(-1))).isEqualTo("-0.000001");
        assertThat(Json.of(4.5)).isEqualTo("4.5");
        assertThat(Json.of(4.0)).isEqualTo("4");
        assertThat(Json.of(Double.NaN)).isEqualTo("null");
    }

    @Test
    void keysKeepTheirOrderAndNullsStay() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("z", null);
        map.put("a", Arrays.asList(1L, true, "x"));
        assertThat(Json.of(map)).isEqualTo("{\"z\":null,\"a\":[1,true,\"x\"]}");
    }

    @Test
    void anyTextComesBackAsItWas() {
        for (String text : new String[] {"\"\\\n\r\t\u0000\u001b\u2028", "Zoë 東京 😀", "half \ud83d", "\ude00 half"}) {
            Map<String, Object> map = Map.of("text", text);
            assertThat(JsonText.object(Json.of(map))).isEqualTo(map);
        }
    }

    @Test
    void instantsAreUtc() {
        assertThat(Json.instant(1_772_815_200_000L)).isEqualTo("2026-03-06T16:40:00Z");
        assertThat(Json.instant(1_772_815_200_033L)).isEqualTo("2026-03-06T16:40:00.033Z");
        assertThat(Json.instant(null)).isNull();
    }
}
