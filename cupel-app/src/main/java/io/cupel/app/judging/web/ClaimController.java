package io.cupel.app.judging.web;

import io.cupel.app.ground.Cursor;
import io.cupel.app.ground.Fields;
import io.cupel.app.ground.Page;
import io.cupel.app.ground.Parameters;
import io.cupel.app.ground.Problem;
import io.cupel.app.ground.ProblemException;
import io.cupel.app.judging.ClaimPreview;
import io.cupel.app.judging.LeadClaims;
import io.cupel.app.people.Caller;
import io.cupel.app.people.Needs;
import io.cupel.app.people.Scope;
import io.cupel.core.evidence.Claimed;
import io.cupel.files.answers.JudgementJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The calls about what browsers claim of who leads are. */
@RestController
@RequestMapping("/api/claims")
final class ClaimController {
    private static final String LIST = "claim-undos";
    private static final String LEAD = "lead";
    private static final String VISITOR = "visitor";
    private static final String ADDRESS = "address";

    private final LeadClaims claims;

    ClaimController(LeadClaims claims) {
        this.claims = claims;
    }

    /** A claim of a lead, by its number. */
    record ClaimForm(
            @Nullable Long lead,
            @Nullable String visitor,
            @Nullable String address) {}

    @Needs(Scope.LEADS_READ)
    @GetMapping
    ResponseEntity<byte[]> list(@RequestParam MultiValueMap<String, String> parameters) {
        Parameters given = new Parameters(parameters);
        Long lead = given.number(LEAD, 1, Long.MAX_VALUE);
        if (lead == null) {
            given.fault(LEAD, "tell the number of the lead");
        }
        given.orThrow();
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put(
                "items",
                claims.claims(Objects.requireNonNull(lead)).stream()
                        .map(ClaimController::row)
                        .toList());
        return Answers.of(answer);
    }

    private static Map<String, @Nullable Object> row(LeadClaims.Row row) {
        Claimed claimed = row.claimed();
        LeadClaims.Said undone = row.undone();
        Map<String, @Nullable Object> keys = new LinkedHashMap<>();
        if (claimed != null) {
            keys.put(VISITOR, claimed.visitor());
            keys.put(ADDRESS, claimed.address());
            keys.put("kind", claimed.isUser() ? "user" : "device");
            keys.put("since", Instant.ofEpochMilli(claimed.since()).toString());
            keys.put("events", claimed.events());
        } else if (undone != null) {
            keys.put(VISITOR, undone.undo().visitor());
            keys.put(ADDRESS, undone.undo().address());
            keys.put("kind", null);
            keys.put("since", null);
            keys.put("events", 0);
        }
        keys.put("undone", undone == null ? null : view(undone));
        return keys;
    }

    @Needs(Scope.LEADS_READ)
    @GetMapping("/undos")
    ResponseEntity<byte[]> undos(@RequestParam MultiValueMap<String, String> parameters) {
        Parameters given = new Parameters(parameters);
        Long lead = given.number(LEAD, 1, Long.MAX_VALUE);
        int limit = given.limit();
        String cursor = given.text("cursor");
        given.orThrow();
        List<LeadClaims.Said> found = claims.undos(Cursor.number(LIST, cursor, Long.MAX_VALUE), lead, limit + 1);
        return Answers.of(
                Page.of(found, limit, last -> Cursor.of(LIST, last.undo().position()))
                        .map(ClaimController::view));
    }

    @Needs(Scope.LEADS_READ)
    @GetMapping("/undos/{id}")
    ResponseEntity<byte[]> one(@PathVariable String id) {
        return Answers.of(view(claims.find(id)
                .orElseThrow(() -> new ProblemException(
                        Problem.NOT_FOUND, "there is no such undo; one that was just said may not be judged yet"))));
    }

