package io.cupel.cli;

import io.cupel.core.contract.Contract;
import io.cupel.core.engine.Fit;
import io.cupel.core.lifecycle.Judgement;
import io.cupel.files.answers.JudgementJson;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Leads as a table for people. */
final class QueueTable {
    private final Contract contract;
    private final Why why;

    QueueTable(Contract contract) {
        this.contract = contract;
        this.why = new Why(contract);
    }

    /** Qualified leads with their reasons; with others among them, what stands in the way of those. */
    List<String> lines(List<Judgement> judgements, int width) {
        boolean mixed = judgements.stream().anyMatch(each -> !each.stage().isUndecided());
        Table table = new Table(List.of(
                Table.Column.text("Lead"),
                Table.Column.movable("Company"),
                Table.Column.text("Stage"),
                Table.Column.number(contract.stages().mql() == null ? "Usage" : "Score"),
                Table.Column.text("Grade"),
                Table.Column.text("Since"),
                Table.Column.text(mixed ? "Why, or what is missing" : "Why")));
        for (Judgement judgement : judgements) {
            Long since = judgement.since();
            table.add(List.of(
                    Who.label(judgement),
                    orEmpty(JudgementJson.company(judgement)),
                    judgement.stage().written(),
                    Words.count(Who.shown(contract, judgement).shown()),
                    orEmpty(judgement.fit().grade()),
                    since == null ? "" : Words.minute(since, contract.zone()),
                    judgement.stage().isUndecided() ? Reasons.of(judgement) : why.of(judgement)));
        }
        return table.lines(width);
    }

    /** Leads of which no event is known: how they fit, best first. */
    List<String> fitLines(List<Judgement> judgements, int width) {
        Table table = new Table(List.of(
                Table.Column.text("Lead"),
                Table.Column.movable("Company"),
                Table.Column.text("Fit"),
                Table.Column.number("Points"),
                Table.Column.text("Grade"),
                Table.Column.text("What is missing, or why not")));
        Comparator<Judgement> bestFirst = Comparator.comparing(Decided::isSettled)
                .thenComparing(each -> each.excluded() != null)
                .thenComparing(each -> order(each.fit().verdict()))
                .thenComparing(each -> -each.fit().points());
        judgements.stream().sorted(bestFirst.thenComparing(Who.ORDER)).forEach(judgement -> {
            Fit fit = judgement.fit();
            table.add(List.of(
                    Who.label(judgement),
                    orEmpty(JudgementJson.company(judgement)),
                    verdict(fit.verdict()),
                    Words.count(fit.points()),
                    orEmpty(fit.grade()),
                    why.ofFit(judgement)));
        });
        return table.lines(width);
    }

    private static int order(Fit.Verdict verdict) {
        return switch (verdict) {
            case PASS -> 0;
            case UNKNOWN -> 1;
            case FAIL -> 2;
        };
    }

    static String verdict(Fit.Verdict verdict) {
        return switch (verdict) {
            case PASS -> "fits";
            case UNKNOWN -> "unknown";
            case FAIL -> "does not fit";
        };
    }

    /** "b2b-workshop@3f0c9a1b22de · draft, not signed · as of 2026-03-06 11:40 America/New_York". */
    String footer(long asOf) {
        return contract.id() + " · draft, not signed · as of " + Words.minute(asOf, contract.zone()) + " "
                + Words.zone(contract.zone());
    }

    private static String orEmpty(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
