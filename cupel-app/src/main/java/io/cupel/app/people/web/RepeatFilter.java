package io.cupel.app.people.web;

import io.cupel.app.ground.Digests;
import io.cupel.app.ground.Problem;
import io.cupel.app.ground.ProblemBodies;
import io.cupel.app.ground.ProblemException;
import io.cupel.app.people.Answer;
import io.cupel.app.people.Caller;
import io.cupel.app.people.Repeats;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** Acts once on a POST that carries an Idempotency-Key, however often it is sent within a day. */
@Component
@Order(RepeatFilter.ORDER)
final class RepeatFilter extends OncePerRequestFilter {
    static final int ORDER = 30;
    static final String HEADER = "Idempotency-Key";
    static final String REPLAYED = "Idempotency-Replayed";

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7E]{1,200}");

    private final Repeats repeats;
    private final ProblemBodies problems;

    RepeatFilter(Repeats repeats, ProblemBodies problems) {
        this.repeats = repeats;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !HttpMethod.POST.matches(request.getMethod()) || request.getHeader(HEADER) == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        // Without a caller the call is open or will be refused: nobody's answer could be told from another's.
        if (!(request.getAttribute(Caller.class.getName()) instanceof Caller caller)) {
            chain.doFilter(request, response);
            return;
        }
        String key = request.getHeader(HEADER);
        try {
            if (!KEY.matcher(key).matches()) {
                throw new ProblemException(
                        Problem.REPEAT_KEY, "send 1 to 200 visible ASCII characters, such as a UUID");
            }
            byte[] body = request.getInputStream().readAllBytes();
            Optional<Answer> earlier = repeats.begin(caller.token(), key, hash(request, body));
            if (earlier.isPresent()) {
                again(earlier.get(), response);
            } else {
                first(caller.token(), key, new RepeatableRequest(request, body), response, chain);
            }
        } catch (ProblemException problem) {
            problems.write(problem, request, response);
        }
    }

    private void first(
            long token, String key, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper kept = new ContentCachingResponseWrapper(response);
        boolean done = false;
        try {
            chain.doFilter(request, kept);
            done = kept.getStatus() < HttpServletResponse.SC_MULTIPLE_CHOICES;
        } finally {
            // A refused or failed request did nothing, for each call is one transaction: it may be tried again.
            if (done) {
                repeats.end(token, key, answer(kept));
            } else {
                repeats.forget(token, key);
            }
        }
        kept.copyBodyToResponse();
    }

    private static Answer answer(ContentCachingResponseWrapper response) {
        String caching = response.getHeader(HttpHeaders.CACHE_CONTROL);
        boolean secret = caching != null && caching.contains("no-store");
        return new Answer(
                response.getStatus(),
                response.getContentType(),
                response.getHeader(HttpHeaders.LOCATION),
                response.getHeader(HttpHeaders.ETAG),
                secret ? null : new String(response.getContentAsByteArray(), StandardCharsets.UTF_8));
    }

    private static void again(Answer answer, HttpServletResponse response) throws IOException {
        String body = answer.body();
        if (body == null) {
            throw new ProblemException(
                    Problem.REPEAT_SECRET, "it was done and shown once; revoke what was made, and make another");
        }
        response.setStatus(answer.status());
        response.setHeader(REPLAYED, "true");
        set(response, HttpHeaders.CONTENT_TYPE, answer.contentType());
        set(response, HttpHeaders.LOCATION, answer.location());
        set(response, HttpHeaders.ETAG, answer.tag());
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    private static void set(HttpServletResponse response, String header, @Nullable String value) {
        if (value != null) {
            response.setHeader(header, value);
        }
    }

    private static String hash(HttpServletRequest request, byte[] body) {
        MessageDigest digest = Digests.sha256();
        String query = request.getQueryString() == null ? "" : request.getQueryString();
        String call = request.getRequestURI() + "\n" + query + "\n" + request.getContentType() + "\n";
        digest.update(call.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest.digest(body));
    }
}
