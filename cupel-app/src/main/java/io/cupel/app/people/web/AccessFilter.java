package io.cupel.app.people.web;

import io.cupel.app.ground.ProblemBodies;
import io.cupel.app.ground.ProblemException;
import io.cupel.app.people.AccessProblem;
import io.cupel.app.people.Caller;
import io.cupel.app.people.Scope;
import io.cupel.app.people.Tokens;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets nobody in without a valid token, but for the few addresses listed here. What a token allows is looked at by
 * {@link ScopeInterceptor}, which knows the call.
 */
@Component
@Order(AccessFilter.ORDER)
final class AccessFilter extends OncePerRequestFilter {
    static final int ORDER = 10;

    /** Addresses that need no token, and those below them where they end in a slash. AllCallsIT holds them to it. */
    static final List<String> OPEN =
            List.of("/health", "/health/", "/v1/", "/api/setup", "/api/openapi.json", "/favicon.ico");

    private static final String METRICS = "/metrics";
    private static final String BEARER = "bearer ";

    private final Tokens tokens;
    private final ProblemBodies problems;

    AccessFilter(Tokens tokens, ProblemBodies problems) {
        this.tokens = tokens;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = request.getRequestURI();
        if (isOpen(path)) {
            chain.doFilter(request, response);
            return;
        }
        String secret = secret(request);
        if (secret == null) {
            refuse(AccessProblem.NO_TOKEN, ScopeInterceptor.NO_TOKEN, request, response);
            return;
        }
        Optional<Caller> caller = tokens.caller(secret);
        if (caller.isEmpty()) {
            refuse(AccessProblem.BAD_TOKEN, "it is unknown, expired or revoked; ask for a new one", request, response);
        } else if (isMetrics(path) && !caller.get().scopes().contains(Scope.METRICS_READ)) {
            refuse(AccessProblem.NO_SCOPE, ScopeInterceptor.needs(Scope.METRICS_READ), request, response);
        } else {
            request.setAttribute(Caller.class.getName(), caller.get());
            chain.doFilter(request, response);
        }
    }

    /** As written in the request line: what is not plainly an open address is none. */
    static boolean isOpen(String path) {
        return OPEN.stream().anyMatch(open -> open.endsWith("/") ? path.startsWith(open) : path.equals(open));
    }

    private static boolean isMetrics(String path) {
        return path.equals(METRICS) || path.startsWith(METRICS + "/");
    }

    private static @Nullable String secret(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header == null || !header.toLowerCase(Locale.ROOT).startsWith(BEARER)
                ? null
                : header.substring(BEARER.length()).strip();
    }

    private void refuse(AccessProblem kind, String detail, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (kind != AccessProblem.NO_SCOPE) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"cupel\"");
        }
        problems.write(new ProblemException(kind, detail), request, response);
    }
}
