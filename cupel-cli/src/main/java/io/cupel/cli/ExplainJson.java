package io.cupel.cli;

import io.cupel.core.engine.Explanation.KindPart;
import io.cupel.core.engine.Explanation.Line;
import io.cupel.core.engine.Explanation.SignalPart;
import io.cupel.core.engine.Explanation.What;
import io.cupel.core.engine.Fit.CriterionAnswer;
import io.cupel.core.evidence.Decision;
import io.cupel.core.evidence.Range;
import io.cupel.core.evidence.Sum;
import io.cupel.core.evidence.Told;
import io.cupel.core.evidence.Touch;
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
                dossier.explanation().kinds().stream()
                        .map(each -> kind(dossier, each))
                        .toList());
        keys.put(
                "clamps",
                dossier.explanation().clamps().stream()
                        .map(each -> line(dossier, each))
                        .toList());
        keys.put(
                "transitions",
                judgement.transitions().stream().map(ExplainJson::transition).toList());
        keys.put(
                "decisions",
                dossier.decisions().stream().map(ExplainJson::decision).toList());
        keys.put("touches", dossier.touches().stream().map(ExplainJson::touch).toList());
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

    private static Map<String, @Nullable Object> kind(Dossier dossier, KindPart part) {
        Map<String, @Nullable Object> keys = new LinkedHashMap<>();
        keys.put("kind", part.kind().written());
        keys.put("points", part.sum());
        keys.put(
                "signals",
                part.signals().stream().map(each -> signal(dossier, each)).toList());
        keys.put(
                "clamps",
                part.clamps().stream().map(each -> line(dossier, each)).toList());
        return keys;
    }

    private static Map<String, @Nullable Object> signal(Dossier dossier, SignalPart part) {
        Map<String, @Nullable Object> keys = new LinkedHashMap<>();
        keys.put("signal", part.signal());
        keys.put("points", part.value());
        keys.put("events", part.events());
        keys.put("limited", part.limited());
        keys.put("lines", part.lines().stream().map(each -> line(dossier, each)).toList());
        return keys;
    }

    private static Map<String, @Nullable Object> line(Dossier dossier, Line line) {
        Map<String, @Nullable Object> keys = new LinkedHashMap<>();
        keys.put("what", line.what().name().toLowerCase(Locale.ROOT));
        keys.put(line.what() == What.EVENT ? "message_id" : "text", line.text());
        keys.put("at", line.what() == What.EVENT ? Json.instant(line.at()) : null);
        keys.put("credited", line.credited());
        keys.put("now", line.now());
        if (line.what() == What.EVENT) {
            keys.put("from_export", dossier.isFromExport(line.text()));
        }
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

    private static Map<String, @Nullable Object> decision(Decision decision) {
        Map<String, @Nullable Object> keys = new LinkedHashMap<>();
        keys.put("id", decision.id());
        keys.put("at", decision.at() == Told.BEFORE_ALL ? null : Json.instant(decision.at()));
        keys.put("decision", decision.outcome().written());
        keys.put("reason", decision.reason());
        keys.put("by", decision.by());
        keys.put("amount", decision.amount() == null ? null : amount(decision.amount()));
        keys.put("imported", decision.imported());
        return keys;
    }

    private static Map<String, @Nullable Object> amount(Sum sum) {
        Map<String, @Nullable Object> keys = new LinkedHashMap<>();
        keys.put("value", sum.amount());
        keys.put("currency", sum.currency().isEmpty() ? null : sum.currency());
        return keys;
    }

    private static Map<String, @Nullable Object> touch(Touch touch) {
        Map<String, @Nullable Object> keys = new LinkedHashMap<>();
        keys.put("id", touch.id());
        keys.put("at", Json.instant(touch.at()));
        keys.put("by", touch.by());
        keys.put("channel", touch.channel().written());
        keys.put("direction", touch.direction().written());
        keys.put("outcome", touch.outcome());
        keys.put("from_export", touch.fromExport());
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
        return value instanceof Range range ? bounds(range) : value;
    }

    private static Map<String, @Nullable Object> bounds(Range range) {
        Map<String, @Nullable Object> bounds = new LinkedHashMap<>();
        bounds.put("from", range.low());
        bounds.put("to", range.isOpen() ? null : range.high());
        return bounds;
    }
}
