package io.cupel.app.judging.web;

import io.cupel.app.contracts.ContractsInForce;
import io.cupel.app.ground.Problem;
import io.cupel.app.ground.ProblemException;
import io.cupel.app.judging.Rehearsal;
import io.cupel.app.judging.Rehearsal.Change;
import io.cupel.app.judging.Rehearsals;
import io.cupel.app.people.Needs;
import io.cupel.app.people.Scope;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The calls that tell beforehand what an activation would change. */
@RestController
@RequestMapping("/api/contracts/{version}/rehearsal")
final class RehearsalController {
    private final Rehearsals rehearsals;
    private final ContractsInForce contracts;

    RehearsalController(Rehearsals rehearsals, ContractsInForce contracts) {
        this.rehearsals = rehearsals;
        this.contracts = contracts;
    }

    /**
     * A rehearsal.
     *
     * @param changed how many leads would stand elsewhere, or wait otherwise
     */
    record RehearsalView(
            int version,
            String state,
            Instant at,
            int judgedBy,
            long leads,
            long seen,
            long changed,
            List<ChangeView> changes) {
        static RehearsalView of(Rehearsal rehearsal) {
            List<ChangeView> changes = rehearsal.changes().stream()
                    .filter(Change::isOne)
                    .map(ChangeView::of)
                    .toList();
            return new RehearsalView(
                    rehearsal.version(),
                    rehearsal.state().written(),
                    rehearsal.at(),
                    rehearsal.judgedBy(),
                    rehearsal.leads(),
                    rehearsal.seen(),
                    changes.stream().mapToLong(ChangeView::leads).sum(),
                    changes);
        }
    }

    /** Leads that would go the same way. */
    record ChangeView(
            String from,
            String to,
            @Nullable String waitedFor,
            @Nullable String waitFor,
            long leads) {
        static ChangeView of(Change change) {
            return new ChangeView(change.from(), change.to(), change.waitedFor(), change.waitFor(), change.leads());
        }
    }

    @Needs(Scope.CONTRACTS_ACTIVATE)
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    RehearsalView begin(@PathVariable int version) {
        expect(version);
        return RehearsalView.of(rehearsals.begin(version));
    }

    @Needs(Scope.CONTRACTS_READ)
    @GetMapping
    RehearsalView read(@PathVariable int version) {
        return rehearsals.find(version).map(RehearsalView::of).orElseThrow(RehearsalController::none);
    }

    @Needs(Scope.CONTRACTS_ACTIVATE)
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void stop(@PathVariable int version) {
        expect(version);
        rehearsals.stop(version);
    }

    private void expect(int version) {
        if (!contracts.has(version)) {
            throw none();
        }
    }

    private static ProblemException none() {
        return new ProblemException(Problem.NOT_FOUND, "there is no such version, or it was not rehearsed");
    }
}
