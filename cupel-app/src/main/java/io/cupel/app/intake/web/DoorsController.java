package io.cupel.app.intake.web;

import io.cupel.app.intake.Answer;
import io.cupel.app.intake.Doors;
import io.cupel.app.intake.Knock;
import io.cupel.app.people.Open;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The doors. What they let in is acknowledged when it is committed; meanwhile no thread waits. */
@Open("a write key is asked for instead, in the header or in the body")
@RestController
class DoorsController {
    private static final String BATCH = "batch";
    /** The door by its name, and by the one letter that browsers send. */
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("identify", "identify"),
            Map.entry("i", "identify"),
            Map.entry("track", "track"),
            Map.entry("t", "track"),
            Map.entry("page", "page"),
            Map.entry("p", "page"),
            Map.entry("screen", "screen"),
            Map.entry("s", "screen"),
            Map.entry("group", "group"),
            Map.entry("g", "group"),
            Map.entry("alias", "alias"),
            Map.entry("a", "alias"),
            Map.entry(BATCH, BATCH),
            Map.entry("b", BATCH),
            Map.entry("import", BATCH));

    private static final Pattern STRICT = Pattern.compile("(.*&)?strict=(1|true)(&.*)?");

    private static final String THANKS =
            "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Thank you</title><p>Thank you.</p></html>";

    private final Doors doors;
    private final Senders senders;

    DoorsController(Doors doors, Senders senders) {
        this.doors = doors;
        this.senders = senders;
    }

    /** Those that are named in full are found without trying the patterns of all calls, for each request twice. */
    @PostMapping({
        "/v1/batch",
        "/v1/b",
        "/v1/import",
        "/v1/identify",
        "/v1/track",
        "/v1/page",
        "/v1/screen",
        "/v1/group",
        "/v1/alias",
        "/v1/{door}"
    })
    CompletableFuture<ResponseEntity<Object>> calls(HttpServletRequest request) throws IOException {
        String path = request.getRequestURI();
        String type = TYPES.get(path.substring(path.lastIndexOf('/') + 1));
        if (type == null) {
            return now(Replies.problem(
                    Fault.NO_DOOR, "The doors are identify, track, page, screen, group, alias and batch."));
        }
        return answer(
                request,
                body -> doors.calls(knock(Senders.word(request), type.equals(BATCH) ? null : type, body, request)),
                answer -> Replies.of(answer, isStrict(request)));
    }

    @PostMapping("/v1/hooks/{word}")
    CompletableFuture<ResponseEntity<Object>> hook(@PathVariable("word") String word, HttpServletRequest request)
            throws IOException {
        return answer(
                request,
                body -> doors.hook(knock(word, null, body, request)),
                answer -> Replies.of(answer, isStrict(request)));
    }

    @PostMapping("/v1/web-to-lead")
    CompletableFuture<ResponseEntity<Object>> form(HttpServletRequest request) throws IOException {
        return answer(
                request,
                body -> doors.form(knock(null, null, body, request)),
                answer -> page(answer, isStrict(request)));
    }

    /** What Segment's library for browsers asks for before it sends. */
    @GetMapping("/v1/projects/{word}/settings")
    ResponseEntity<Object> settings(@PathVariable("word") String word, HttpServletRequest request) {
        if (!doors.isOpen(word)) {
            return Replies.problem(Fault.NO_DOOR, "There is no such write key.");
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "private, max-age=60")
                .body(BrowserSettings.of(word, request));
    }

    private CompletableFuture<ResponseEntity<Object>> answer(
            HttpServletRequest request,
            Function<byte[], CompletableFuture<Answer>> door,
            Function<Answer, ResponseEntity<Object>> reply)
            throws IOException {
        byte[] body;
        try {
            body = Bodies.read(request);
        } catch (FaultException e) {
            return now(Replies.of(e));
        }
        CompletableFuture<Answer> answer;
        try {
            answer = door.apply(body);
        } catch (RuntimeException e) {
            answer = CompletableFuture.failedFuture(e);
        }
        return answer.thenApply(reply).exceptionally(Replies::of);
    }

    private Knock knock(@Nullable String word, @Nullable String type, byte[] body, HttpServletRequest request) {
        return new Knock(word, type, body, senders.ip(request), Senders.userAgent(request), Senders.isPrivate(request));
    }

    private static boolean isStrict(HttpServletRequest request) {
        String query = request.getQueryString();
        return query != null && STRICT.matcher(query).matches();
    }

    /** People see it: they go on to where the form says, or read a line. */
    private static ResponseEntity<Object> page(Answer answer, boolean strict) {
        if (!(answer instanceof Answer.Posted posted)
                || (strict && !posted.taken().refused().isEmpty())) {
            return Replies.of(answer, strict);
        }
        return posted.next()
                .map(next -> ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .location(URI.create(next))
                        .<Object>build())
                .orElseGet(() ->
                        ResponseEntity.ok().contentType(MediaType.TEXT_HTML).body(THANKS));
    }

    private static CompletableFuture<ResponseEntity<Object>> now(ResponseEntity<Object> reply) {
        return CompletableFuture.completedFuture(reply);
    }
}
