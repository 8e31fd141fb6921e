package io.cupel.app.intake.web;

import io.cupel.app.intake.Answer;
import io.cupel.app.intake.LogUnavailableException;
import io.cupel.files.LiveCall;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** Writes what doors answer. */
final class Replies {
    /** Refused calls that one answer names. */
    private static final int NAMED_MAX = 100;

    private static final String SUCCESS = "{\"success\":true}";
    private static final int RETRY_SECONDS = 5;

    private Replies() {}

    /** @param strict whether refused calls are an error */
    static ResponseEntity<Object> of(Answer answer, boolean strict) {
        if (answer instanceof Answer.Taken taken) {
            return strict && !taken.refused().isEmpty() ? refused(taken) : success();
        }
        if (answer instanceof Answer.Posted posted) {
            return of(posted.taken(), strict);
        }
        if (answer instanceof Answer.TooMany many) {
            return later(Fault.TOO_MANY, "This key, or this address with it, sends more than it may.", many.pause());
        }
        if (answer instanceof Answer.Unusable unusable) {
            return problem(Fault.UNUSABLE, "The body " + unusable.told() + ".");
        }
        return answer instanceof Answer.NoMapping
                ? problem(Fault.NO_DOOR, "This write key takes no webhooks: it has no mapping.")
                : problem(
                        Fault.KEY,
                        "Send the write key as the user name of basic authentication, or as writeKey in the body.");
    }

    static ResponseEntity<Object> of(Throwable thrown) {
        Throwable cause =
                thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
        if (cause instanceof LogUnavailableException || cause instanceof TimeoutException) {
            return later(
                    Fault.UNAVAILABLE,
                    "Nothing of this request is acknowledged; send it again as it is.",
                    Duration.ofSeconds(RETRY_SECONDS));
        }
        if (cause instanceof FaultException fault) {
            return problem(fault.fault(), String.valueOf(fault.getMessage()));
        }
        throw new IllegalStateException("a door failed", cause);
    }

    static ResponseEntity<Object> success() {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(SUCCESS);
    }

    static ResponseEntity<Object> problem(Fault fault, String detail) {
        return written(ResponseEntity.status(fault.status()), fault.problem(detail));
    }

    private static ResponseEntity<Object> later(Fault fault, String detail, Duration wait) {
        long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        return written(
                ResponseEntity.status(fault.status()).header(HttpHeaders.RETRY_AFTER, Long.toString(seconds)),
                fault.problem(detail));
    }

    private static ResponseEntity<Object> refused(Answer.Taken taken) {
        List<Map<String, Object>> calls = new ArrayList<>();
        for (LiveCall.Refused each :
                taken.refused().subList(0, Math.min(NAMED_MAX, taken.refused().size()))) {
            Map<String, Object> call = new LinkedHashMap<>();
            call.put("call", each.number());
            call.put("reason", each.reason().name());
            call.put("detail", "The call " + each.told() + ".");
            calls.add(call);
        }
        ProblemDetail problem = Fault.REFUSED.problem("In the log: " + taken.accepted() + ". Refused and kept apart: "
                + taken.refused().size() + ".");
        problem.setProperty("accepted", taken.accepted());
        problem.setProperty("refused", calls);
        return written(ResponseEntity.status(Fault.REFUSED.status()), problem);
    }

    private static ResponseEntity<Object> written(ResponseEntity.BodyBuilder reply, ProblemDetail problem) {
        return reply.contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem);
    }
}
