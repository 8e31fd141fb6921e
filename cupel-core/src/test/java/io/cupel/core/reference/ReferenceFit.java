package io.cupel.core.reference;

import io.cupel.core.contract.Answer;
import io.cupel.core.contract.Criterion;
import io.cupel.core.contract.FitRule;
import io.cupel.core.contract.Truth;
import io.cupel.core.engine.Fit;
import io.cupel.core.engine.Fit.CriterionAnswer;
import io.cupel.core.engine.Fit.Verdict;
import io.cupel.core.evidence.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Fit in numbers, and which missing attributes could still change it, found by trying every answer. */
final class ReferenceFit {
    private ReferenceFit() {}

    static Fit judge(@Nullable FitRule rule, Facts facts) {
        if (rule == null) {
            return new Fit(Verdict.PASS, 0, null, List.of(), List.of());
        }
        List<CriterionAnswer> answers = new ArrayList<>();
        for (Criterion criterion : rule.criteria()) {
            Answer answer = criterion.when().ask(facts);
            answers.add(new CriterionAnswer(criterion.name(), criterion.points(), criterion.required(), answer));
        }
        List<Truth> truths =
                answers.stream().map(answer -> answer.answer().truth()).toList();
        Verdict verdict = verdict(rule, truths);
        long met = sum(rule, truths, List.of(Truth.TRUE), 0);
        String grade = verdict == Verdict.FAIL ? null : grade(rule, met);
        List<String> unknown = verdict == Verdict.UNKNOWN ? decisive(rule, answers, truths) : List.of();
        return new Fit(verdict, met, grade, unknown, answers);
    }

    private static Verdict verdict(FitRule rule, List<Truth> truths) {
        long met = sum(rule, truths, List.of(Truth.TRUE), 0);
        long best = met + sum(rule, truths, List.of(Truth.UNKNOWN), 1);
        long worst = met + sum(rule, truths, List.of(Truth.UNKNOWN), -1);
        boolean requiredFalse = false;
        boolean requiredUnknown = false;
        for (int i = 0; i < truths.size(); i++) {
            requiredFalse |= rule.criteria().get(i).required() && truths.get(i) == Truth.FALSE;
            requiredUnknown |= rule.criteria().get(i).required() && truths.get(i) == Truth.UNKNOWN;
        }
        if (requiredFalse || best < rule.pass()) {
            return Verdict.FAIL;
        }
        return requiredUnknown || worst < rule.pass() ? Verdict.UNKNOWN : Verdict.PASS;
    }

    /** The points of criteria with one of these answers: all (sign 0), the positive (1) or the negative (-1) ones. */
    private static long sum(FitRule rule, List<Truth> truths, List<Truth> wanted, int sign) {
        long sum = 0;
        for (int i = 0; i < truths.size(); i++) {
            long points = rule.criteria().get(i).points();
            if (wanted.contains(truths.get(i)) && (sign == 0 || Long.signum(points) == sign)) {
                sum += points;
            }
        }
        return sum;
    }

    private static @Nullable String grade(FitRule rule, long points) {
        String best = null;
        for (Map.Entry<String, Long> grade : rule.grades().entrySet()) {
            boolean reached = points >= grade.getValue();
            if (reached && (best == null || grade.getValue() > rule.grades().get(best))) {
                best = grade.getKey();
            }
        }
        return best;
    }

    private static List<String> decisive(FitRule rule, List<CriterionAnswer> answers, List<Truth> truths) {
        TreeSet<String> missing = new TreeSet<>();
        for (int i = 0; i < truths.size(); i++) {
            if (truths.get(i) == Truth.UNKNOWN && canDecide(rule, truths, i, 0)) {
                missing.addAll(answers.get(i).answer().missing());
            }
        }
        return List.copyOf(missing);
    }

    /** Whether for some answers to the other unknown criteria, from {@code next} on, this one makes the difference. */
    private static boolean canDecide(FitRule rule, List<Truth> truths, int one, int next) {
        if (next == truths.size()) {
            return verdict(rule, with(truths, one, Truth.TRUE)) != verdict(rule, with(truths, one, Truth.FALSE));
        }
        if (next == one || truths.get(next) != Truth.UNKNOWN) {
            return canDecide(rule, truths, one, next + 1);
        }
        return canDecide(rule, with(truths, next, Truth.TRUE), one, next + 1)
                || canDecide(rule, with(truths, next, Truth.FALSE), one, next + 1);
    }

    private static List<Truth> with(List<Truth> truths, int index, Truth truth) {
        List<Truth> changed = new ArrayList<>(truths);
        changed.set(index, truth);
        return changed;
    }
}
