package io.cupel.app.intake.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets clients write the addresses of the doors as they do, and say of bodies what they do: Segment's Java library asks
 * for {@code //v1/import/}, and that for browsers sends JSON as plain text. It stands before everything that looks at
 * either.
 */
final class DoorPaths extends OncePerRequestFilter {
    private static final String DOORS = "/v1/";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String told = request.getRequestURI();
        String plain = plain(told);
        boolean isDoor = plain.startsWith(DOORS);
        chain.doFilter(isDoor ? new Plain(request, plain) : request, response);
    }

    /** The path without doubled slashes and without one at its end. */
    static String plain(String path) {
        String single = path.contains("//") ? path.replaceAll("/{2,}", "/") : path;
        return single.length() > 1 && single.endsWith("/") ? single.substring(0, single.length() - 1) : single;
    }

    private static final class Plain extends HttpServletRequestWrapper {
        private final String path;

        Plain(HttpServletRequest request, String path) {
            super(request);
            this.path = path;
        }

        @Override
        public String getRequestURI() {
            return path;
        }

        /** What a body says it is, doors do not ask, and nobody before them is to read it. */
        @Override
        public String getContentType() {
            return "application/octet-stream";
        }

        @Override
        public String getServletPath() {
            return plain(super.getServletPath());
        }
    }
}
