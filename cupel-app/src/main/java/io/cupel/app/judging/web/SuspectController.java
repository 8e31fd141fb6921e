package io.cupel.app.judging.web;

import io.cupel.app.ground.Cursor;
import io.cupel.app.ground.Fields;
import io.cupel.app.ground.Page;
import io.cupel.app.ground.Parameters;
import io.cupel.app.judging.Leads;
import io.cupel.app.judging.SuspectQuery;
import io.cupel.app.judging.Suspects;
import io.cupel.app.people.Caller;
import io.cupel.app.people.Needs;
import io.cupel.app.people.Scope;
import io.cupel.files.answers.Json;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The calls about events that are a machine's doing. */
@RestController
@RequestMapping("/api/suspects")
final class SuspectController {
    private static final String LIST = "suspects";
    private static final int EVENTS_MAX = 1_000;
    private static final int REASON_MAX = 100;
    private static final List<String> STATES = List.of("suspect", "released");

    private final Suspects suspects;
    private final Leads leads;

    SuspectController(Suspects suspects, Leads leads) {
        this.suspects = suspects;
        this.leads = leads;
    }

    /**
     * Which events are released: those listed, or all that are suspect for this reason, of this lead, or marked from an
     * instant to before another.
     *
     * @param count how many these have to be, or nothing is said; null for whatever the number
     */
    record ReleaseForm(
            @Nullable List<String> events,
            @Nullable Boolean all,
            @Nullable String reason,
            @Nullable Long lead,
            @Nullable String from,
            @Nullable String to,
            @Nullable Long count) {}

    @Needs(Scope.EVENTS_READ)
    @GetMapping
    ResponseEntity<byte[]> list(@RequestParam MultiValueMap<String, String> parameters) {
        Parameters given = new Parameters(parameters);
        String state = given.oneOf("state", STATES);
        String reason = given.text("reason");
        Long lead = given.number("lead", 1, Long.MAX_VALUE);
        Instant from = given.instant("from");
        Instant to = given.instant("to");
        int limit = given.limit();
        String cursor = given.text("cursor");
        given.orThrow();
        SuspectQuery query =
                new SuspectQuery(state == null ? null : state.equals("suspect"), reason, present(lead), from, to);
        long before = Cursor.number(LIST, cursor, Long.MAX_VALUE);
        Page<Map<String, @Nullable Object>> page = Page.of(
                        suspects.list(query, before, limit + 1), limit, last -> Cursor.of(LIST, last.number()))
                .map(SuspectController::item);
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("count", suspects.count(query));
        answer.put("items", page.items());
        answer.put("next", page.next());
        return Answers.of(answer);
    }

    private @Nullable Long present(@Nullable Long lead) {
        return lead == null ? null : leads.present(lead);
    }

    private static Map<String, @Nullable Object> item(Suspects.Marked marked) {
        Map<String, @Nullable Object> keys = new LinkedHashMap<>();
        keys.put("event", marked.event());
        keys.put("position", marked.entry() == null ? null : marked.entry().position());
        keys.put(
                "occurred_at",
                marked.entry() == null
                        ? null
                        : Json.instant(marked.entry().occurredAt().toEpochMilli()));
        keys.put("name", marked.name());
        keys.put("lead", marked.lead());
        keys.put("state", marked.isMarked() ? "suspect" : "released");
        keys.put("reasons", marked.reasons());
        keys.put("marked_at", Json.instant(marked.markedAt().toEpochMilli()));
        keys.put(
                "released_at",
                marked.releasedAt() == null
                        ? null
                        : Json.instant(marked.releasedAt().toEpochMilli()));
        keys.put("by", marked.by().isEmpty() ? null : marked.by());
        return keys;
    }

    @Needs(Scope.TRAY_WRITE)
    @PostMapping("/releases")
    ResponseEntity<byte[]> release(@RequestBody ReleaseForm form, Caller caller) {
        Fields fields = new Fields();
        List<String> events = form.events();
        if (Boolean.TRUE.equals(form.all()) == (events != null)) {
            fields.fault("", "name events, or say all: true with the reason, lead or time of those that are meant");
        }
        if (events != null && (events.isEmpty() || events.size() > EVENTS_MAX || events.contains(null))) {
            fields.fault("/events", "it must be from 1 to " + EVENTS_MAX + " message ids");
        }
        if (form.reason() != null && (form.reason().isEmpty() || form.reason().length() > REASON_MAX)) {
            fields.fault("/reason", "it must be from 1 to " + REASON_MAX + " letters");
        }
        Instant from = instant(fields, "/from", form.from());
        Instant to = instant(fields, "/to", form.to());
        fields.orThrow();
        String by = caller.person().name();
        Suspects.Released said = events == null
                ? suspects.release(
                        new SuspectQuery(true, form.reason(), present(form.lead()), from, to), form.count(), by)
                : suspects.release(events, by);
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("events", said.events());
        answer.put("entries", said.entries());
        answer.put("repeated", said.repeated());
        return Answers.of(answer);
    }

    private static @Nullable Instant instant(Fields fields, String place, @Nullable String told) {
        try {
            return told == null ? null : Instant.parse(told);
        } catch (DateTimeException e) {
            fields.fault(place, "it must be an instant such as 2026-03-01T10:00:00Z");
            return null;
        }
    }
}
