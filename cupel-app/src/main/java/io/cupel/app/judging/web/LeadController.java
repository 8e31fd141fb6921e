package io.cupel.app.judging.web;

import io.cupel.app.contracts.ContractsInForce;
import io.cupel.app.contracts.InForce;
import io.cupel.app.ground.Cursor;
import io.cupel.app.ground.Fields;
import io.cupel.app.ground.Page;
import io.cupel.app.ground.Parameters;
import io.cupel.app.ground.Problem;
import io.cupel.app.ground.ProblemException;
import io.cupel.app.intake.LogEntry;
import io.cupel.app.judging.LeadConsents;
import io.cupel.app.judging.LeadQuery;
import io.cupel.app.judging.LeadQuery.Behind;
import io.cupel.app.judging.LeadRow;
import io.cupel.app.judging.Leads;
import io.cupel.app.people.Caller;
import io.cupel.app.people.Needs;
import io.cupel.app.people.Scope;
import io.cupel.core.consent.Basis;
import io.cupel.core.consent.Means;
import io.cupel.core.consent.Purpose;
import io.cupel.core.consent.Said;
import io.cupel.core.contract.Contract;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The calls about leads. Of one that turned out to be another one, or was merged with it, the answer is where that is.
 */
@RestController
@RequestMapping("/api/leads")
final class LeadController {
    private static final String EVENTS = "lead-events";

    private final Leads leads;
    private final LeadConsents consents;
    private final ContractsInForce contracts;
    private final Clock clock;

    LeadController(Leads leads, LeadConsents consents, ContractsInForce contracts, Clock clock) {
        this.leads = leads;
        this.consents = consents;
        this.contracts = contracts;
        this.clock = clock;
    }

    @Needs(Scope.LEADS_READ)
    @GetMapping
    ResponseEntity<byte[]> list(@RequestParam MultiValueMap<String, String> parameters) {
        LeadFilters asked = LeadFilters.read(new Parameters(parameters), leads);
        List<LeadRow> found = asked.isNobody()
                ? List.of()
                : leads.list(asked.query(), asked.order(), asked.behind(), asked.limit() + 1);
        String list = LeadFilters.listOf(asked.order());
        return Answers.of(Page.of(found, asked.limit(), last -> cursor(list, LeadQuery.behind(asked.order(), last)))
                .map(LeadJson::row));
    }

    private static Cursor cursor(String list, Behind behind) {
        return new Cursor(list, List.of(Long.toString(behind.key()), Long.toString(behind.number())));
    }

    @Needs(Scope.LEADS_READ)
    @GetMapping("/{number}")
    ResponseEntity<byte[]> one(@PathVariable long number) {
        return Answers.of(LeadJson.of(find(number)));
    }

    @Needs(Scope.LEADS_READ)
    @GetMapping("/{number}/transitions")
    ResponseEntity<byte[]> transitions(@PathVariable long number) {
        Leads.Found found = find(number);
        return items(
                found.steps().stream().map(step -> LeadJson.step(step, found)).toList());
    }

    @Needs(Scope.LEADS_READ)
    @GetMapping("/{number}/cycles")
    ResponseEntity<byte[]> cycles(@PathVariable long number) {
        Leads.Found found = find(number);
        return items(found.cycles().stream()
                .map(cycle -> LeadJson.cycle(cycle, found))
                .toList());
    }

    @Needs(Scope.EVENTS_READ)
    @GetMapping("/{number}/events")
    Page<LeadEntryView> events(@PathVariable long number, @RequestParam MultiValueMap<String, String> parameters) {
        Parameters given = new Parameters(parameters);
        int limit = given.limit();
        String cursor = given.text("cursor");
        given.orThrow();
        long before = Cursor.number(EVENTS, cursor, Long.MAX_VALUE);
        List<LogEntry> found = leads.entries(present(number), before, limit + 1).orElseThrow(LeadController::none);
        Map<Long, List<String>> suspects = leads.suspects(number, found);
        return Page.of(found, limit, last -> Cursor.of(EVENTS, last.position()))
                .map(entry -> LeadEntryView.of(entry, suspects.get(entry.position())));
    }

