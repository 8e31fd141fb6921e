package io.cupel.cli;

import io.cupel.core.contract.Contract;
import io.cupel.core.contract.Points;
import io.cupel.core.evidence.CodePointOrder;
import io.cupel.core.evidence.Evidence;
import io.cupel.core.lifecycle.Judgement;
import io.cupel.core.lifecycle.Stage;
import io.cupel.files.answers.JudgementJson;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** Whom a judgement is about, and the place in a list. */
final class Who {
    /** Most points first (for a PQL those of its usage); equal ones by id, in code-point order. */
    static final Comparator<Judgement> ORDER =
            Comparator.comparing(Who::points).reversed().thenComparing(Judgement::lead, CodePointOrder.INSTANCE);

    private Who() {}

    static Points points(Judgement judgement) {
        return judgement.stage() == Stage.PQL
                ? judgement.score().usageScore()
                : judgement.score().score();
    }

    /** The points that people look at: of usage too where the contract knows no MQL. */
    static Points shown(Contract contract, Judgement judgement) {
        return contract.stages().mql() == null ? judgement.score().usageScore() : points(judgement);
    }

    /** What a person knows the lead by: e-mail, else phone, else id. */
    static String label(Judgement judgement) {
        String email = JudgementJson.email(judgement);
        if (email != null) {
            return email;
        }
        String phone = text(judgement, "lead.phone");
        return phone == null ? judgement.lead() : phone;
    }

    static @Nullable String text(Judgement judgement, String path) {
        Object value = judgement.profile().get(path);
        return value == null ? null : value.toString();
    }

    /** Whether there is a way to reach the lead. */
    static boolean isReachable(Judgement judgement) {
        return judgement.stage() != Stage.VISITOR;
    }

    /** Whether anything was known of the lead by an instant. */
    static boolean isKnownBy(long instant, Evidence evidence) {
        return evidence.events().stream().anyMatch(event -> event.at() <= instant)
                || evidence.own().told().stream().anyMatch(told -> told.at() <= instant)
                || evidence.acts().stream().anyMatch(act -> act.at() <= instant);
    }
}
