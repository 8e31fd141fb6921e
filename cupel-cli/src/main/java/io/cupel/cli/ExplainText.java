package io.cupel.cli;

import io.cupel.core.contract.Contract;
import io.cupel.core.contract.FitRule;
import io.cupel.core.engine.Fit;
import io.cupel.core.engine.Fit.CriterionAnswer;
import io.cupel.core.engine.Fit.Verdict;
import io.cupel.core.lifecycle.Judgement;
import io.cupel.core.lifecycle.Stage;
import io.cupel.files.answers.JudgementJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All that can be said of one lead, for the person who is about to call. */
final class ExplainText {
    private final Dossier dossier;
    private final Contract contract;
    private final Judgement judgement;
    private final Why why;
    private final int width;
    private final List<String> lines = new ArrayList<>();

    ExplainText(Dossier dossier, int width) {
        this.dossier = dossier;
        this.contract = dossier.contract();
        this.judgement = dossier.judgement();
        this.why = new Why(contract);
        this.width = width;
    }

    List<String> lines() {
        header();
        fit();
        lines.add("");
        lines.addAll(new PointLines(dossier, width).lines());
        history();
        enough();
        lines.add("");
        say(new QueueTable(contract).footer(judgement.asOf()));
        return lines;
    }

    private void header() {
        String title = Objects.requireNonNullElse(Who.text(judgement, "lead.title"), "");
        String company = Objects.requireNonNullElse(JudgementJson.company(judgement), "");
        say(Stream.of(Who.label(judgement), title, company)
                .filter(part -> !part.isEmpty())
                .map(Table::plain)
                .collect(Collectors.joining(" · ")));
        say(standing());
        lines.add("");
        if (judgement.stage().isUndecided()) {
            String reasons = Reasons.of(judgement);
            say("Why: " + (reasons.isEmpty() ? "its points have faded since" : reasons));
            if (fitIsWorseThanAtOpening()) {
                say("Look: the fit is " + judgement.fit().verdict().written()
                        + " now; the open cycle stays with sales.");
            }
            if (dossier.isOpenedBySuspect()) {
                say("Look: a suspect event opened this cycle; the open cycle stays with sales.");
            }
        } else if (Decided.isSettled(judgement)) {
            say("Not in the list: " + why.of(judgement));
        } else {
            say("Why not qualified: " + why.of(judgement));
        }
        String excluded = judgement.excluded();
        if (excluded != null && judgement.stage() != Stage.DISQUALIFIED) {
            say("Look: the exclusion " + excluded + " holds.");
        }
        if (!judgement.unknownExclusions().isEmpty()) {
            say("Not known, and so not excluded: " + String.join(", ", judgement.unknownExclusions()));
        }
    }

    private boolean fitIsWorseThanAtOpening() {
        Verdict now = judgement.fit().verdict();
        boolean couldNotOpen = now == Verdict.FAIL || (now == Verdict.UNKNOWN && judgement.stage() == Stage.MQL);
        return couldNotOpen
                && judgement.transitions().stream()
                        .noneMatch(step -> step.to() == judgement.stage()
                                && step.cycle() == judgement.cycle()
                                && step.fit() == now);
    }

    private boolean fitIsUnknown() {
        return judgement.fit().verdict() == Verdict.UNKNOWN;
    }

    /** "MQL since 2026-03-06 11:40, cycle 1 · score 70 (60 needed) · grade A". */
    private String standing() {
        Long since = judgement.since();
        String stage = judgement.stage().isUndecided()
                ? judgement.stage().written().toUpperCase(Locale.ROOT)
                : judgement.stage().written();
        String entered = since == null ? "" : " since " + Words.minute(since, contract.zone());
        String cycle = judgement.cycle() == 0 ? "" : ", cycle " + judgement.cycle();
        String hand = judgement.raisedHand() ? ", raised hand" : "";
        String grade = judgement.fit().grade();
        return stage + entered + cycle + hand + " · " + why.standing(judgement)
                + (grade == null ? "" : " · grade " + grade);
    }

    private void fit() {
        FitRule rule = contract.fit();
        lines.add("");
        if (rule == null) {
            say("Fit: the contract asks for none, so everybody fits.");
            return;
        }
        Fit fit = judgement.fit();
        say("Fit: " + QueueTable.verdict(fit.verdict()) + ", " + fit.points() + " points (" + rule.pass() + " needed)"
                + (fitIsUnknown() ? "; " + Why.missing(judgement, fit.unknown()) : ""));
        Table table = new Table(List.of(
                Table.Column.text(""),
                Table.Column.text(""),
                Table.Column.number(""),
                Table.Column.text(""),
                Table.Column.text("")));
        for (int i = 0; i < fit.criteria().size(); i++) {
            CriterionAnswer answer = fit.criteria().get(i);
            table.add(List.of(
                    answered(answer),
                    answer.name(),
                    points(answer),
                    answer.required() ? "required" : "",
                    Why.lookedAt(contract, judgement, i)));
        }
        addTable(table);
    }

    private static String answered(CriterionAnswer answer) {
        return switch (answer.answer().truth()) {
            case TRUE -> "met";
            case FALSE -> "not met";
            case UNKNOWN -> "unknown";
        };
    }

    private static String points(CriterionAnswer answer) {
        return switch (answer.answer().truth()) {
            case TRUE -> Long.toString(answer.points());
            case FALSE, UNKNOWN -> "0 of " + answer.points();
        };
    }

    private void history() {
        History history = new History(dossier);
        lines.add("");
        say("History (times in " + Words.zone(contract.zone()) + ")");
        if (history.isEmpty()) {
            say("  nothing changed since the first word of it");
        } else {
            addTable(history.steps());
        }
        newest("Touches by sales, newest first", history.touches(), history.olderTouches());
        newest("Suspect events, which count for nothing, newest first", history.suspects(), history.olderSuspects());
    }

    private void newest(String title, @Nullable Table table, int older) {
        if (table != null) {
            lines.add("");
            say(title);
            addTable(table);
            if (older > 0) {
                lines.add("  " + Words.count(older) + " older");
            }
        }
    }

    private void enough() {
        if (judgement.stage().isUndecided() || judgement.excluded() != null || Decided.isSettled(judgement)) {
            return;
        }
        lines.add("");
        if (dossier.enough().isEmpty()) {
            say("Nothing small would be enough to qualify.");
            return;
        }
        say("Any one of these would be enough");
        dossier.enough().stream().map(Ways::words).forEach(way -> lines.add("  " + way));
    }

    private void addTable(Table table) {
        List<String> made = table.lines(width - 2);
        made.subList(1, made.size()).forEach(line -> lines.add("  " + line));
    }

    private void say(String sentence) {
        lines.addAll(Table.wrap(sentence, width));
    }
}
