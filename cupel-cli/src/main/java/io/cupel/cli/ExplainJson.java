package io.cupel.cli;

import io.cupel.core.engine.Explanation.KindPart;
import io.cupel.core.engine.Explanation.Line;
import io.cupel.core.engine.Explanation.SignalPart;
import io.cupel.core.engine.Explanation.What;
import io.cupel.core.engine.Fit.CriterionAnswer;
import io.cupel.core.evidence.Range;
import io.cupel.core.evidence.Told;
import io.cupel.core.lifecycle.Enough;
import io.cupel.core.lifecycle.Judgement;
import io.cupel.core.lifecycle.Transition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All that can be said of one lead as one JSON object: the keys of a line of {@code qualify}, and the grounds. */
final class ExplainJson {
    private ExplainJson() {}

    static String of(Dossier dossier) {
        Judgement judgement = dossier.judgement();
        Map<String, @Nullable Object> keys = JsonLine.keys(dossier.contract(), judgement);
        keys.put("as_of", Json.instant(judgement.asOf()));
        keys.put("raised_hand", judgement.raisedHand());
        keys.put("also_holds", judgement.alsoHolds());
        keys.put("unknown_exclusions", judgement.unknownExclusions());
        keys.put("criteria", criteria(dossier));
        keys.put(
                "kinds",
                dossier.explanation().kinds().stream().map(ExplainJson::kind).toList());
        keys.put(
                "clamps",
                dossier.explanation().clamps().stream().map(ExplainJson::line).toList());
        keys.put(
                "transitions",
                judgement.transitions().stream().map(ExplainJson::transition).toList());
        keys.put("enough", dossier.enough().stream().map(ExplainJson::way).toList());
        keys.put("profile", profile(judgement));
        return Json.of(keys);
    }

    private static List<Object> criteria(Dossier dossier) {
        List<CriterionAnswer> answers = dossier.judgement().fit().criteria();
        List<Object> criteria = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            CriterionAnswer answer = answers.get(i);
            Map<String, @Nullable Object> keys = new LinkedHashMap<>();
            keys.put("name", answer.name());
            keys.put("points", answer.points());
            keys.put("required", answer.required());
            keys.put("answer", answer.answer().truth().name().toLowerCase(Locale.ROOT));
            keys.put("missing", answer.answer().missing());
            keys.put("seen", seen(dossier, i));
            criteria.add(keys);
        }
        return criteria;
    }

    private static Map<String, @Nullable Object> seen(Dossier dossier, int criterion) {
        Map<String, @Nullable Object> seen = new TreeMap<>();
        for (String path : Why.readBy(dossier.contract(), criterion)) {
            Object value = dossier.judgement().profile().get(path);
            if (value != null) {
                seen.put(path, written(value));
            }
        }
        return seen;
    }

    private static Map<String, @Nullable Object> kind(KindPart part) {
        Map<String, @Nullable Object> keys = new LinkedHashMap<>();
        keys.put("kind", part.kind().written());
        keys.put("points", part.sum());
        keys.put("signals", part.signals().stream().map(ExplainJson::signal).toList());
        keys.put("clamps", part.clamps().stream().map(ExplainJson::line).toList());
        return keys;
    }

    private static Map<String, @Nullable Object> signal(SignalPart part) {
        Map<String, @Nullable Object> keys = new LinkedHashMap<>();
        keys.put("signal", part.signal());
        keys.put("points", part.value());
        keys.put("events", part.events());
        keys.put("limited", part.limited());
        keys.put("lines", part.lines().stream().map(ExplainJson::line).toList());
        return keys;
    }

    private static Map<String, @Nullable Object> line(Line line) {
        Map<String, @Nullable Object> keys = new LinkedHashMap<>();
        keys.put("what", line.what().name().toLowerCase(Locale.ROOT));
        keys.put(line.what() == What.EVENT ? "message_id" : "text", line.text());
        keys.put("at", line.what() == What.EVENT ? Json.instant(line.at()) : null);
        keys.put("credited", line.credited());
        keys.put("now", line.now());
        return keys;
    }

    private static Map<String, @Nullable Object> transition(Transition step) {
        Map<String, @Nullable Object> keys = new LinkedHashMap<>();
        keys.put("at", step.at() == Told.BEFORE_ALL ? null : Json.instant(step.at()));
        keys.put("from", step.from().written());
        keys.put("to", step.to().written());
        keys.put("why", step.why().written());
        keys.put("detail", step.detail());
        keys.put("cycle", step.cycle());
        keys.put("score", step.score());
        keys.put("fit", step.fit().written());
        keys.put("evidence", step.evidence());
        return keys;
    }

    private static Map<String, @Nullable Object> way(Enough.Way way) {
        Map<String, @Nullable Object> keys = new LinkedHashMap<>();
        keys.put("known", way.known());
        keys.put("signal", way.signal().isEmpty() ? null : way.signal());
        keys.put("events", way.events());
        keys.put("on_different_days", way.onDifferentDays());
        return keys;
    }

    private static Map<String, @Nullable Object> profile(Judgement judgement) {
        Map<String, @Nullable Object> profile = new TreeMap<>();
        judgement.profile().forEach((path, value) -> profile.put(path, written(value)));
        return profile;
    }

    private static Object written(Object value) {
        if (value instanceof Range range) {
            Map<String, @Nullable Object> bounds = new LinkedHashMap<>();
            bounds.put("from", range.low());
            bounds.put("to", range.isOpen() ? null : range.high());
            return bounds;
        }
        return value;
    }
}
