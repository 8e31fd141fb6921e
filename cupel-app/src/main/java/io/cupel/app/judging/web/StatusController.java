package io.cupel.app.judging.web;

import io.cupel.app.judging.JudgingStatus;
import io.cupel.app.people.Needs;
import io.cupel.app.people.Scope;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The call about how far the log is judged. */
@RestController
final class StatusController {
    private final JudgingStatus status;

    StatusController(JudgingStatus status) {
        this.status = status;
    }

    /**
     * How far the log is judged.
     *
     * @param lagSeconds how long the oldest entry that is not judged waits
     * @param judgedBy version of the contract by which the log is judged
     * @param inForce version of the contract in force
     * @param turn the number of the last turn
     * @param turning leads that did not take it yet
     * @param watched up to which position it was looked through for what machines did
     * @param hearing leads that did not hear yet what is known about their company
     */
    record StatusView(
            long head,
            long judged,
            long waiting,
            double lagSeconds,
            int judgedBy,
            int inForce,
            int turn,
            long turning,
            long watched,
            long hearing) {
        static StatusView of(JudgingStatus.Now now) {
            return new StatusView(
                    now.head(),
                    now.judged(),
                    now.head() - now.judged(),
                    now.lag().toMillis() / 1_000.0,
                    now.judgedBy(),
                    now.inForce(),
                    now.turn(),
                    now.turning(),
                    now.watched(),
                    now.hearing());
        }
    }

    @Needs(Scope.LEADS_READ)
    @GetMapping("/api/status")
    StatusView now() {
        return StatusView.of(status.now());
    }
}
