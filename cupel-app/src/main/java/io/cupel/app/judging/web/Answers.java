package io.cupel.app.judging.web;

import io.cupel.app.ground.Page;
import io.cupel.files.answers.Json;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Answers in the very JSON of the commands: points exactly, instants in UTC. */
final class Answers {
    private Answers() {}

    static ResponseEntity<byte[]> of(Map<String, @Nullable Object> answer) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(Json.of(answer).getBytes(StandardCharsets.UTF_8));
    }

    static ResponseEntity<byte[]> of(Page<Map<String, @Nullable Object>> page) {
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("items", page.items());
        answer.put("next", page.next());
        return of(answer);
    }
}
