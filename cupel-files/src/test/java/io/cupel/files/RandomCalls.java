package io.cupel.files;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Calls with all that JSON can hold, most of them usable. */
final class RandomCalls {
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "a",
            "=1+1",
            "'=x",
            "-5",
            "5",
            "1.0",
            "true",
            "null",
            "\"q\"",
            "[x]",
            "{",
            "a,b;c|d\te",
            "two\nlines",
            "\r\n",
            "\u0000",
            "é😀",
            "007",
            "12345678901234567890",
            "'quoted'",
            "{\"a\":1}",
            "\u2028",
            "-",
            "+49 30 1");
    private static final List<String> NAMES = List.of(
            "seconds",
            "plan",
            "name",
            "a.b",
            "A",
            "a",
            " odd ",
            "",
            "x,y",
            "path",
            "url",
            "title",
            "é",
            "=f",
            "campaign",
            "type",
            "messageId");

    private final Random random;

    RandomCalls(Random random) {
        this.random = random;
    }

    List<String> lines(int count) {
        List<String> lines = new ArrayList<>();
        while (lines.size() < count) {
            String line = JsonWriter.of(call());
            lines.add(random.nextInt(10) == 0 ? "{\"sentAt\":\"2026-03-02\",\"batch\":[" + line + "]}" : line);
            if (random.nextInt(10) == 0) {
                lines.add(line);
            }
        }
        return lines;
    }

    private Map<String, Object> call() {
        Map<String, Object> call = new LinkedHashMap<>();
        String type = pick("track", "page", "identify", "group", "alias", "screen");
        maybe(call, "messageId", "m" + random.nextInt(20));
        call.put(random.nextInt(20) == 0 ? "action" : "type", type);
        call.put("timestamp", random.nextInt(12) == 0 ? 1_772_355_600_123L : time());
        maybe(call, "originalTimestamp", random.nextInt(20) == 0 ? "0001-01-01T00:00:00Z" : time());
        maybe(call, "sentAt", time());
        maybe(call, "receivedAt", time());
        maybe(call, "userId", random.nextInt(8) == 0 ? (Object) 17L : pick("u", "v", "U@acme.example", " w ", "'v"));
        if (random.nextInt(4) == 0) {
            maybe(call, "lead", random.nextInt(8) == 0 ? (Object) 901L : pick("901", "v", " hubspot:902", text()));
        }
        maybe(call, "anonymousId", pick("x", "y", "'x", text()));
        maybe(call, type.equals("track") ? "event" : "name", name());
        maybe(call, "previousId", pick("x", "v"));
        maybe(call, "groupId", pick("g", "acme.example"));
        maybe(call, "properties", random.nextInt(8) == 0 ? value(3) : object(3));
        maybe(call, "traits", object(2));
        maybe(call, "context", context());
        maybe(call, "integrations", Map.of("All", true));
        return call;
    }

    private String name() {
        return random.nextInt(20) == 0
                ? pick("Segment Consent Preference Updated", " Segment Consent Preference Updated ", "Cupel Consent")
                : pick("Watched", "Unsubscribed", "Cupel Touch", text());
    }

    private Map<String, Object> context() {
        Map<String, Object> context = object(3);
        if (random.nextInt(3) == 0) {
            Map<String, Object> categories = new LinkedHashMap<>();
            for (String category : List.of("Analytics", "c-0002", "Advertising", "Own")) {
                maybe(categories, category, random.nextInt(4) == 0 ? value(1) : (Object) random.nextBoolean());
            }
            Object preferences = random.nextInt(8) == 0 ? value(1) : categories;
            Map<String, Object> consent = new LinkedHashMap<>(Map.of("categoryPreferences", preferences, "by", text()));
            context.put("consent", random.nextInt(8) == 0 ? value(2) : consent);
        }
        if (random.nextInt(6) == 0) {
            context.put("globalPrivacyControl", random.nextInt(4) == 0 ? value(1) : (Object) true);
        }
        if (random.nextInt(6) == 0) {
            context.put("traits", Map.of(pick("email", "E-Mail"), pick("ann@a.example", "no address")));
        }
        return context;
    }

    private void maybe(Map<String, Object> call, String name, Object value) {
        if (random.nextInt(3) > 0) {
            call.put(name, value);
        }
    }

    private Map<String, Object> object(int depth) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            object.put(NAMES.get(random.nextInt(NAMES.size())), value(depth));
        }
        if (random.nextInt(3) == 0) {
            object.put("campaign", new LinkedHashMap<>(Map.of("source", text())));
        }
        return object;
    }

    private Object value(int depth) {
        return switch (random.nextInt(depth > 0 ? 7 : 5)) {
            case 0 -> random.nextInt(1_000) - 500L;
            case 1 -> random.nextInt(1_000) / 8.0;
            case 2 -> random.nextBoolean();
            case 3, 4 -> text();
            case 5 -> List.of(value(0), value(0), text());
            default -> object(depth - 1);
        };
    }

    private String text() {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }

    private String time() {
        return pick(
                "2026-03-01T09:00:00Z",
                "2026-03-01T09:00:00.000Z",
                "2026-03-01T09:00:00.120Z",
                "2026-03-01T10:00:00+01:00",
                "2026-03-01 09:00:00",
                "2026-03-01T09:00:00.123456789Z",
                "2026-03-01",
                "1772355600123",
                "soon");
    }

    private String pick(String... texts) {
        return texts[random.nextInt(texts.length)];
    }
}
