package io.cupel.app.intake.web;

import io.cupel.app.ground.Cursor;
import io.cupel.app.ground.Page;
import io.cupel.app.ground.Parameters;
import io.cupel.app.ground.Problem;
import io.cupel.app.ground.ProblemException;
import io.cupel.app.intake.DifferingCopies;
import io.cupel.app.intake.DifferingCopy;
import io.cupel.app.intake.EntryView;
import io.cupel.app.intake.EventLog;
import io.cupel.app.intake.LogEntry;
import io.cupel.app.intake.RefusalQuery;
import io.cupel.app.intake.Refusals;
import io.cupel.app.intake.RefusedCall;
import io.cupel.app.people.Needs;
import io.cupel.app.people.Scope;
import io.cupel.files.text.Reason;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The calls that read the log, and what did not come into it. */
@RestController
final class LogController {
    private static final String EVENTS = "events";
    private static final String REFUSALS = "refusals";
    private static final String COPIES = "differing-copies";
    private static final List<String> REASONS =
            Arrays.stream(Reason.values()).map(Enum::name).toList();

    private final EventLog log;
    private final Refusals refusals;
    private final DifferingCopies copies;

    LogController(EventLog log, Refusals refusals, DifferingCopies copies) {
        this.log = log;
        this.refusals = refusals;
        this.copies = copies;
    }

    /** A call that could not be used. */
    record RefusalView(long number, Instant receivedAt, int writeKey, String reason, String told, String raw) {
        static RefusalView of(RefusedCall call) {
            return new RefusalView(
                    call.number(),
                    call.receivedAt(),
                    call.writeKey(),
                    call.reason().name(),
                    call.told(),
                    call.raw());
        }
    }

    @Needs(Scope.EVENTS_READ)
    @GetMapping("/api/events")
    Page<EntryView> events(@RequestParam MultiValueMap<String, String> parameters) {
        Parameters given = new Parameters(parameters);
        int limit = given.limit();
        Long after = given.number("after", 0, Long.MAX_VALUE);
        String cursor = given.text("cursor");
        given.orThrow();
        List<LogEntry> found = log.after(Cursor.number(EVENTS, cursor, after == null ? 0 : after), limit + 1);
        return Page.of(found, limit, last -> Cursor.of(EVENTS, last.position())).map(EntryView::of);
    }

    @Needs(Scope.EVENTS_READ)
    @GetMapping("/api/refusals")
    Page<RefusalView> refusals(@RequestParam MultiValueMap<String, String> parameters) {
        Parameters given = new Parameters(parameters);
        int limit = given.limit();
        String reason = given.oneOf("reason", REASONS);
        Long key = given.number("key", 1, Integer.MAX_VALUE);
        Instant since = given.instant("since");
        String cursor = given.text("cursor");
        given.orThrow();
        RefusalQuery query = new RefusalQuery(
                key == null ? null : Math.toIntExact(key), reason == null ? null : Reason.valueOf(reason), since);
        List<RefusedCall> found = refusals.before(Cursor.number(REFUSALS, cursor, Long.MAX_VALUE), query, limit + 1);
        return Page.of(found, limit, last -> Cursor.of(REFUSALS, last.number())).map(RefusalView::of);
    }

    @Needs(Scope.EVENTS_READ)
    @GetMapping("/api/differing-copies")
    Page<DifferingCopy> copies(@RequestParam MultiValueMap<String, String> parameters) {
        Parameters given = new Parameters(parameters);
        int limit = given.limit();
        String cursor = given.text("cursor");
        given.orThrow();
        List<DifferingCopy> found = copies.behind(cursor == null ? DifferingCopies.NEWEST : place(cursor), limit + 1);
        return Page.of(found, limit, LogController::cursor);
    }

    private static Cursor cursor(DifferingCopy last) {
        return new Cursor(
                COPIES,
                List.of(
                        Long.toString(last.firstAt().toEpochMilli()),
                        last.message().toString(),
                        last.copyHash()));
    }

    private static DifferingCopies.Place place(String cursor) {
        List<String> keys = Cursor.read(COPIES, cursor, 3).keys();
        try {
            return new DifferingCopies.Place(
                    Instant.ofEpochMilli(Long.parseLong(keys.get(0))), UUID.fromString(keys.get(1)), keys.get(2));
        } catch (IllegalArgumentException e) {
            throw new ProblemException(Problem.CURSOR, "take the cursor from next of this list's last answer");
        }
    }
}
