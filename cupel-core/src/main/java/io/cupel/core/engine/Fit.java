package io.cupel.core.engine;

import io.cupel.core.contract.Answer;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The contract's judgement of a lead's attributes.
 *
 * @param points of the criteria that are true
 * @param grade the letter of the points alone; null where the contract gives none or fit failed
 * @param unknown the missing attributes that could still change the verdict, sorted; empty unless unknown
 * @param criteria each criterion's answer, in the contract's order
 */
public record Fit(
        Verdict verdict, long points, @Nullable String grade, List<String> unknown, List<CriterionAnswer> criteria) {
    public Fit {
        unknown = List.copyOf(unknown);
        criteria = List.copyOf(criteria);
    }

    /** Fits, does not fit, or cannot be told yet. */
    public enum Verdict {
        PASS,
        FAIL,
        UNKNOWN;

        /** As files write it. */
        public String written() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** One criterion and what it answered. */
    public record CriterionAnswer(String name, long points, boolean required, Answer answer) {}
}
