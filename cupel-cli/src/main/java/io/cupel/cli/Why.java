package io.cupel.cli;

import io.cupel.core.contract.Contract;
import io.cupel.core.contract.Entry;
import io.cupel.core.contract.FitRule;
import io.cupel.core.contract.Points;
import io.cupel.core.contract.Requires;
import io.cupel.core.contract.Truth;
import io.cupel.core.engine.Fit;
import io.cupel.core.engine.Fit.CriterionAnswer;
import io.cupel.core.engine.Fit.Verdict;
import io.cupel.core.lifecycle.Judgement;
import io.cupel.core.lifecycle.Obstacle;
import io.cupel.core.lifecycle.Stage;
import io.cupel.core.lifecycle.Transition;
import io.cupel.files.answers.JudgementJson;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Why a lead is not qualified, in one line. */
final class Why {
    private final Contract contract;

    Why(Contract contract) {
        this.contract = contract;
    }

    /** What stands in the way; said of a lead that is not in stage MQL or PQL. */
    String of(Judgement judgement) {
        if (Decided.isSettled(judgement)) {
            return Decided.words(judgement, contract.zone());
        }
        String excluded = judgement.excluded();
        if (excluded != null) {
            return "excluded: " + excluded;
        }
        List<String> held = judgement.held();
        if (held != null) {
            return "held: " + missing(judgement, held);
        }
        if (judgement.fit().verdict() == Verdict.FAIL) {
            return "does not fit: " + misfit(judgement);
        }
        Transition last = last(judgement);
        if (last != null && last.why() == Transition.Why.EXPIRED) {
            return expired(judgement, last);
        }
        return Decided.isSentBack(judgement)
                ? Decided.words(judgement, contract.zone()) + "; " + progress(judgement)
                : progress(judgement);
    }

    /** The fit alone, for leads without any events. */
    String ofFit(Judgement judgement) {
        if (Decided.isSettled(judgement)) {
            return Decided.words(judgement, contract.zone());
        }
        String fit = ofFitItself(judgement);
        if (!Decided.isSentBack(judgement)) {
            return fit;
        }
        String decided = Decided.words(judgement, contract.zone());
        return fit.isEmpty() ? decided : decided + "; " + fit;
    }

    private String ofFitItself(Judgement judgement) {
        String excluded = judgement.excluded();
        if (excluded != null) {
            return "excluded: " + excluded;
        }
        return switch (judgement.fit().verdict()) {
            case FAIL -> misfit(judgement);
            case UNKNOWN -> missing(judgement, judgement.fit().unknown());
            case PASS -> unmet(judgement);
        };
    }

    private static String unmet(Judgement judgement) {
        List<String> parts = new ArrayList<>();
        for (Truth truth : List.of(Truth.UNKNOWN, Truth.FALSE)) {
            String names = judgement.fit().criteria().stream()
                    .filter(answer -> answer.points() > 0 && answer.answer().truth() == truth)
                    .map(CriterionAnswer::name)
                    .collect(Collectors.joining(", "));
            if (!names.isEmpty()) {
                parts.add((truth == Truth.UNKNOWN ? "not known: " : "not met: ") + names);
            }
        }
        return String.join("; ", parts);
    }

    /** "title missing", and what is known too coarsely to decide: "employees 11 to 50: may or may not fit". */
    static String missing(Judgement judgement, Collection<String> paths) {
        return missing(judgement, paths, paths);
    }

    private static String missing(Judgement judgement, Collection<String> paths, Collection<String> among) {
        List<String> said = new ArrayList<>();
        List<String> absent = paths.stream()
                .filter(path -> !judgement.profile().containsKey(path))
                .toList();
        if (!absent.isEmpty()) {
            List<String> names =
                    absent.stream().map(path -> Words.attribute(path, among)).toList();
            said.add(Words.list(names, "and") + " missing");
        }
        paths.stream()
                .filter(judgement.profile()::containsKey)
                .map(path -> valued(judgement, path, among) + ": may or may not fit")
                .forEach(said::add);
        return String.join(", ", said);
    }

    private static String valued(Judgement judgement, String path, Collection<String> among) {
        return Words.attribute(path, among) + " "
                + Table.plain(Words.value(judgement.profile().getOrDefault(path, "")));
    }

    private static @Nullable Transition last(Judgement judgement) {
        List<Transition> steps = judgement.transitions();
        return steps.isEmpty() ? null : steps.get(steps.size() - 1);
    }

    private String expired(Judgement judgement, Transition expiry) {
        Entry entry = expiry.from() == Stage.PQL
                ? contract.stages().pql()
                : contract.stages().mql();
        String after = entry == null || entry.expires() == null
                ? ""
                : " after " + Words.span(entry.expires().seconds());
        String said = expiry.from().written().toUpperCase(Locale.ROOT) + " expired" + after + " on "
                + Words.day(expiry.at(), contract.zone());
        if (entry == null || entry.reArm() == null) {
            return said;
        }
        long again = expiry.at() + entry.reArm().seconds() * 1_000;
        return again > judgement.asOf() ? said + ", again from " + Words.day(again, contract.zone()) : said;
    }

