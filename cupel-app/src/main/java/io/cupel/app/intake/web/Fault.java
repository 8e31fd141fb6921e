package io.cupel.app.intake.web;

import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** What a door may have against a request, as problem documents of RFC 9457. docs/errors.md explains each code. */
enum Fault {
    KEY("CUP-API-101", HttpStatus.UNAUTHORIZED, "The write key is missing or not known"),
    UNUSABLE("CUP-API-102", HttpStatus.BAD_REQUEST, "The request cannot be used"),
    TOO_LARGE("CUP-API-103", HttpStatus.CONTENT_TOO_LARGE, "The request is too large"),
    TOO_MANY("CUP-API-104", HttpStatus.TOO_MANY_REQUESTS, "Too many calls"),
    UNAVAILABLE("CUP-API-105", HttpStatus.SERVICE_UNAVAILABLE, "The log cannot be written at the moment"),
    REFUSED("CUP-API-106", HttpStatus.BAD_REQUEST, "Calls were refused"),
    NO_DOOR("CUP-API-107", HttpStatus.NOT_FOUND, "There is no such door"),
    PACKED("CUP-API-108", HttpStatus.UNSUPPORTED_MEDIA_TYPE, "The request is packed in a way that is not known");

    private final String code;
    private final HttpStatus status;
    private final String title;

    Fault(String code, HttpStatus status, String title) {
        this.code = code;
        this.status = status;
        this.title = title;
    }

    String code() {
        return code;
    }

    HttpStatus status() {
        return status;
    }

    ProblemDetail problem(String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setTitle(title);
        problem.setType(URI.create("urn:cupel:problem:" + code));
        // the address of a request may have a key in it
        problem.setInstance(URI.create("/v1"));
        problem.setProperty("code", code);
        return problem;
    }
}