    private static Map<String, @Nullable Object> view(LeadClaims.Said said) {
        Map<String, @Nullable Object> keys = new LinkedHashMap<>();
        keys.put("id", said.undo().id());
        keys.put(VISITOR, said.undo().visitor());
        keys.put(ADDRESS, said.undo().address());
        keys.put("until", Instant.ofEpochMilli(said.undo().until()).toString());
        keys.put("holds", said.undo().holds());
        keys.put("at", said.at().toString());
        keys.put("by", said.by());
        return keys;
    }

    @Needs(Scope.LEADS_READ)
    @PostMapping("/preview")
    ResponseEntity<byte[]> preview(@RequestBody ClaimForm form) {
        Checked checked = Checked.of(form);
        ClaimPreview preview = claims.preview(checked.lead, checked.visitor, checked.address);
        ClaimPreview.Side other = preview.other();
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put(LEAD, side(preview, preview.before()));
        answer.put("without", side(preview, preview.after()));
        answer.put("leaves", preview.before().events() - preview.after().events());
        answer.put("other", other == null ? null : side(preview, other));
        answer.put("attributes", attributes(preview));
        return Answers.of(answer);
    }

    private static Map<String, @Nullable Object> side(ClaimPreview preview, ClaimPreview.Side side) {
        Map<String, @Nullable Object> keys =
                new LinkedHashMap<>(JudgementJson.keys(preview.contract(), side.judgement()));
        keys.put("waiting", JudgementJson.waiting(side.judgement().waiting()));
        keys.put("events", side.events());
        return keys;
    }

    /** Those that are told differently without the claim. */
    private static List<Map<String, @Nullable Object>> attributes(ClaimPreview preview) {
        Map<String, @Nullable Object> before =
                JudgementJson.profile(preview.before().told());
        Map<String, @Nullable Object> after =
                JudgementJson.profile(preview.after().told());
        TreeSet<String> paths = new TreeSet<>(before.keySet());
        paths.addAll(after.keySet());
        List<Map<String, @Nullable Object>> differing = new ArrayList<>();
        for (String path : paths) {
            if (!Objects.equals(before.get(path), after.get(path))) {
                Map<String, @Nullable Object> keys = new LinkedHashMap<>();
                keys.put("path", path);
                keys.put(LEAD, before.get(path));
                keys.put("without", after.get(path));
                differing.add(keys);
            }
        }
        return differing;
    }

    @Needs(Scope.IDENTITY_WRITE)
    @PostMapping("/undos")
    ResponseEntity<byte[]> undo(@RequestBody ClaimForm form, Caller caller) {
        Checked checked = Checked.of(form);
        return accepted(claims.undo(
                checked.lead, checked.visitor, checked.address, caller.person().name()));
    }

    @Needs(Scope.IDENTITY_WRITE)
    @DeleteMapping("/undos/{id}")
    ResponseEntity<byte[]> restore(@PathVariable String id, Caller caller) {
        claims.restore(id, caller.person().name());
        return accepted(id);
    }

    /** It is in the log; a moment later it is judged. */
    private static ResponseEntity<byte[]> accepted(String id) {
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("id", id);
        return ResponseEntity.accepted()
                .contentType(MediaType.APPLICATION_JSON)
                .body(Answers.of(answer).getBody());
    }

    private record Checked(long lead, String visitor, String address) {
        static Checked of(ClaimForm form) {
            Fields fields = new Fields();
            Long lead = form.lead();
            if (lead == null || lead < 1) {
                fields.fault("/lead", "it must be the number of a lead");
            }
            String visitor = Objects.requireNonNullElse(form.visitor(), "");
            if (visitor.isBlank()) {
                fields.fault("/visitor", "it must be an anonymous id or a user id");
            }
            String address = Objects.requireNonNullElse(form.address(), "");
            if (address.isBlank()) {
                fields.fault("/address", "it must be an e-mail address");
            }
            fields.orThrow();
            return new Checked(Objects.requireNonNull(lead), visitor, address);
        }
    }
}
