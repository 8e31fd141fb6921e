package io.cupel.app.judging.web;

import io.cupel.app.ground.Cursor;
import io.cupel.app.ground.Fields;
import io.cupel.app.ground.Page;
import io.cupel.app.ground.Parameters;
import io.cupel.app.judging.LeadRow;
import io.cupel.app.judging.Tray;
import io.cupel.app.judging.TrayQuery;
import io.cupel.app.judging.Turns;
import io.cupel.app.people.Caller;
import io.cupel.app.people.Needs;
import io.cupel.app.people.Scope;
import io.cupel.core.evidence.Review.Verdict;
import io.cupel.core.lifecycle.Cause;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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

/** The calls about what waits for a person's yes or no. */
@RestController
@RequestMapping("/api/tray")
final class TrayController {
    private static final String LIST = "tray";
    private static final int LEADS_MAX = 1_000;
    private static final List<String> CAUSES = List.of("activation", "import", "merge", "claim");
    private static final List<String> TARGETS = List.of("mql", "pql", "back");

    private final Tray tray;
    private final Turns turns;

    TrayController(Tray tray, Turns turns) {
        this.tray = tray;
        this.turns = turns;
    }

    /**
     * Of which leads something is said: of those listed, or of all that wait so.
     *
     * @param count how many these have to be, or nothing is said; null for whatever the number
     */
    record ReviewForm(
            @Nullable List<Long> leads,
            @Nullable Boolean all,
            @Nullable String cause,
            @Nullable String target,
            @Nullable Integer turn,
            @Nullable Long count) {}

    @Needs(Scope.LEADS_READ)
    @GetMapping
    ResponseEntity<byte[]> list(@RequestParam MultiValueMap<String, String> parameters) {
        Parameters given = new Parameters(parameters);
        String cause = given.oneOf("cause", CAUSES);
        String target = given.oneOf("target", TARGETS);
        Long turn = given.number("turn", 1, Integer.MAX_VALUE);
        int limit = given.limit();
        String cursor = given.text("cursor");
        Instant since = turn == null ? null : since(turn);
        if (turn != null && since == null) {
            given.fault("turn", "there is no turn of this number");
        }
        given.orThrow();
        TrayQuery query = query(cause, target, since);
        List<String> keys = cursor == null
                ? List.of("0", "0")
                : Cursor.read(LIST, cursor, 2).keys();
        List<LeadRow> found =
                tray.list(query, Instant.ofEpochMilli(number(keys.get(0))), number(keys.get(1)), limit + 1);
        Page<Map<String, @Nullable Object>> page =
                Page.of(found, limit, TrayController::behind).map(LeadJson::row);
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put(
                "counts", tray.counts(query).stream().map(TrayController::count).toList());
        answer.put("items", page.items());
        answer.put("next", page.next());
        return Answers.of(answer);
    }

    private static Cursor behind(LeadRow last) {
        long since = last.waiting() == null ? 0 : last.waiting().since();
        return new Cursor(LIST, List.of(Long.toString(since), Long.toString(last.number())));
    }

    private static long number(String key) {
        return Cursor.number(LIST, new Cursor(LIST, List.of(key)).written(), 0);
    }

    private static Map<String, @Nullable Object> count(Tray.Count count) {
        Map<String, @Nullable Object> keys = new LinkedHashMap<>();
        keys.put("cause", count.cause().toLowerCase(Locale.ROOT));
        keys.put("target", count.target().toLowerCase(Locale.ROOT));
        keys.put("since", count.since().toString());
        keys.put("contract", count.contract());
        keys.put("leads", count.leads());
        return keys;
    }

    @Needs(Scope.TRAY_WRITE)
    @PostMapping("/release")
    ResponseEntity<byte[]> release(@RequestBody ReviewForm form, Caller caller) {
        return say(form, Verdict.RELEASE, caller);
    }

    @Needs(Scope.TRAY_WRITE)
    @PostMapping("/dismiss")
    ResponseEntity<byte[]> dismiss(@RequestBody ReviewForm form, Caller caller) {
        return say(form, Verdict.DISMISS, caller);
    }

    private ResponseEntity<byte[]> say(ReviewForm form, Verdict verdict, Caller caller) {
        Fields fields = new Fields();
        List<Long> leads = form.leads();
        boolean isAll = Boolean.TRUE.equals(form.all());
        if (isAll == (leads != null)) {
            fields.fault("", "name leads, or say all: true with the cause, target or turn of those that are meant");
        }
        if (leads != null && (leads.isEmpty() || leads.size() > LEADS_MAX || leads.contains(null))) {
            fields.fault("/leads", "it must be from 1 to " + LEADS_MAX + " numbers of leads");
        }
        oneOf(fields, "/cause", form.cause(), CAUSES);
        oneOf(fields, "/target", form.target(), TARGETS);
        Instant since = form.turn() == null ? null : since(form.turn());
        if (form.turn() != null && since == null) {
            fields.fault("/turn", "there is no turn of this number");
        }
        fields.orThrow();
        String by = caller.person().name();
        Tray.Reviewed said = leads == null
                ? tray.all(query(form.cause(), form.target(), since), form.count(), verdict, by)
                : tray.of(leads, verdict, by);
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("leads", said.leads());
        answer.put("repeated", said.repeated());
        return Answers.of(answer);
    }

    private static void oneOf(Fields fields, String place, @Nullable String told, List<String> words) {
        if (told != null && !words.contains(told)) {
            fields.fault(place, "it must be one of " + String.join(", ", words));
        }
    }

    private @Nullable Instant since(long turn) {
        return turns.find((int) turn).map(found -> found.at()).orElse(null);
    }

    private static TrayQuery query(@Nullable String cause, @Nullable String target, @Nullable Instant since) {
        return new TrayQuery(
                since != null ? Cause.ACTIVATION : cause == null ? null : Cause.valueOf(cause.toUpperCase(Locale.ROOT)),
                target == null ? null : target.toUpperCase(Locale.ROOT),
                since);
    }
}
