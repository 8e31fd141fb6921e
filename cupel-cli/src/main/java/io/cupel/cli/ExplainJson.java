package io.cupel.cli;

import io.cupel.core.evidence.Decision;
import io.cupel.core.evidence.Sum;
import io.cupel.core.evidence.Told;
import io.cupel.core.evidence.Touch;
import io.cupel.core.lifecycle.Judgement;
import io.cupel.files.answers.ExplanationJson;
import io.cupel.files.answers.Json;
import io.cupel.files.answers.JudgementJson;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All that can be said of one lead as one JSON object: the keys of a line of {@code qualify}, and the grounds. */
final class ExplainJson {
    private ExplainJson() {}

    static String of(Dossier dossier) {
        Judgement judgement = dossier.judgement();
        Map<String, @Nullable Object> keys = JudgementJson.keys(dossier.contract(), judgement);
        keys.put("as_of", Json.instant(judgement.asOf()));
        keys.put("raised_hand", judgement.raisedHand());
        keys.put("opened_by_suspect", dossier.isOpenedBySuspect());
        keys.put("also_holds", judgement.alsoHolds());
        keys.put("waiting", JudgementJson.waiting(judgement.waiting()));
        keys.put("unknown_exclusions", judgement.unknownExclusions());
        keys.put("criteria", JudgementJson.criteria(dossier.contract(), judgement));
        ExplanationJson explanation = new ExplanationJson(dossier.explanation(), dossier::isFromExport);
        keys.put("kinds", explanation.kinds());
        keys.put("clamps", explanation.clamps());
        keys.put("suspects", ExplanationJson.suspects(dossier.suspects()));
        keys.put(
                "transitions",
                judgement.transitions().stream().map(JudgementJson::transition).toList());
        keys.put(
                "decisions",
                dossier.decisions().stream().map(ExplainJson::decision).toList());
        keys.put("touches", dossier.touches().stream().map(ExplainJson::touch).toList());
        keys.put("enough", dossier.enough().stream().map(JudgementJson::way).toList());
        keys.put("profile", JudgementJson.profile(judgement.profile()));
        return Json.of(keys);
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
}
