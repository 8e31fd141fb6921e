package io.cupel.cli;

import io.cupel.core.contract.Contract;
import io.cupel.core.contract.Points;
import io.cupel.core.evidence.CodePointOrder;
import io.cupel.core.evidence.Evidence;
import io.cupel.core.lifecycle.Enough;
import io.cupel.core.lifecycle.Judge;
import io.cupel.core.lifecycle.Judgement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Judges everybody once: keeps those that are listed, counts all, and remembers the others while they are few. */
final class Verdicts {
    /** So many leads that are not qualified are explained one by one. */
    private static final int EXPLAINED_MAX = 25;

    /** So many leads are judged side by side, and what is known of them is in memory at one time. */
    private static final int TOGETHER = 4_096;

    private final Reading reading;
    private final Judge judge;
    private final Shell shell;
    private final SummaryLines summary;
    private final List<Judged> others = new ArrayList<>();

    private record Judged(Evidence evidence, Judgement judgement) {}

    /** What is shown of a lead, and what it is sorted by. */
    private record Listed<T>(Points points, String lead, T shown) {
        static final Comparator<Listed<?>> ORDER = Comparator.<Listed<?>, Points>comparing(Listed::points)
                .reversed()
                .thenComparing(Listed::lead, CodePointOrder.INSTANCE);
    }

    Verdicts(Reading reading, Judge judge, Shell shell) {
        this.reading = reading;
        this.judge = judge;
        this.shell = shell;
        this.summary = new SummaryLines(reading.contract());
    }

    Contract contract() {
        return reading.contract();
    }

    long asOf() {
        return reading.asOf();
    }

    /** Ids of records that are no more. */
    Set<String> goneIds() {
        return reading.population().goneIds();
    }

    SummaryLines summary() {
        return summary;
    }

    /**
     * Those that the predicate wants, in the order of lists, each as the function shows it. It is asked once about
     * everybody, by several threads.
     */
    <T> List<T> listed(Predicate<Judgement> wanted, BiFunction<Evidence, Judgement, T> show) {
        List<Listed<T>> listed = new ArrayList<>();
        int leads = reading.population().size();
        try (Progress progress = Progress.leads(shell, "Judging")) {
            for (int from = 0; from < leads; from += TOGETHER) {
                IntStream.range(from, Math.min(leads, from + TOGETHER))
                        .parallel()
                        .mapToObj(place -> judged(reading.population().evidence(place), wanted, show))
                        .filter(Objects::nonNull)
                        .toList()
                        .forEach(listed::add);
                progress.at(Math.min(leads, from + TOGETHER), leads);
            }
        }
        listed.sort(Listed.ORDER);
        return listed.stream().map(Listed::shown).toList();
    }

    private <T> @Nullable Listed<T> judged(
            Evidence evidence, Predicate<Judgement> wanted, BiFunction<Evidence, Judgement, T> show) {
        Judgement judgement = reading.population().judge(judge, evidence, reading.asOf());
        note(new Judged(evidence, judgement));
        return wanted.test(judgement)
                ? new Listed<>(Who.points(judgement), judgement.lead(), show.apply(evidence, judgement))
                : null;
    }

    /** In any order: the others are sorted, and shown only where all of them are remembered. */
    private synchronized void note(Judged judged) {
        summary.add(judged.evidence(), judged.judgement());
        boolean other = Who.isReachable(judged.judgement())
                && !judged.judgement().stage().isUndecided();
        if (other && others.size() <= EXPLAINED_MAX) {
            others.add(judged);
        }
    }

    /** The summary, and why the others are not qualified: one by one where they are few. */
    List<String> closing() {
        List<String> lines = new ArrayList<>(summary.lines());
        if (others.size() > EXPLAINED_MAX) {
            lines.add("--all lists everybody and what is missing; cupel explain --lead E-MAIL tells all about one.");
        } else if (!others.isEmpty()) {
            lines.add("");
            lines.addAll(whyNot());
        }
        return lines;
    }

    private List<String> whyNot() {
        Why why = new Why(contract());
        Table table = new Table(List.of(
                Table.Column.text("Not qualified"),
                Table.Column.number(contract().stages().mql() == null ? "Usage" : "Score"),
                Table.Column.text("Why not, and what would be enough")));
        others.sort(Comparator.comparing(Judged::judgement, Who.ORDER));
        for (Judged other : others) {
            List<Enough.Way> ways = reading.population().enough(judge, other.evidence(), asOf());
            String reason = why.of(other.judgement());
            table.add(List.of(
                    Who.label(other.judgement()),
                    Words.count(Who.shown(contract(), other.judgement()).shown()),
                    ways.isEmpty() ? reason : reason + " · enough: " + Ways.words(ways.get(0))));
        }
        return table.lines(shell.errWidth());
    }
}
