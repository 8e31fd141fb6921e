package io.cupel.app.intake.web;

import io.cupel.app.ground.Fields;
import io.cupel.app.ground.Problem;
import io.cupel.app.ground.ProblemException;
import io.cupel.app.intake.WriteKey;
import io.cupel.app.intake.WriteKeys;
import io.cupel.app.people.Needs;
import io.cupel.app.people.Scope;
import io.cupel.core.evidence.Origin;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The calls about write keys, by which sites and products send events. */
@RestController
@RequestMapping("/api/keys")
final class KeyController {
    private static final int NAME_MAX = 100;
    private static final int HOURS_MAX = Math.toIntExact(WriteKeys.GRACE_MAX.toHours());

    private final WriteKeys keys;

    KeyController(WriteKeys keys) {
        this.keys = keys;
    }

    /**
     * A key as asked for; what is absent is as usual for its origin.
     *
     * @param mapping a JSON object, or a text that holds one
     */
    record KeyForm(
            @Nullable String name,
            @Nullable String origin,
            @Nullable Integer callsPerSecond,
            @Nullable Integer callsPerSecondOfAddress,
            @Nullable JsonNode mapping) {
        /** As it is kept. */
        @Nullable
        String mappingWritten() {
            return mapping == null || mapping.isNull()
                    ? null
                    : mapping.isString() ? mapping.stringValue() : mapping.toString();
        }
    }

    /**
     * How a key gets a new word.
     *
     * @param hours for which the old one stays valid; 24 where absent
     */
    record RotateForm(@Nullable Integer hours) {}

    /** A key as the API shows it; the words of it by their beginnings. */
    record KeyView(
            int number,
            String name,
            String origin,
            List<WriteKey.Secret> secrets,
            int callsPerSecond,
            int callsPerSecondOfAddress,
            @Nullable String mapping,
            Instant madeAt,
            @Nullable Instant revokedAt) {
        static KeyView of(WriteKey key) {
            return new KeyView(
                    key.number(),
                    key.name(),
                    key.origin().written(),
                    key.secrets(),
                    key.callsPerSecond(),
                    key.callsPerSecondOfAddress(),
                    key.mapping(),
                    key.madeAt(),
                    key.revokedAt());
        }
    }

    /** A key just made or rotated, with its word, which is shown this once. */
    record FreshKeyView(KeyView key, String secret) {
        @Override
        public String toString() {
            return "key " + key.number();
        }
    }

    /** All keys; there are too few for parts. */
    record Keys(List<KeyView> items) {}

    @Needs(Scope.KEYS_WRITE)
    @GetMapping
    Keys list() {
        return new Keys(keys.list().stream().map(KeyView::of).toList());
    }

    @Needs(Scope.KEYS_WRITE)
    @PostMapping
    ResponseEntity<FreshKeyView> make(@RequestBody KeyForm form) {
        WriteKey.Made made = keys.make(plan(form));
        return ResponseEntity.created(URI.create("/api/keys/" + made.key().number()))
                .cacheControl(CacheControl.noStore())
                .body(fresh(made));
    }

    @Needs(Scope.KEYS_WRITE)
    @PostMapping("/{key}/rotate")
    ResponseEntity<FreshKeyView> rotate(
            @PathVariable int key, @RequestBody(required = false) @Nullable RotateForm form) {
        Fields fields = new Fields();
        int hours = fields.number("/hours", form == null ? null : form.hours(), 24, 0, HOURS_MAX);
        fields.orThrow();
        return keys.rotate(key, Duration.ofHours(hours))
                .map(made ->
                        ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(fresh(made)))
                .orElseThrow(KeyController::none);
    }

    @Needs(Scope.KEYS_WRITE)
    @DeleteMapping("/{key}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable int key) {
        if (!keys.revoke(key)) {
            throw none();
        }
    }

    private static ProblemException none() {
        return new ProblemException(Problem.NOT_FOUND, "there is no key of this number, or it was revoked");
    }

    private static FreshKeyView fresh(WriteKey.Made made) {
        return new FreshKeyView(KeyView.of(made.key()), made.secret());
    }

    private static WriteKey.Plan plan(KeyForm form) {
        Fields fields = new Fields();
        String name = fields.text("/name", form.name(), NAME_MAX);
        Origin origin = Stream.of(Origin.SERVER, Origin.BROWSER)
                .filter(each -> each.written().equals(form.origin()))
                .findFirst()
                .orElse(null);
        if (origin == null) {
            fields.fault("/origin", "name one of server, browser");
        }
        WriteKey.Plan usual = WriteKey.Plan.of("usual", origin == null ? Origin.SERVER : origin);
        int most = WriteKey.Plan.CALLS_MAX;
        int calls = fields.number("/callsPerSecond", form.callsPerSecond(), usual.callsPerSecond(), 1, most);
        int ofAddress = fields.number(
                "/callsPerSecondOfAddress", form.callsPerSecondOfAddress(), usual.callsPerSecondOfAddress(), 1, most);
        fields.orThrow();
        try {
            return new WriteKey.Plan(name, Objects.requireNonNull(origin), calls, ofAddress, form.mappingWritten());
        } catch (IllegalArgumentException e) {
            fields.fault("/mapping", "it is no mapping; docs/intake.md tells what one is");
            fields.orThrow();
            throw e;
        }
    }
}
