package io.cupel.cli;

import io.cupel.core.contract.Kind;
import io.cupel.core.engine.Reason;
import io.cupel.core.lifecycle.Judgement;
import io.cupel.core.lifecycle.Stage;
import io.cupel.core.lifecycle.Transition;
import java.util.ArrayList;
import java.util.List;

/** Why a lead has its points, in the contract's own words: "Reply to a sequence 25, Pricing page 20". */
final class Reasons {
    private Reasons() {}

    static String of(Judgement judgement) {
        List<String> parts = parts(judgement);
        String words = String.join(", ", parts.subList(0, parts.size() - (judgement.alsoHolds() ? 1 : 0)));
        if (!judgement.alsoHolds()) {
            return words;
        }
        return words + (words.isEmpty() ? "" : " · ") + parts.get(parts.size() - 1);
    }

    /** One for each signal, and last, where it holds, that the lead would be of the other stage too. */
    static List<String> parts(Judgement judgement) {
        boolean usage = judgement.stage() == Stage.PQL;
        List<String> parts = new ArrayList<>();
        judgement.reasons().stream()
                .filter(reason -> (reason.kind() == Kind.USAGE) == usage)
                .map(reason -> said(reason, judgement))
                .forEach(parts::add);
        if (judgement.alsoHolds()) {
            parts.add(usage ? "would be MQL too" : "would be PQL too");
        }
        return parts;
    }

    private static String said(Reason reason, Judgement judgement) {
        String words = reason.signal() + " " + Words.points(reason.points());
        return reason.signal().equals(raised(judgement)) ? words + " (raised hand)" : words;
    }

    /** The signal of the raised hand that opened the present cycle; empty for none. */
    private static String raised(Judgement judgement) {
        if (!judgement.stage().isUndecided()) {
            return "";
        }
        return judgement.transitions().stream()
                .filter(step -> step.cycle() == judgement.cycle() && step.why() == Transition.Why.HAND_RAISED)
                .map(Transition::detail)
                .findFirst()
                .orElse("");
    }
}
