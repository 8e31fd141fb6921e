package io.cupel.app.judging;

import io.cupel.app.ground.ProblemException;
import io.cupel.app.ground.ProblemKind;
import org.springframework.http.HttpStatus;

/** What can be wrong with calls about turns, the review tray and suspect events. */
public enum JudgingProblem implements ProblemKind {
    TRAY_CHANGED("060", "Another number of leads waits", "read the counts of the tray again"),
    SWEEP_DONE("061", "All leads took this turn", "nothing is left to stop or to resume"),
    REHEARSED("062", "This version is being rehearsed", "wait for it, or stop it first"),
    IS_IN_FORCE("063", "The version judges already", "rehearse one that is not in force"),
    LOG_TOO_LONG(
            "064",
            "The log is too long for this rehearsal",
            "the version looks at other attributes than the one in force, so that the whole log has to be read"),
    IS_ONE("071", "The two are one lead already", "read the lead again"),
    LATER_MERGE("072", "A later merge stands on this one", "take back the later one first; GET /api/merges lists them"),
    TAKEN_BACK("073", "The merge was taken back", "merge the two again, if they are one after all"),
    NOT_CLAIMED("074", "No browser says so of the lead", "read the claims of the lead again: GET /api/claims"),
    RESTORED("075", "The claim was restored", "undo it again, if it is not true after all"),
    SUSPECTS_CHANGED("070", "Another number of events is suspect", "read the count of suspects again");

    private final String number;
    private final String title;
    private final String detail;

    JudgingProblem(String number, String title, String detail) {
        this.number = number;
        this.title = title;
        this.detail = detail;
    }

    @Override
    public String code() {
        return "CUP-API-" + number;
    }

    @Override
    public HttpStatus status() {
        return HttpStatus.CONFLICT;
    }

    @Override
    public String title() {
        return title;
    }

    /** To end a call with. */
    public ProblemException exception() {
        return new ProblemException(this, detail);
    }
}