    private String progress(Judgement judgement) {
        if (judgement.stage() == Stage.VISITOR) {
            return "no e-mail, phone or CRM record known";
        }
        String said = distance(judgement);
        return judgement.fit().verdict() == Verdict.UNKNOWN
                ? said + "; " + missing(judgement, judgement.fit().unknown())
                : said;
    }

    /** "below 60", or what the threshold needs beside points, as far as that is not met. */
    private String distance(Judgement judgement) {
        Entry entry = first();
        if (entry == null) {
            return "the contract opens no stage";
        }
        Set<Obstacle> obstacles = judgement.obstacles();
        boolean waits = obstacles.contains(Obstacle.RE_ARM);
        if (obstacles.contains(Obstacle.REVIEW)) {
            return "waits in the review tray";
        }
        if (obstacles.contains(Obstacle.POINTS)) {
            String below = contract.stages().mql() == null ? "usage below " : "below ";
            return below + Words.count(entry.threshold()) + (waits ? ", again from " + again(judgement) : "");
        }
        if (obstacles.contains(Obstacle.REQUIREMENTS)) {
            return required(entry.requires()) + (waits ? ", again from " + again(judgement) : "");
        }
        return waits ? "may qualify again from " + again(judgement) : "needs an event since";
    }

    /** The stage that the contract opens first. */
    private @Nullable Entry first() {
        Entry mql = contract.stages().mql();
        return mql == null ? contract.stages().pql() : mql;
    }

    /** The day on which the re-arm is over: it counts from entering nurture or lost, or from a disqualification. */
    private String again(Judgement judgement) {
        Entry entry = first();
        long wait = entry == null || entry.reArm() == null ? 0 : entry.reArm().seconds() * 1_000;
        long from = judgement.transitions().stream()
                .filter(step -> step.why() != Transition.Why.EXCLUSION_ENDED
                        && step.why() != Transition.Why.ACTIVATION_RELEASED)
                .filter(step -> switch (step.to()) {
                    case NURTURE, LOST, DISQUALIFIED -> true;
                    case VISITOR, LEAD, MQL, PQL, ACCEPTED, SQL, OPPORTUNITY, CUSTOMER -> false;
                })
                .mapToLong(Transition::at)
                .max()
                .orElse(judgement.asOf());
        return Words.day(from + wait, contract.zone());
    }

    /** "needs 2 different days or 2 different signals". */
    private static String required(Requires requires) {
        List<String> needs = new ArrayList<>();
        if (requires.distinctDays() > 0) {
            needs.add(Words.count(requires.distinctDays(), "day", "different days"));
        }
        if (requires.distinctSignals() > 0) {
            needs.add(Words.count(requires.distinctSignals(), "signal", "different signals"));
        }
        return "needs " + Words.list(needs, requires.any() ? "or" : "and");
    }

    /** "score 15 (60 needed)", and the usage of a product beside it where the contract opens PQL. */
    String standing(Judgement judgement) {
        Entry mql = contract.stages().mql();
        Entry pql = contract.stages().pql();
        List<String> parts = new ArrayList<>();
        if (mql != null) {
            parts.add("score " + needed(judgement.score().score(), mql));
        }
        if (pql != null) {
            parts.add("usage " + needed(judgement.score().usageScore(), pql));
        }
        return String.join(" · ", parts);
    }

    private static String needed(Points points, Entry entry) {
        return Words.count(points.shown()) + " (" + Words.count(entry.threshold()) + " needed)";
    }

    /** The criteria that decided against the lead, with what was seen: "50 to 500 people (employees 2)". */
    private String misfit(Judgement judgement) {
        List<CriterionAnswer> answers = judgement.fit().criteria();
        List<String> decisive = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            CriterionAnswer answer = answers.get(i);
            if (answer.answer().truth() == Truth.FALSE && (answer.required() || answer.points() > 0)) {
                String said = answer.name() + seen(judgement, i);
                (answer.required() ? decisive : others).add(said);
            }
        }
        return decisive.isEmpty()
                ? points(judgement.fit()) + "; not met: " + String.join(", ", others)
                : String.join(", ", decisive);
    }

    private String points(Fit fit) {
        FitRule rule = contract.fit();
        return rule == null ? "" : fit.points() + " of " + rule.pass() + " points";
    }

    private String seen(Judgement judgement, int criterion) {
        String seen = seenBy(contract, judgement, criterion);
        return seen.isEmpty() ? "" : " (" + seen + ")";
    }

    /** What a criterion looked at: "title CEO, employees missing". */
    static String lookedAt(Contract contract, Judgement judgement, int criterion) {
        List<String> open = judgement.fit().criteria().get(criterion).answer().missing();
        List<String> read = JudgementJson.readBy(contract, criterion);
        String known = read.stream()
                .filter(path -> judgement.profile().containsKey(path) && !open.contains(path))
                .map(path -> valued(judgement, path, read))
                .collect(Collectors.joining(", "));
        return Stream.of(known, missing(judgement, open, read))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    /** What a criterion looked at and found: "title CEO, employees 300". */
    private static String seenBy(Contract contract, Judgement judgement, int criterion) {
        List<String> read = JudgementJson.readBy(contract, criterion);
        return read.stream()
                .filter(path -> judgement.profile().containsKey(path))
                .map(path -> valued(judgement, path, read))
                .collect(Collectors.joining(", "));
    }
}
