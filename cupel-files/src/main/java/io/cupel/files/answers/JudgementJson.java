package io.cupel.files.answers;

import io.cupel.core.contract.Contract;
import io.cupel.core.contract.FitRule;
import io.cupel.core.contract.Read;
import io.cupel.core.contract.Target;
import io.cupel.core.engine.Fit;
import io.cupel.core.engine.Fit.CriterionAnswer;
import io.cupel.core.engine.Reason;
import io.cupel.core.evidence.Range;
import io.cupel.core.evidence.Told;
import io.cupel.core.lifecycle.Enough;
import io.cupel.core.lifecycle.Judgement;
import io.cupel.core.lifecycle.Stage;
import io.cupel.core.lifecycle.Transition;
import io.cupel.core.lifecycle.Waiting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is judged of one lead. The keys and their order are a promise: docs/guide.md lists them. */
public final class JudgementJson {
    private JudgementJson() {}

    /** One lead as one line. */
    public static String of(Contract contract, Judgement judgement) {
        return Json.of(keys(contract, judgement));
    }

    /** The same, to be added to. */
    public static Map<String, @Nullable Object> keys(Contract contract, Judgement judgement) {
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        line.put("lead", judgement.lead());
        line.put("email", email(judgement));
        line.put("company", company(judgement));
        line.put("stage", judgement.stage().written());
        line.put("since", Json.instant(judgement.since()));
        line.put("score", judgement.score().score());
        line.put("engagement", judgement.score().engagement());
        line.put("intent", judgement.score().intent());
        line.put("usage", judgement.score().usageScore());
        line.put("fit", fit(judgement.fit()));
        line.put("excluded", judgement.excluded());
        line.put("held", judgement.held());
        line.put("cycle", judgement.cycle());
        line.put(
                "reasons",
                judgement.reasons().stream().map(JudgementJson::reason).toList());
        line.put("contract", contract.id());
        return line;
    }

    private static Map<String, @Nullable Object> fit(Fit fit) {
        Map<String, @Nullable Object> keys = new LinkedHashMap<>();
        keys.put("verdict", fit.verdict().written());
        keys.put("points", fit.points());
        keys.put("grade", fit.grade());
        keys.put("unknown", fit.unknown());
        return keys;
    }

    private static Map<String, @Nullable Object> reason(Reason reason) {
        Map<String, @Nullable Object> keys = new LinkedHashMap<>();
        keys.put("signal", reason.signal());
        keys.put("points", reason.points());
        keys.put("events", reason.events());
        keys.put("last", Json.instant(reason.last()));
        return keys;
    }

    /** Each criterion of the fit with its answer, and what is known of the attributes that it reads. */
    public static List<Object> criteria(Contract contract, Judgement judgement) {
        List<CriterionAnswer> answers = judgement.fit().criteria();
        List<Object> criteria = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            CriterionAnswer answer = answers.get(i);
            Map<String, @Nullable Object> keys = new LinkedHashMap<>();
            keys.put("name", answer.name());
            keys.put("points", answer.points());
            keys.put("required", answer.required());
            keys.put("answer", answer.answer().truth().name().toLowerCase(Locale.ROOT));
            keys.put("missing", answer.answer().missing());
            keys.put("seen", seen(contract, judgement, i));
            criteria.add(keys);
        }
        return criteria;
    }

    private static Map<String, @Nullable Object> seen(Contract contract, Judgement judgement, int criterion) {
        Map<String, @Nullable Object> seen = new TreeMap<>();
        for (String path : readBy(contract, criterion)) {
            Object value = judgement.profile().get(path);
            if (value != null) {
                seen.put(path, written(value));
            }
        }
        return seen;
    }

    /** The attributes that a criterion reads; none where the contract has no fit. */
    public static List<String> readBy(Contract contract, int criterion) {
        FitRule rule = contract.fit();
        return rule == null
                ? List.of()
                : rule.criteria().get(criterion).when().reads().stream()
                        .map(Read::path)
                        .toList();
    }

    /** One change of stage. */
    public static Map<String, @Nullable Object> transition(Transition step) {
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

    /** What waits in the review tray; null for nothing. */
    public static @Nullable Map<String, @Nullable Object> waiting(@Nullable Waiting waiting) {
        if (waiting == null) {
            return null;
        }
        Map<String, @Nullable Object> keys = new LinkedHashMap<>();
        keys.put("cause", waiting.cause().written());
        keys.put("target", target(waiting));
        keys.put("raised_hand", waiting.byHand());
        keys.put("since", Json.instant(waiting.since()));
        keys.put("score", waiting.score());
        keys.put("fit", waiting.fit().written());
        keys.put("contract", waiting.contract());
        return keys;
    }

    /** The stage that would be entered. */
    private static String target(Waiting waiting) {
        Target target = waiting.target();
        if (target == null) {
            return "back";
        }
        return switch (target) {
            case MQL -> Stage.MQL.written();
            case PQL -> Stage.PQL.written();
        };
    }

    /** One way that would be enough. */
    public static Map<String, @Nullable Object> way(Enough.Way way) {
        Map<String, @Nullable Object> keys = new LinkedHashMap<>();
        keys.put("known", way.known());
        keys.put("signal", way.signal().isEmpty() ? null : way.signal());
        keys.put("events", way.events());
        keys.put("on_different_days", way.onDifferentDays());
        return keys;
    }

    /** All that is known of the lead, by path. */
    public static Map<String, @Nullable Object> profile(Map<String, Object> known) {
        Map<String, @Nullable Object> profile = new TreeMap<>();
        known.forEach((path, value) -> profile.put(path, written(value)));
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

    public static @Nullable String email(Judgement judgement) {
        return email(judgement.profile());
    }

    /** The same by what is known of the lead. */
    public static @Nullable String email(Map<String, Object> profile) {
        return text(profile, "lead.email");
    }

    /** The company's name, else its domain. */
    public static @Nullable String company(Judgement judgement) {
        return company(judgement.profile());
    }

    /** The same by what is known of the lead. */
    public static @Nullable String company(Map<String, Object> profile) {
        String name = text(profile, "company.name");
        return name == null ? text(profile, "company.domain") : name;
    }

    private static @Nullable String text(Map<String, Object> profile, String path) {
        Object value = profile.get(path);
        return value == null ? null : value.toString();
    }
}
