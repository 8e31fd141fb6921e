package io.cupel.app.ground;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says where a body stops being what the call takes, and never what stood there. */
final class UnreadBody {
    private UnreadBody() {}

    static ProblemException problem(HttpMessageNotReadableException unread) {
        for (Throwable cause = unread; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException problem) {
                return problem;
            }
            if (cause instanceof JacksonException json) {
                return problem(json);
            }
        }
        return new ProblemException(Problem.MALFORMED, "the body is missing or cannot be read");
    }

    private static ProblemException problem(JacksonException cause) {
        TokenStreamLocation where = cause.getLocation();
        String place = where == null ? "" : " at line " + where.getLineNr() + ", column " + where.getColumnNr();
        if (cause instanceof StreamReadException) {
            return new ProblemException(Problem.MALFORMED, "the body is not JSON" + place);
        }
        Fault fault = new Fault(pointer(cause), what(cause));
        return new ProblemException(Problem.INVALID, "the body is not what this call takes" + place, List.of(fault));
    }

    private static String what(JacksonException cause) {
        return cause instanceof UnrecognizedPropertyException
                ? "there is no such key; docs/api.md tells which there are"
                : "the value is of the wrong kind";
    }

    private static String pointer(JacksonException cause) {
        StringBuilder pointer = new StringBuilder();
        for (JacksonException.Reference step : cause.getPath()) {
            @Nullable String name = step.getPropertyName();
            pointer.append('/')
                    .append(
                            name == null
                                    ? Integer.toString(step.getIndex())
                                    : name.replace("~", "~0").replace("/", "~1"));
        }
        return pointer.toString();
    }
}
