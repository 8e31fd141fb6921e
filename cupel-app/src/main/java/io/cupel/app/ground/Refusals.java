package io.cupel.app.ground;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.bind.MissingRequestValueException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Our words for what the web framework refuses; its own would repeat values of the caller. */
final class Refusals {
    private Refusals() {}

    static ProblemException problem(Exception cause, HttpStatusCode status, HttpServletRequest request) {
        if (cause instanceof MethodArgumentTypeMismatchException mismatch) {
            return parameter(mismatch.getName(), "it has the wrong form");
        }
        if (cause instanceof MissingServletRequestParameterException missing) {
            return parameter(missing.getParameterName(), "it is missing");
        }
        if (cause instanceof MissingRequestValueException || cause instanceof TypeMismatchException) {
            return new ProblemException(Problem.PARAMETER, "a parameter or a header is missing or has the wrong form");
        }
        return of(status.value(), request);
    }

    /** For a status that something outside the controllers gave. */
    static ProblemException of(int status, HttpServletRequest request) {
        return switch (status) {
            case 404 ->
                new ProblemException(
                        Problem.NOT_FOUND, "nothing is at this address; GET /api/openapi.json tells all calls");
            case 405 ->
                new ProblemException(
                        Problem.METHOD,
                        request.getMethod() + " is not for this address; the header Allow tells which are");
            case 406 ->
                new ProblemException(
                        Problem.NOT_ACCEPTABLE,
                        "nothing of the header Accept can be given; send Accept: application/json");
            case 413 -> new ProblemException(Problem.TOO_LARGE, "send less at once");
            case 415 ->
                new ProblemException(
                        Problem.MEDIA_TYPE, "send the header Content-Type that docs/api.md names for this call");
            case 503 -> new ProblemException(Problem.UNAVAILABLE, "try again in some seconds");
            default ->
                status >= 500
                        ? new ProblemException(Problem.INTERNAL, "a fault of the server; its log tells more")
                        : new ProblemException(Problem.MALFORMED, "the request cannot be read");
        };
    }

    private static ProblemException parameter(String name, String what) {
        return new ProblemException(
                Problem.PARAMETER, "the parameter " + name + " is not right", List.of(new Fault(name, what)));
    }
}
