package io.cupel.app.judging.web;

import io.cupel.app.ground.Download;
import io.cupel.app.judging.LeadExports;
import io.cupel.app.people.Needs;
import io.cupel.app.people.Scope;
import io.cupel.files.Form;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The leads as a file. */
@RestController
final class LeadExportController {
    private final LeadExports exports;

    LeadExportController(LeadExports exports) {
        this.exports = exports;
    }

    @Needs(Scope.EXPORT)
    @GetMapping("/api/export/leads")
    void leads(@RequestParam(defaultValue = "jsonl") String format, HttpServletResponse response) throws IOException {
        Download.Kind kind = Download.Kind.of(format);
        Form form = Form.valueOf(kind.name());
        Download.send(response, "cupel-leads", kind, out -> exports.write(form, out));
    }
}
