package io.cupel.app.intake.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a request shows of who sent it.
 *
 * @param trustForwarded whether a proxy before Cupel says for whom it asks: without one, anybody could
 */
record Senders(boolean trustForwarded) {
    private static final String BASIC = "basic";

    /** The address: with a proxy, the last that it wrote, for that one it saw itself. */
    @Nullable
    String ip(HttpServletRequest request) {
        String forwarded = trustForwarded ? request.getHeader("X-Forwarded-For") : null;
        if (forwarded != null && !forwarded.isBlank()) {
            return forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
        }
        return request.getRemoteAddr();
    }

    static @Nullable String userAgent(HttpServletRequest request) {
        return request.getHeader("User-Agent");
    }

    /** Whether the browser is set to Global Privacy Control, which it tells with each request. */
    static boolean isPrivate(HttpServletRequest request) {
        String told = request.getHeader("Sec-GPC");
        return told != null && told.strip().equals("1");
    }

    /** The user name of basic authentication; empty where there is some that is broken, null where there is none. */
    static @Nullable String word(HttpServletRequest request) {
        String told = request.getHeader("Authorization");
        if (told == null || !told.toLowerCase(Locale.ROOT).startsWith(BASIC)) {
            return null;
        }
        try {
            String pair = new String(
                    Base64.getDecoder().decode(told.substring(BASIC.length()).strip()), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return colon < 0 ? pair : pair.substring(0, colon);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