    @Needs(Scope.LEADS_READ)
    @GetMapping("/{number}/explanation")
    ResponseEntity<byte[]> explanation(
            @PathVariable long number, @RequestParam MultiValueMap<String, String> parameters) {
        Parameters given = new Parameters(parameters);
        Instant at = given.instant("at");
        Long asked = given.number("version", 1, Integer.MAX_VALUE);
        given.orThrow();
        int version = asked == null ? inForce() : Math.toIntExact(asked);
        Contract contract = contract(version, given);
        long instant = (at == null ? clock.instant() : at).toEpochMilli();
        return leads.grounds(present(number), instant, contract)
                .map(grounds -> Answers.of(LeadJson.of(number, version, grounds)))
                .orElseThrow(LeadController::none);
    }

    /** What people say of what a lead agreed to; {@code words} is what shows it. */
    record ConsentForm(
            @Nullable String purpose,
            @Nullable Boolean given,
            @Nullable String basis,
            @Nullable String words) {
        Said said() {
            Fields fields = new Fields();
            Purpose meant = purpose == null ? null : Purpose.of(purpose).orElse(null);
            if (meant == null) {
                fields.fault("/purpose", "it must be profiling, email, phone or sharing");
            }
            if (given == null) {
                fields.fault("/given", "it must be true or false");
            }
            Basis ground = basis == null ? Basis.CONSENT : Basis.of(basis).orElse(null);
            if (ground == null) {
                fields.fault("/basis", "it must be consent, contract, legitimate interest or legal obligation");
            }
            if (basis != null && Boolean.FALSE.equals(given)) {
                fields.fault("/basis", "what is withheld has none");
            }
            if (words != null
                    && (words.isBlank() || words.length() > Said.EVIDENCE_MAX || words.indexOf('\u0000') >= 0)) {
                fields.fault("/words", "it must be from 1 to " + Said.EVIDENCE_MAX + " letters");
            }
            fields.orThrow();
            boolean isGiven = Boolean.TRUE.equals(given);
            return new Said(
                    Objects.requireNonNull(meant),
                    isGiven,
                    isGiven ? ground : null,
                    Means.WORD,
                    words == null ? "" : words.strip());
        }
    }

    @Needs(Scope.LEADS_READ)
    @GetMapping("/{number}/consents")
    ResponseEntity<byte[]> consents(@PathVariable long number, @RequestParam MultiValueMap<String, String> parameters) {
        Parameters given = new Parameters(parameters);
        Instant at = given.instant("at");
        given.orThrow();
        long instant = (at == null ? clock.instant() : at).toEpochMilli();
        return leads.find(present(number))
                .map(found -> consents.of(found.row().number()))
                .map(record -> Answers.of(ConsentJson.of(record, instant)))
                .orElseThrow(LeadController::none);
    }

    @Needs(Scope.IDENTITY_WRITE)
    @PostMapping("/{number}/consents")
    ResponseEntity<byte[]> say(@PathVariable long number, @RequestBody ConsentForm form, Caller caller) {
        Said said = form.said();
        String id = consents.say(present(number), said, caller.person().name());
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("id", id);
        return ResponseEntity.accepted()
                .contentType(MediaType.APPLICATION_JSON)
                .body(Answers.of(answer).getBody());
    }

    private int inForce() {
        return contracts
                .at(clock.instant())
                .map(InForce::version)
                .orElseThrow(() -> new ProblemException(Problem.NOT_FOUND, "no contract is in force"));
    }

    private Contract contract(int version, Parameters given) {
        if (!contracts.has(version)) {
            given.fault("version", "there is no version of this number");
            given.orThrow();
        }
        return contracts.contract(version);
    }

    private Leads.Found find(long number) {
        return leads.find(present(number)).orElseThrow(LeadController::none);
    }

    private static ResponseEntity<byte[]> items(List<Map<String, @Nullable Object>> items) {
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("items", items);
        return Answers.of(answer);
    }

    private long present(long number) {
        long present = leads.present(number);
        if (present != number) {
            throw new MovedException(present);
        }
        return number;
    }

    private static ProblemException none() {
        return new ProblemException(Problem.NOT_FOUND, "there is no lead of this number");
    }

    @ExceptionHandler
    ResponseEntity<Void> moved(MovedException moved, HttpServletRequest request) {
        String path = request.getRequestURI().replaceFirst("^/api/leads/[^/]+", "/api/leads/" + moved.number());
        String query = request.getQueryString();
        return ResponseEntity.status(HttpStatus.TEMPORARY_REDIRECT)
                .location(URI.create(query == null ? path : path + "?" + query))
                .build();
    }

    /** The lead turned out to be another one. */
    static final class MovedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final long number;

        MovedException(long number) {
            super("it is lead " + number + " now", null, false, false);
            this.number = number;
        }

        long number() {
            return number;
        }
    }
}
