package io.cupel.app.judging.web;

import io.cupel.app.ground.Cursor;
import io.cupel.app.ground.Fields;
import io.cupel.app.ground.Page;
import io.cupel.app.ground.Parameters;
import io.cupel.app.ground.Problem;
import io.cupel.app.ground.ProblemException;
import io.cupel.app.judging.LeadMerges;
import io.cupel.app.judging.MergePreview;
import io.cupel.app.people.Caller;
import io.cupel.app.people.Needs;
import io.cupel.app.people.Scope;
import io.cupel.files.answers.JudgementJson;
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

/** The calls about leads that people hold for one. */
@RestController
@RequestMapping("/api/merges")
final class MergeController {
    private static final String LIST = "merges";

    private final LeadMerges merges;

    MergeController(LeadMerges merges) {
        this.merges = merges;
    }

    /** Two leads by their numbers. */
    record MergeForm(@Nullable Long lead, @Nullable Long other) {}

    @Needs(Scope.LEADS_READ)
    @GetMapping
    ResponseEntity<byte[]> list(@RequestParam MultiValueMap<String, String> parameters) {
        Parameters given = new Parameters(parameters);
        Long lead = given.number("lead", 1, Long.MAX_VALUE);
        int limit = given.limit();
        String cursor = given.text("cursor");
        given.orThrow();
        List<LeadMerges.Said> found = merges.list(Cursor.number(LIST, cursor, Long.MAX_VALUE), lead, limit + 1);
        return Answers.of(
                Page.of(found, limit, last -> Cursor.of(LIST, last.merge().number()))
                        .map(MergeController::view));
    }

    @Needs(Scope.LEADS_READ)
    @GetMapping("/{id}")
    ResponseEntity<byte[]> one(@PathVariable String id) {
        return Answers.of(view(merges.find(id)
                .orElseThrow(() -> new ProblemException(
                        Problem.NOT_FOUND, "there is no such merge; one that was just made may not be judged yet"))));
    }

    private static Map<String, @Nullable Object> view(LeadMerges.Said said) {
        Map<String, @Nullable Object> keys = new LinkedHashMap<>();
        keys.put("id", said.merge().id());
        keys.put("number", said.merge().number());
        keys.put("leads", said.merge().leads());
        keys.put("holds", said.merge().holds());
        keys.put("at", said.at().toString());
        keys.put("by", said.by());
        return keys;
    }

    @Needs(Scope.LEADS_READ)
    @GetMapping("/candidates")
    ResponseEntity<byte[]> candidates(@RequestParam MultiValueMap<String, String> parameters) {
        Parameters given = new Parameters(parameters);
        Long lead = given.number("lead", 1, Long.MAX_VALUE);
        if (lead == null) {
            given.fault("lead", "tell the number of the lead");
        }
        given.orThrow();
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put(
                "items",
                merges.candidates(Objects.requireNonNull(lead)).stream()
                        .map(LeadJson::row)
                        .toList());
        return Answers.of(answer);
    }

    @Needs(Scope.LEADS_READ)
    @PostMapping("/preview")
    ResponseEntity<byte[]> preview(@RequestBody MergeForm form) {
        MergePreview preview = merges.preview(lead(form), other(form));
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("lead", side(preview, preview.one()));
        answer.put("other", side(preview, preview.other()));
        answer.put("together", side(preview, preview.together()));
        answer.put("attributes", attributes(preview));
        return Answers.of(answer);
    }

    private static Map<String, @Nullable Object> side(MergePreview preview, MergePreview.Side side) {
        Map<String, @Nullable Object> keys =
                new LinkedHashMap<>(JudgementJson.keys(preview.contract(), side.judgement()));
        keys.put("waiting", JudgementJson.waiting(side.judgement().waiting()));
        keys.put("events", side.events());
        return keys;
    }

    /** Those that are not told the same of both. */
    private static List<Map<String, @Nullable Object>> attributes(MergePreview preview) {
        Map<String, @Nullable Object> one = JudgementJson.profile(preview.one().told());
        Map<String, @Nullable Object> other =
                JudgementJson.profile(preview.other().told());
        Map<String, @Nullable Object> together =
                JudgementJson.profile(preview.together().told());
        TreeSet<String> paths = new TreeSet<>(one.keySet());
        paths.addAll(other.keySet());
        List<Map<String, @Nullable Object>> differing = new ArrayList<>();
        for (String path : paths) {
            if (!Objects.equals(one.get(path), other.get(path))) {
                Map<String, @Nullable Object> keys = new LinkedHashMap<>();
                keys.put("path", path);
                keys.put("lead", one.get(path));
                keys.put("other", other.get(path));
                keys.put("together", together.get(path));
                differing.add(keys);
            }
        }
        return differing;
    }

    @Needs(Scope.IDENTITY_WRITE)
    @PostMapping
    ResponseEntity<byte[]> merge(@RequestBody MergeForm form, Caller caller) {
        return accepted(merges.merge(lead(form), other(form), caller.person().name()));
    }

    @Needs(Scope.IDENTITY_WRITE)
    @DeleteMapping("/{id}")
    ResponseEntity<byte[]> undo(@PathVariable String id, Caller caller) {
        merges.undo(id, caller.person().name());
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

    private static long lead(MergeForm form) {
        return number("/lead", form.lead());
    }

    private static long other(MergeForm form) {
        return number("/other", form.other());
    }

    private static long number(String place, @Nullable Long told) {
        Fields fields = new Fields();
        if (told == null || told < 1) {
            fields.fault(place, "it must be the number of a lead");
        }
        fields.orThrow();
        return Objects.requireNonNull(told);
    }
}
