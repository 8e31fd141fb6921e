package io.cupel.app.ground;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Problem documents (RFC 9457), the same from a controller, a filter and the server's own error page. */
@Component
public final class ProblemBodies {
    private final JsonMapper json;

    ProblemBodies(JsonMapper json) {
        this.json = json;
    }

    static ProblemDetail of(ProblemKind kind, String detail, List<Fault> faults, String path) {
        ProblemDetail body = ProblemDetail.forStatus(kind.status());
        body.setType(URI.create("urn:cupel:problem:" + kind.code()));
        body.setTitle(kind.title());
        body.setDetail(detail);
        body.setInstance(instance(path));
        body.setProperty("code", kind.code());
        if (!faults.isEmpty()) {
            body.setProperty("errors", faults);
        }
        return body;
    }

    /** Writes the whole answer, where no controller is to do it. */
    public void write(ProblemException problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        ProblemKind kind = problem.kind();
        ProblemDetail body = of(kind, problem.detail(), problem.faults(), request.getRequestURI());
        response.setStatus(kind.status().value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        byte[] bytes = json.writeValueAsBytes(body);
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    private static URI instance(String path) {
        try {
            return new URI(path);
        } catch (URISyntaxException e) {
            return URI.create("/");
        }
    }
}
