package io.cupel.app.ground;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Turns whatever ends a call early into a problem document; nothing of a stack trace leaves the server. */
@RestControllerAdvice
final class ProblemAdvice extends ResponseEntityExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    static final String RETRY_AFTER_SECONDS = "5";
    /** Of each cause. */
    private static final int FRAMES_MAX = 40;

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(ProblemException problem, HttpServletRequest request) {
        return answer(problem, request.getRequestURI(), new HttpHeaders());
    }

    @ExceptionHandler({
        DataAccessResourceFailureException.class,
        TransientDataAccessException.class,
        CannotCreateTransactionException.class
    })
    ResponseEntity<ProblemDetail> databaseAway(Exception cause, HttpServletRequest request) {
        LOG.warn("the database did not answer: {}", cause.getClass().getSimpleName());
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        return answer(
                new ProblemException(Problem.UNAVAILABLE, "the database does not answer; try again in some seconds"),
                request.getRequestURI(),
                headers);
    }

    /** The web server's own word repeats what the caller sent. */
    @ExceptionHandler(InvalidParameterException.class)
    ResponseEntity<ProblemDetail> unreadParameters(HttpServletRequest request) {
        return answer(
                new ProblemException(Problem.PARAMETER, "the parameters of the address cannot be read"),
                request.getRequestURI(),
                new HttpHeaders());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> failed(Exception cause, HttpServletRequest request) {
        tell(cause);
        return answer(
                new ProblemException(Problem.INTERNAL, "a fault of the server; its log tells more"),
                request.getRequestURI(),
                new HttpHeaders());
    }

    /** Where it happened, but not what it says: that may repeat what somebody sent, which may be a person. */
    private static void tell(Throwable cause) {
        for (Throwable each = cause; each != null; each = each.getCause()) {
            String at = Arrays.stream(each.getStackTrace())
                    .limit(FRAMES_MAX)
                    .map(frame -> "\n\tat " + frame)
                    .collect(Collectors.joining());
            LOG.error("a call failed: {}{}", each.getClass().getName(), at);
        }
    }

    /** All that Spring itself refuses. */
    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception cause, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        HttpServletRequest call = ((ServletWebRequest) request).getRequest();
        if (status.is5xxServerError()) {
            tell(cause);
        }
        ProblemException problem = cause instanceof HttpMessageNotReadableException unread
                ? UnreadBody.problem(unread)
                : Refusals.problem(cause, status, call);
        HttpStatus told = problem.kind().status();
        return new ResponseEntity<>(
                ProblemBodies.of(problem.kind(), problem.detail(), problem.faults(), call.getRequestURI()),
                headers,
                told);
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemException problem, String path, HttpHeaders headers) {
        List<Fault> faults = problem.faults();
        return new ResponseEntity<>(
                ProblemBodies.of(problem.kind(), problem.detail(), faults, path),
                headers,
                problem.kind().status());
    }
}
