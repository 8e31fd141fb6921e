package io.cupel.cli;

import io.cupel.core.contract.Contract;
import io.cupel.core.engine.Fit;
import io.cupel.core.engine.Reason;
import io.cupel.core.lifecycle.Judgement;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One lead as one line of JSON. The keys and their order are a promise: docs/guide.md lists them. */
final class JsonLine {
    private JsonLine() {}

    static String of(Contract contract, Judgement judgement) {
        return Json.of(keys(contract, judgement));
    }

    static Map<String, @Nullable Object> keys(Contract contract, Judgement judgement) {
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        line.put("lead", judgement.lead());
        line.put("email", Who.email(judgement));
        line.put("company", Who.company(judgement));
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
        line.put("reasons", judgement.reasons().stream().map(JsonLine::reason).toList());
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
}
