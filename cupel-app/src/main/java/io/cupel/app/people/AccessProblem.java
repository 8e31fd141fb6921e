package io.cupel.app.people;

import io.cupel.app.ground.ProblemKind;
import org.springframework.http.HttpStatus;

/** Why a call is not let in, and what can be wrong with people and tokens. */
public enum AccessProblem implements ProblemKind {
    NO_TOKEN("020", HttpStatus.UNAUTHORIZED, "The call has no token"),
    BAD_TOKEN("021", HttpStatus.UNAUTHORIZED, "The token is not valid"),
    NO_SCOPE("022", HttpStatus.FORBIDDEN, "The token does not allow this call"),
    CLOSED("023", HttpStatus.FORBIDDEN, "The call is closed"),
    SETUP_OVER("024", HttpStatus.FORBIDDEN, "The one-time token is not valid"),
    LAST_ADMINISTRATOR("025", HttpStatus.CONFLICT, "The last administrator stays one"),
    PERSON_LEFT("026", HttpStatus.CONFLICT, "The person has left"),
    TOO_MANY_TOKENS("027", HttpStatus.CONFLICT, "The person has too many tokens");

    private final String number;
    private final HttpStatus status;
    private final String title;

    AccessProblem(String number, HttpStatus status, String title) {
        this.number = number;
        this.status = status;
        this.title = title;
    }

    @Override
    public String code() {
        return "CUP-API-" + number;
    }

    @Override
    public HttpStatus status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
