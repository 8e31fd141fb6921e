package io.cupel.app.judging.web;

import io.cupel.app.ground.Problem;
import io.cupel.app.ground.ProblemException;
import io.cupel.app.intake.EventLog;
import io.cupel.app.intake.LogEntry;
import io.cupel.app.judging.LeadConsents;
import io.cupel.app.judging.Leads;
import io.cupel.app.people.Needs;
import io.cupel.app.people.Scope;
import io.cupel.core.consent.ConsentRecord;
import io.cupel.files.LiveCall.Sender;
import io.cupel.files.answers.Json;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** All that is known of one person, as a file to be given to that person. */
@RestController
final class DossierController {
    private static final int READ_AT_ONCE = 500;
    private static final Sender NOT_TOLD = new Sender(null, null);

    private final Leads leads;
    private final LeadConsents consents;
    private final EventLog log;
    private final Clock clock;

    DossierController(Leads leads, LeadConsents consents, EventLog log, Clock clock) {
        this.leads = leads;
        this.consents = consents;
        this.log = log;
        this.clock = clock;
    }

    @Needs(Scope.EXPORT)
    @GetMapping("/api/leads/{number}/dossier")
    void dossier(@PathVariable long number, HttpServletResponse response) throws IOException {
        Leads.Found found = leads.find(leads.present(number))
                .orElseThrow(() -> new ProblemException(Problem.NOT_FOUND, "there is no lead of this number"));
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"dossier-" + number + ".json\"");
        Writer out = response.getWriter();
        out.write("{\"lead\":" + Json.of(LeadJson.of(found)));
        ConsentRecord record = consents.of(found.row().number());
        out.write(",\n\"consent\":"
                + Json.of(ConsentJson.of(record, clock.instant().toEpochMilli())));
        out.write(",\n\"transitions\":[");
        list(out, found.steps().stream().map(step -> LeadJson.step(step, found)).toList());
        out.write("],\n\"entries\":[");
        writeEntries(found.row().number(), out);
        out.write("]}\n");
        out.flush();
    }

    private static void list(Writer out, List<Map<String, @Nullable Object>> items) throws IOException {
        String between = "\n";
        for (Map<String, @Nullable Object> item : items) {
            out.write(between + Json.of(item));
            between = ",\n";
        }
    }

    /** The newest first; no more than some of them are in memory. */
    private void writeEntries(long number, Writer out) throws IOException {
        String between = "\n";
        long before = Long.MAX_VALUE;
        List<LogEntry> some = leads.entries(number, before, READ_AT_ONCE).orElse(List.of());
        while (!some.isEmpty()) {
            Map<Long, Sender> senders =
                    log.senders(some.stream().map(LogEntry::position).toList());
            for (LogEntry entry : some) {
                out.write(between + entry(entry, senders.getOrDefault(entry.position(), NOT_TOLD)));
                between = ",\n";
            }
            before = some.get(some.size() - 1).position();
            some = leads.entries(number, before, READ_AT_ONCE).orElse(List.of());
        }
    }

    private static String entry(LogEntry entry, Sender sender) {
        Map<String, @Nullable Object> keys = new LinkedHashMap<>();
        keys.put("position", entry.position());
        keys.put("received_at", entry.receivedAt().toString());
        keys.put("occurred_at", entry.occurredAt().toString());
        keys.put("origin", entry.origin().written());
        keys.put("ip", sender.ip());
        keys.put("user_agent", sender.userAgent());
        String head = Json.of(keys);
        return head.substring(0, head.lastIndexOf('}')) + ",\"call\":" + entry.call() + "}";
    }
}
