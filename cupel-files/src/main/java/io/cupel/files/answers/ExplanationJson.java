package io.cupel.files.answers;

import io.cupel.core.engine.Explanation;
import io.cupel.core.engine.Explanation.KindPart;
import io.cupel.core.engine.Explanation.Line;
import io.cupel.core.engine.Explanation.SignalPart;
import io.cupel.core.engine.Explanation.What;
import io.cupel.core.evidence.Evidence.Suspect;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Where a score comes from, in lines that add up. */
public final class ExplanationJson {
    /** As many as lines of a signal. */
    private static final int SUSPECTS_MAX = 200;

    private final Explanation explanation;
    private final Predicate<String> isFromExport;

    /** @param isFromExport whether the event of a message id was made of a dated column of an export */
    public ExplanationJson(Explanation explanation, Predicate<String> isFromExport) {
        this.explanation = explanation;
        this.isFromExport = isFromExport;
    }

    /** Engagement, intent and usage, each with its signals. */
    public List<Map<String, @Nullable Object>> kinds() {
        return explanation.kinds().stream().map(this::kind).toList();
    }

    /** The newest events that count for nothing, newest first, each with why. */
    public static List<Map<String, @Nullable Object>> suspects(List<Suspect> oldestFirst) {
        List<Map<String, @Nullable Object>> newest = new ArrayList<>();
        for (int i = oldestFirst.size() - 1; i >= 0 && newest.size() < SUSPECTS_MAX; i--) {
            Suspect each = oldestFirst.get(i);
            Map<String, @Nullable Object> keys = new LinkedHashMap<>();
            keys.put("message_id", each.event().id());
            keys.put("at", Json.instant(each.event().at()));
            keys.put("type", each.event().type().written());
            keys.put("reasons", each.reasons());
            newest.add(keys);
        }
        return newest;
    }

    /** The floor at 0, where it bites. */
    public List<Map<String, @Nullable Object>> clamps() {
        return explanation.clamps().stream().map(this::line).toList();
    }

    private Map<String, @Nullable Object> kind(KindPart part) {
        Map<String, @Nullable Object> keys = new LinkedHashMap<>();
        keys.put("kind", part.kind().written());
        keys.put("points", part.sum());
        keys.put("signals", part.signals().stream().map(this::signal).toList());
        keys.put("clamps", part.clamps().stream().map(this::line).toList());
        return keys;
    }

    private Map<String, @Nullable Object> signal(SignalPart part) {
        Map<String, @Nullable Object> keys = new LinkedHashMap<>();
        keys.put("signal", part.signal());
        keys.put("points", part.value());
        keys.put("events", part.events());
        keys.put("limited", part.limited());
        keys.put("lines", part.lines().stream().map(this::line).toList());
        return keys;
    }

    private Map<String, @Nullable Object> line(Line line) {
        Map<String, @Nullable Object> keys = new LinkedHashMap<>();
        keys.put("what", line.what().name().toLowerCase(Locale.ROOT));
        keys.put(line.what() == What.EVENT ? "message_id" : "text", line.text());
        keys.put("at", line.what() == What.EVENT ? Json.instant(line.at()) : null);
        keys.put("credited", line.credited());
        keys.put("now", line.now());
        if (line.what() == What.EVENT) {
            keys.put("from_export", isFromExport.test(line.text()));
        }
        return keys;
    }
}
