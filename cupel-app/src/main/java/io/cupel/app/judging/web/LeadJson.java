package io.cupel.app.judging.web;

import io.cupel.app.identity.LeadKey;
import io.cupel.app.judging.Cycle;
import io.cupel.app.judging.Grounds;
import io.cupel.app.judging.LeadRow;
import io.cupel.app.judging.Leads;
import io.cupel.app.judging.Leads.Found;
import io.cupel.app.judging.Leads.Step;
import io.cupel.core.evidence.Told;
import io.cupel.core.lifecycle.Judgement;
import io.cupel.core.lifecycle.Transition;
import io.cupel.files.answers.ExplanationJson;
import io.cupel.files.answers.Json;
import io.cupel.files.answers.JudgementJson;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Leads as the API shows them: with the names that the commands give to what they print too. */
final class LeadJson {
    private LeadJson() {}

    /** As a list shows it. */
    static Map<String, @Nullable Object> row(LeadRow row) {
        Map<String, @Nullable Object> keys = new LinkedHashMap<>();
        keys.put("number", row.number());
        keys.put("lead", row.name().id());
        keys.put("email", row.name().email());
        keys.put("email_verified", row.name().isVerified());
        keys.put("company", row.name().company());
        keys.put("domain", row.name().domain());
        keys.put("stage", row.stage());
        keys.put("since", instant(row.since()));
        keys.put("expires", instant(row.due()));
        keys.put("score", row.score());
        keys.put("usage", row.usage());
        Map<String, @Nullable Object> fit = new LinkedHashMap<>();
        fit.put("verdict", row.fit());
        fit.put("grade", row.grade());
        keys.put("fit", fit);
        keys.put("is_held", row.held());
        keys.put("raised_hand", row.handRaised());
        keys.put("cycle", row.cycle());
        keys.put("waiting", JudgementJson.waiting(row.waiting()));
        keys.put("contract", row.contract());
        keys.put("as_of", instant(row.judgedAt()));
        keys.put("position", row.position());
        return keys;
    }

    /** All that holds of it now. */
    static Map<String, @Nullable Object> of(Found found) {
        Judgement judgement = found.judgement();
        Map<String, @Nullable Object> keys = new LinkedHashMap<>();
        keys.put("number", found.row().number());
        keys.putAll(JudgementJson.keys(found.contract(), judgement));
        keys.put("as_of", Json.instant(judgement.asOf()));
        keys.put("email_verified", found.row().name().isVerified());
        keys.put("raised_hand", judgement.raisedHand());
        keys.put("opened_by_suspect", judgement.isOpenedBy(found.suspects()));
        keys.put("waiting", JudgementJson.waiting(judgement.waiting()));
        keys.put("also_holds", judgement.alsoHolds());
        keys.put("unknown_exclusions", judgement.unknownExclusions());
        keys.put("criteria", JudgementJson.criteria(found.contract(), judgement));
        keys.put(
                "obstacles",
                judgement.obstacles().stream().map(LeadJson::written).toList());
        keys.put("enough", found.enough().stream().map(JudgementJson::way).toList());
        keys.put("profile", JudgementJson.profile(judgement.profile()));
        keys.put("domain", found.row().name().domain());
        keys.put("keys", found.keys().stream().map(LeadJson::key).toList());
        keys.put("expires", instant(found.row().due()));
        keys.put("position", found.row().position());
        return keys;
    }

    /** Where its score and its fit come from. */
    static Map<String, @Nullable Object> of(long number, int version, Grounds grounds) {
        Judgement judgement = grounds.judgement();
        Map<String, @Nullable Object> all = JudgementJson.keys(grounds.contract(), judgement);
        Map<String, @Nullable Object> keys = new LinkedHashMap<>();
        keys.put("number", number);
        keys.put("lead", all.get("lead"));
        keys.put("as_of", Json.instant(judgement.asOf()));
        keys.put("version", version);
        for (String same :
                List.of("contract", "score", "engagement", "intent", "usage", "fit", "excluded", "reasons")) {
            keys.put(same, all.get(same));
        }
        keys.put("unknown_exclusions", judgement.unknownExclusions());
        keys.put("criteria", JudgementJson.criteria(grounds.contract(), judgement));
        ExplanationJson lines = new ExplanationJson(grounds.explanation(), grounds.fromExport()::contains);
        keys.put("kinds", lines.kinds());
        keys.put("clamps", lines.clamps());
        keys.put("suspects", ExplanationJson.suspects(grounds.suspects()));
        keys.put("profile", JudgementJson.profile(judgement.profile()));
        return keys;
    }

    static Map<String, @Nullable Object> step(Step step, Leads.Found of) {
        Map<String, @Nullable Object> keys = new LinkedHashMap<>(JudgementJson.transition(step.transition()));
        keys.put(
                "suspect",
                step.transition().evidence().stream()
                        .filter(of.suspects()::contains)
                        .toList());
        keys.put("late_seconds", of.late(step).map(Duration::toSeconds).orElse(null));
        keys.put("contract", step.contract());
        keys.put("position", step.position());
        keys.put("number", step.lead());
        return keys;
    }

    static Map<String, @Nullable Object> cycle(Cycle cycle, Leads.Found of) {
        Transition opened = cycle.opened().transition();
        Step closed = cycle.closed();
        Map<String, @Nullable Object> keys = new LinkedHashMap<>();
        keys.put("cycle", opened.cycle());
        keys.put("stage", opened.to().written());
        keys.put("opened", at(opened));
        keys.put("cause", opened.why().written());
        keys.put("detail", opened.detail());
        keys.put("score", opened.score());
        keys.put(
                "late_seconds", of.late(cycle.opened()).map(Duration::toSeconds).orElse(null));
        keys.put("opened_by_suspect", opened.evidence().stream().anyMatch(of.suspects()::contains));
        keys.put("between", cycle.between().stream().map(step -> step(step, of)).toList());
        keys.put("closed", closed == null ? null : at(closed.transition()));
        keys.put("how", closed == null ? null : closed.transition().why().written());
        keys.put("reason", closed == null ? null : closed.transition().detail());
        keys.put("contract", cycle.opened().contract());
        keys.put("number", cycle.opened().lead());
        return keys;
    }

    private static @Nullable String at(Transition step) {
        return step.at() == Told.BEFORE_ALL ? null : Json.instant(step.at());
    }

    private static Map<String, @Nullable Object> key(LeadKey key) {
        Map<String, @Nullable Object> keys = new LinkedHashMap<>();
        keys.put("kind", key.kind());
        keys.put("text", key.text());
        keys.put("verified", key.isVerified());
        return keys;
    }

    private static String written(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static @Nullable String instant(@Nullable Instant at) {
        return at == null ? null : at.toString();
    }
}
