package io.cupel.app.intake.web;

import io.cupel.app.ground.Problem;
import io.cupel.app.ground.ProblemException;
import io.cupel.app.intake.Imported;
import io.cupel.app.intake.Imports;
import io.cupel.app.intake.LogUnavailableException;
import io.cupel.app.people.Needs;
import io.cupel.app.people.Scope;
import io.cupel.files.LiveCall;
import io.cupel.files.text.Reason;
import io.cupel.files.text.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The call by which {@code cupel import} brings what it made of files. */
@RestController
final class ImportController {
    private static final String RETRY_SECONDS = "5";

    private final Imports imports;

    ImportController(Imports imports) {
        this.imports = imports;
    }

    /** A call of the batch that could not be used, counted from 1. */
    record RefusedView(int call, String reason, String detail) {
        static RefusedView of(LiveCall.Refused each) {
            return new RefusedView(each.number(), each.reason().name(), "The call " + each.told() + ".");
        }
    }

    /** What became of a batch. */
    record ImportedView(int fresh, int repeated, int differing, List<RefusedView> refused) {
        static ImportedView of(Imported done) {
            return new ImportedView(
                    done.fresh(),
                    done.repeated(),
                    done.differing(),
                    done.refused().stream().map(RefusedView::of).toList());
        }
    }

    @Needs(Scope.IMPORTS_WRITE)
    @PostMapping("/api/imports")
    ResponseEntity<Object> take(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readAllBytes();
        try {
            return ResponseEntity.ok(ImportedView.of(imports.take(body).join()));
        } catch (Refusal refusal) {
            boolean isTooLong = refusal.reason() == Reason.BATCH_TOO_LONG;
            throw new ProblemException(
                    isTooLong ? Problem.TOO_LARGE : Problem.MALFORMED,
                    isTooLong ? "send at most 500 KB in one call" : "the body " + refusal.told());
        } catch (CompletionException failed) {
            return later(failed);
        }
    }

    /** Nothing of it is acknowledged: the same may be sent again. */
    private static ResponseEntity<Object> later(CompletionException failed) {
        Throwable cause = failed.getCause();
        if (!(cause instanceof LogUnavailableException) && !(cause instanceof TimeoutException)) {
            throw failed;
        }
        return ResponseEntity.status(Fault.UNAVAILABLE.status())
                .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                .body(Fault.UNAVAILABLE.problem("Nothing of this request is acknowledged; send it again as it is."));
    }
}
