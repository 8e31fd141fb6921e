package io.cupel.app.intake.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;

/**
 * What {@code @segment/analytics-next} reads of a source's settings: where to send, and that nobody else is sent to.
 */
final class BrowserSettings {
    private static final Map<String, Object> ALLOWED = Map.of("enabled", true, "integrations", Map.of());
    private static final String HOST = "[A-Za-z0-9.:\\[\\]-]{1,255}";

    private BrowserSettings() {}

    static Map<String, Object> of(String word, HttpServletRequest request) {
        Map<String, Object> cupel = Map.of(
                "apiKey",
                word,
                "apiHost",
                host(request) + "/v1",
                "protocol",
                request.getScheme(),
                "unbundledIntegrations",
                List.of(),
                "addBundledMetadata",
                true,
                "maybeBundledConfigIds",
                Map.of(),
                "versionSettings",
                Map.of("version", "4.4.7", "componentTypes", List.of("browser")));
        return Map.of(
                "integrations",
                Map.of("Segment.io", cupel),
                "plan",
                Map.of(
                        "track", Map.of("__default", ALLOWED),
                        "identify", Map.of("__default", ALLOWED),
                        "group", Map.of("__default", ALLOWED)),
                "edgeFunction",
                Map.of(),
                "analyticsNextEnabled",
                true,
                "middlewareSettings",
                Map.of(),
                "enabledMiddleware",
                Map.of(),
                "metrics",
                Map.of("sampleRate", 0),
                "remotePlugins",
                List.of());
    }

    /** As the page wrote it, if it looks like one. */
    private static String host(HttpServletRequest request) {
        String told = request.getHeader("Host");
        return told != null && told.matches(HOST) ? told : request.getServerName() + ":" + request.getServerPort();
    }
}
