package io.cupel.app.intake.web;

import io.cupel.app.ground.Download;
import io.cupel.app.ground.Fault;
import io.cupel.app.ground.Problem;
import io.cupel.app.ground.ProblemException;
import io.cupel.app.intake.LogExports;
import io.cupel.app.people.Needs;
import io.cupel.app.people.Scope;
import io.cupel.files.Form;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The log as a file. */
@RestController
final class LogExportController {
    /** Tells the last position of the file, so that the next one can begin behind it. */
    private static final String LAST = "Cupel-Log-Position";

    private final LogExports exports;

    LogExportController(LogExports exports) {
        this.exports = exports;
    }

    @Needs(Scope.EXPORT)
    @GetMapping("/api/export/events")
    void events(
            @RequestParam(defaultValue = "jsonl") String format,
            @RequestParam(defaultValue = "1") long from,
            @RequestParam(required = false) @Nullable Long to,
            @RequestParam(defaultValue = "false") boolean senders,
            HttpServletResponse response)
            throws IOException {
        Download.Kind kind = Download.Kind.of(format);
        if (from < 1 || (to != null && to < from)) {
            throw new ProblemException(
                    Problem.PARAMETER,
                    "a parameter is not allowed",
                    List.of(new Fault(from < 1 ? "from" : "to", "positions begin with 1, and to is not before from")));
        }
        long head = exports.head();
        long last = to == null ? head : Math.min(to, head);
        response.setHeader(LAST, String.valueOf(last));
        LogExports.Range range = new LogExports.Range(from, last, senders);
        Download.send(response, "cupel-log-" + from + "-" + last, kind, out -> exports.write(range, form(kind), out));
    }

    private static Form form(Download.Kind kind) {
        return switch (kind) {
            case JSONL -> Form.JSONL;
            case CSV -> Form.CSV;
            case PARQUET -> Form.PARQUET;
        };
    }
}
