package io.cupel.files;

import io.cupel.core.contract.Contract;
import io.cupel.core.evidence.EventType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes from a call the facts that the contract looks at. */
final class EventFacts {
    private static final String PROPERTIES = "properties";
    private static final String CAMPAIGN = "campaign";

    private final FactPaths paths;
    /** Texts that come again and again, kept once. */
    private final Map<String, String> texts = new HashMap<>();

    private static final int TEXTS_MAX = 100_000;

    EventFacts(Contract contract) {
        this.paths = new FactPaths(contract);
    }

    Map<String, Object> of(Map<String, @Nullable Object> call, EventType type, String name) {
        List<String> wanted = paths.of(type, name);
        if (wanted.isEmpty()) {
            return Map.of();
        }
        Map<String, Object> facts = new HashMap<>();
        for (String path : wanted) {
            Object fact = fact(call, path);
            if (fact != null) {
                facts.put(path, fact instanceof String text ? once(text) : fact);
            }
        }
        return Map.copyOf(facts);
    }

    private static @Nullable Object fact(Map<String, @Nullable Object> call, String path) {
        if (path.equals("path")) {
            return path(call);
        }
        if (path.equals("url")) {
            return url(call);
        }
        int dot = path.indexOf('.');
        String root = dot < 0 ? path : path.substring(0, dot);
        Object map = root.equals(PROPERTIES) ? call.get(PROPERTIES) : null;
        if (root.equals(CAMPAIGN)) {
            map = campaign(call);
        }
        if (!(map instanceof Map<?, ?> facts)) {
            return null;
        }
        return JsonFacts.of(dot < 0 ? facts : inside(facts, path.substring(dot + 1)));
    }

    /** A value by its name, which may have dots in it, else by the names on the way to it. */
    private static @Nullable Object inside(Map<?, ?> map, String path) {
        Object direct = map.get(path);
        int dot = path.indexOf('.');
        if (direct != null || dot < 0) {
            return direct;
        }
        return map.get(path.substring(0, dot)) instanceof Map<?, ?> inner
                ? inside(inner, path.substring(dot + 1))
                : null;
    }

    private static Map<String, String> campaign(Map<String, @Nullable Object> call) {
        Map<String, String> campaign = new HashMap<>();
        if (at(call, "context", CAMPAIGN) instanceof Map<?, ?> told) {
            told.forEach((name, value) -> {
                if (value instanceof String || value instanceof Number || value instanceof Boolean) {
                    campaign.put(String.valueOf(name), value.toString());
                }
            });
        }
        return campaign;
    }

    private static @Nullable String path(Map<String, @Nullable Object> call) {
        if (at(call, PROPERTIES, "path") instanceof String path && !path.isBlank()) {
            return path;
        }
        if (at(call, "context", "page") instanceof Map<?, ?> page
                && page.get("path") instanceof String path
                && !path.isBlank()) {
            return path;
        }
        String url = url(call);
        return url == null ? null : pathOf(url);
    }

    private static @Nullable String url(Map<String, @Nullable Object> call) {
        if (at(call, PROPERTIES, "url") instanceof String url && !url.isBlank()) {
            return url;
        }
        return at(call, "context", "page") instanceof Map<?, ?> page
                        && page.get("url") instanceof String url
                        && !url.isBlank()
                ? url
                : null;
    }

    /** What stands between host and query of an address; {@code /} where nothing does. */
    static String pathOf(String url) {
        int scheme = url.indexOf("://");
        int from = scheme < 0 ? 0 : url.indexOf('/', scheme + 3);
        if (from < 0) {
            return "/";
        }
        int end = from;
        while (end < url.length() && url.charAt(end) != '?' && url.charAt(end) != '#') {
            end++;
        }
        // A query may hold the first slash: https://acme.com?next=/a
        boolean early = scheme >= 0 && url.substring(scheme + 3, from).matches("[^?#]*[?#].*");
        return end == from || early ? "/" : url.substring(from, end);
    }

    private static @Nullable Object at(Map<String, @Nullable Object> call, String outer, String inner) {
        return call.get(outer) instanceof Map<?, ?> map ? map.get(inner) : null;
    }

    private String once(String text) {
        String known = texts.get(text);
        if (known == null) {
            if (texts.size() < TEXTS_MAX) {
                texts.put(text, text);
            }
            return text;
        }
        return known;
    }
}
