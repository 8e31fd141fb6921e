package io.cupel.cli;

import io.cupel.core.contract.Kind;
import io.cupel.core.engine.Reason;
import io.cupel.core.lifecycle.Judgement;
import io.cupel.core.lifecycle.Stage;
import io.cupel.core.lifecycle.Transition;
import java.util.stream.Collectors;

/** Why a lead has its points, in the contract's own words: "Reply to a sequence 25, Pricing page 20". */
final class Reasons {
    private Reasons() {}

    static String of(Judgement judgement) {
        boolean usage = judgement.stage() == Stage.PQL;
        String words = judgement.reasons().stream()
                .filter(reason -> (reason.kind() == Kind.USAGE) == usage)
                .map(reason -> said(reason, judgement))
                .collect(Collectors.joining(", "));
        if (!judgement.alsoHolds()) {
            return words;
        }
        return words + (words.isEmpty() ? "" : " · ") + (usage ? "would be MQL too" : "would be PQL too");
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
