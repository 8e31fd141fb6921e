package io.cupel.files;

import io.cupel.core.evidence.Suspicion;
import io.cupel.core.evidence.Suspicion.Verdict;
import io.cupel.files.text.Reason;
import io.cupel.files.text.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a call says of which events of its lead are suspect. */
final class SuspectWords {
    static final String NAME = "Cupel Suspect";
    /** More reasons nobody reads; a longer one is cut. */
    private static final int REASONS_MAX = 10;

    private static final int REASON_MAX = 100;

    private SuspectWords() {}

    /** Its properties in normal form. */
    static Map<String, Object> normal(Map<String, @Nullable Object> call, String decision, String by) throws Refusal {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("decision", verdict(decision).written());
        properties.put("events", events(call));
        List<String> reasons = reasons(call);
        if (!reasons.isEmpty()) {
            properties.put("reasons", reasons);
        }
        if (!by.isEmpty()) {
            properties.put("by", by);
        }
        return properties;
    }

    /** What a call in normal form says. */
    static Suspicion read(Map<String, @Nullable Object> normal, String id, long at, String decision, String by)
            throws Refusal {
        return new Suspicion(id, at, verdict(decision), events(normal), reasons(normal), by);
    }

    private static Verdict verdict(String told) throws Refusal {
        return switch (AttributeNames.normal(told)) {
            case "mark", "marked" -> Verdict.MARK;
            case "release", "released" -> Verdict.RELEASE;
            default -> throw new Refusal(Reason.SUSPECT);
        };
    }

    private static List<String> events(Map<String, @Nullable Object> call) throws Refusal {
        List<String> events = texts(call, "events");
        if (events.isEmpty() || events.size() > Suspicion.EVENTS_MAX) {
            throw new Refusal(Reason.SUSPECT_EVENTS);
        }
        return events;
    }

    private static List<String> reasons(Map<String, @Nullable Object> call) {
        return texts(call, "reasons").stream()
                .limit(REASONS_MAX)
                .map(each -> each.length() > REASON_MAX ? each.substring(0, REASON_MAX) : each)
                .toList();
    }

    /** One text, or a list of texts, each once. */
    private static List<String> texts(Map<String, @Nullable Object> call, String name) {
        Object told = call.get("properties") instanceof Map<?, ?> properties ? properties.get(name) : null;
        Set<String> texts = new LinkedHashSet<>();
        for (Object each : told instanceof List<?> several ? several : told == null ? List.of() : List.of(told)) {
            String text = CallKeys.id(each);
            if (text != null) {
                texts.add(text);
            }
        }
        return new ArrayList<>(texts);
    }
}
