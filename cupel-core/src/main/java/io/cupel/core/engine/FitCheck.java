package io.cupel.core.engine;

import io.cupel.core.contract.Answer;
import io.cupel.core.contract.Condition;
import io.cupel.core.contract.Contract;
import io.cupel.core.contract.Criterion;
import io.cupel.core.contract.Exclusion;
import io.cupel.core.contract.FitRule;
import io.cupel.core.engine.Fit.CriterionAnswer;
import io.cupel.core.engine.Fit.Verdict;
import io.cupel.core.evidence.Facts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Judges attributes: fit and exclusions. Immutable but for remembered answers; safe for any number of threads. */
public final class FitCheck {
    /** With more unknown criteria than that, all of them are named as decisive: trying 2^n answers ends somewhere. */
    private static final int TRIED_MAX = 12;

    /** When so many are known, all are forgotten, as by {@link Remembered}. */
    private static final int FITS_MAX = 1 << 12;

    private static final Fit EVERYBODY = new Fit(Verdict.PASS, 0, null, List.of(), List.of());

    private final @Nullable FitRule rule;
    private final List<Exclusion> exclusions;
    private final List<Remembered<Answer>> criteria = new ArrayList<>();
    private final Map<List<Answer>, Fit> fits = new ConcurrentHashMap<>();
    private final List<Remembered<Answer>> vetoes = new ArrayList<>();

    public FitCheck(Contract contract) {
        this.rule = contract.fit();
        this.exclusions = contract.exclusions();
        if (rule != null) {
            rule.criteria().forEach(criterion -> criteria.add(remembered(criterion.when())));
        }
        exclusions.forEach(exclusion -> vetoes.add(remembered(exclusion.when())));
    }

    private static Remembered<Answer> remembered(Condition condition) {
        return new Remembered<>(Cells.of(List.of(condition)), condition::ask);
    }

    /** The first exclusion that holds; null for none. One that is unknown does not exclude. */
    public @Nullable String excluded(Facts profile) {
        for (int i = 0; i < vetoes.size(); i++) {
            if (vetoes.get(i).of(profile).isTrue()) {
                return exclusions.get(i).name();
            }
        }
        return null;
    }

    /** The exclusions that could hold, were more known. */
    public List<String> unknownExclusions(Facts profile) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < vetoes.size(); i++) {
            if (vetoes.get(i).of(profile).isUnknown()) {
                names.add(exclusions.get(i).name());
            }
        }
        return names;
    }

    /**
     * The fit of a profile: with met, best and worst the points of the true criteria and the most and the least that
     * the unknown ones could make of them (docs/scoring.md, "Fit").
     */
    public Fit fit(Facts profile) {
        if (rule == null) {
            return EVERYBODY;
        }
        Answer[] answers = new Answer[criteria.size()];
        for (int i = 0; i < answers.length; i++) {
            answers[i] = criteria.get(i).of(profile);
        }
        return remembered(rule, List.of(answers));
    }

    /** Leads with the same answers share one fit. */
    private Fit remembered(FitRule rule, List<Answer> answers) {
        Fit known = fits.get(answers);
        if (known != null) {
            return known;
        }
        List<CriterionAnswer> named = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            Criterion criterion = rule.criteria().get(i);
            named.add(new CriterionAnswer(criterion.name(), criterion.points(), criterion.required(), answers.get(i)));
        }
        Fit fit = of(rule, named);
        if (fits.size() >= FITS_MAX) {
            fits.clear();
        }
        fits.put(answers, fit);
        return fit;
    }

    /** The fit if these attributes were known, and as the unknown criteria that miss nothing else want them to be. */
    public Fit assuming(Fit fit, Set<String> known) {
        if (rule == null) {
            return fit;
        }
        return of(
                rule,
                fit.criteria().stream()
                        .map(each -> each.answer().isUnknown()
                                        && known.containsAll(each.answer().missing())
                                ? new CriterionAnswer(each.name(), each.points(), each.required(), Answer.YES)
                                : each)
                        .toList());
    }

    private static Fit of(FitRule rule, List<CriterionAnswer> answers) {
        long met = 0;
        long best = 0;
        long worst = 0;
        boolean failed = false;
        boolean open = false;
        for (CriterionAnswer each : answers) {
            switch (each.answer().truth()) {
                case TRUE -> met += each.points();
                case FALSE -> failed |= each.required();
                case UNKNOWN -> {
                    open |= each.required();
                    best += Math.max(0, each.points());
                    worst += Math.min(0, each.points());
                }
            }
        }
        Verdict verdict = failed || met + best < rule.pass()
                ? Verdict.FAIL
                : open || met + worst < rule.pass() ? Verdict.UNKNOWN : Verdict.PASS;
        String grade = verdict == Verdict.FAIL ? null : rule.grade(met).orElse(null);
        List<String> unknown = verdict == Verdict.UNKNOWN ? decisive(rule.pass() - met, answers) : List.of();
        return new Fit(verdict, met, grade, unknown, answers);
    }

    /**
     * The attributes that unknown criteria miss whose answer could still change the verdict, whatever the others turn
     * out to be.
     */
    private static List<String> decisive(long needed, List<CriterionAnswer> answers) {
        List<CriterionAnswer> open =
                answers.stream().filter(each -> each.answer().isUnknown()).toList();
        Set<String> missing = new TreeSet<>();
        for (int i = 0; i < open.size(); i++) {
            if (open.get(i).required() || open.size() > TRIED_MAX || canTip(i, open, needed)) {
                missing.addAll(open.get(i).answer().missing());
            }
        }
        return List.copyOf(missing);
    }

    /**
     * Whether for some answers to the other unknown criteria this one decides if the points needed are reached.
     * Required others are taken to be true, for else nothing is left to decide.
     */
    private static boolean canTip(int one, List<CriterionAnswer> open, long needed) {
        Set<Long> sums = new HashSet<>(Set.of(0L));
        for (int i = 0; i < open.size(); i++) {
            if (i != one) {
                CriterionAnswer other = open.get(i);
                Set<Long> with = other.required() ? new HashSet<>() : new HashSet<>(sums);
                sums.forEach(sum -> with.add(sum + other.points()));
                sums = with;
            }
        }
        long points = open.get(one).points();
        return sums.stream().anyMatch(sum -> (sum >= needed) != (sum + points >= needed));
    }
}
