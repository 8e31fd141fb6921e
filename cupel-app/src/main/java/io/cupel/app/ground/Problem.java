package io.cupel.app.ground;

import org.springframework.http.HttpStatus;

/** What can be wrong with any call. */
public enum Problem implements ProblemKind {
    MALFORMED("001", HttpStatus.BAD_REQUEST, "The request cannot be read"),
    INVALID("002", HttpStatus.UNPROCESSABLE_CONTENT, "Values are missing or not allowed"),
    PARAMETER("003", HttpStatus.BAD_REQUEST, "A parameter of the address is not allowed"),
    NOT_FOUND("004", HttpStatus.NOT_FOUND, "There is no such thing"),
    METHOD("005", HttpStatus.METHOD_NOT_ALLOWED, "The method is not for this address"),
    NOT_ACCEPTABLE("006", HttpStatus.NOT_ACCEPTABLE, "There is no answer of that kind"),
    TOO_LARGE("007", HttpStatus.CONTENT_TOO_LARGE, "The request is too large"),
    MEDIA_TYPE("008", HttpStatus.UNSUPPORTED_MEDIA_TYPE, "The content type is not understood"),
    INTERNAL("009", HttpStatus.INTERNAL_SERVER_ERROR, "The server failed"),
    UNAVAILABLE("010", HttpStatus.SERVICE_UNAVAILABLE, "The server cannot answer now"),
    CURSOR("011", HttpStatus.BAD_REQUEST, "The cursor is not one of this list"),
    IF_MATCH_MISSING("012", HttpStatus.PRECONDITION_REQUIRED, "The edit does not say what it was made from"),
    CHANGED("013", HttpStatus.PRECONDITION_FAILED, "It was changed meanwhile"),
    REPEAT_KEY("014", HttpStatus.BAD_REQUEST, "The Idempotency-Key is not allowed"),
    REPEAT_DIFFERS("015", HttpStatus.UNPROCESSABLE_CONTENT, "The Idempotency-Key was used for another request"),
    REPEAT_RUNNING("016", HttpStatus.CONFLICT, "The first request of this Idempotency-Key has not ended"),
    REPEAT_SECRET("017", HttpStatus.CONFLICT, "The answer held a secret and was not kept");

    private final String number;
    private final HttpStatus status;
    private final String title;

    Problem(String number, HttpStatus status, String title) {
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
