package io.cupel.app.contracts;

import io.cupel.app.ground.ProblemKind;
import org.springframework.http.HttpStatus;

/** Why a step in the life of a draft or a version is not taken. */
public enum Refusal implements ProblemKind {
    NOT_YOUR_ROLE(
            "040",
            "The step belongs to another role",
            "marketers sign for marketing, managers for sales;" + " administrators propose, withdraw and activate"),
    OTHER_CONTENT("041", "The hash is not that of the version", "read the version again, then sign what you read"),
    SIDE_HAS_SIGNED("042", "The side has signed already", "nothing is left to do for this side"),
    SAME_PERSON_FOR_BOTH(
            "043",
            "One person does not sign for both sides",
            "let another person sign for this side," + " or set one-person in a company of one"),
    NOT_SIGNED("044", "A signature is missing", "marketing and sales both sign before a version is activated"),
    WITHDRAWN("045", "The version was withdrawn", "propose its draft again"),
    ACTIVATED_ALREADY("046", "The version was activated already", "nothing is left to do"),
    SUPERSEDED("047", "Another version took over", "make a draft from this one and propose that"),
    IN_FORCE("048", "A version in force is not withdrawn", "activate another one"),
    IN_THE_PAST(
            "049",
            "A version is not activated backwards",
            "name an instant to come, or none for now:" + " what was judged stands"),
    TOO_FAR_AHEAD("050", "The instant is too far ahead", "a version is activated at most 366 days ahead"),
    PROPOSED_ALREADY("051", "The draft is proposed already", "edit it first, or withdraw its version"),
    DRAFT_CLOSED("052", "The draft is closed, for its version was activated", "make a new draft"),
    FAULTS("053", "The contract has faults", "correct them all, each at its line and column"),
    TOO_MANY_DRAFTS("054", "There are too many drafts", "delete some that nobody needs");

    private final String number;
    private final String title;
    private final String detail;

    Refusal(String number, String title, String detail) {
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
        return switch (this) {
            case NOT_YOUR_ROLE -> HttpStatus.FORBIDDEN;
            case FAULTS -> HttpStatus.UNPROCESSABLE_CONTENT;
            case OTHER_CONTENT,
                    SIDE_HAS_SIGNED,
                    SAME_PERSON_FOR_BOTH,
                    NOT_SIGNED,
                    WITHDRAWN,
                    ACTIVATED_ALREADY,
                    SUPERSEDED,
                    IN_FORCE,
                    IN_THE_PAST,
                    TOO_FAR_AHEAD,
                    PROPOSED_ALREADY,
                    DRAFT_CLOSED,
                    TOO_MANY_DRAFTS -> HttpStatus.CONFLICT;
        };
    }

    @Override
    public String title() {
        return title;
    }

    /** What to do about it. */
    public String detail() {
        return detail;
    }
}
