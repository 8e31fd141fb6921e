package io.cupel.bench;

import io.cupel.core.lifecycle.Judgement;
import io.cupel.core.lifecycle.Stage;
import java.util.Arrays;
import java.util.stream.IntStream;

/** What came out for every lead. */
final class Findings {
    /** At the end of the year, in points. */
    final double[] scores;
    /** The second of the event with which a lead became MQL; -1 for never. */
    final int[] crossings;

    Findings(double[] scores, int[] crossings) {
        this.scores = scores;
        this.crossings = crossings;
    }

    /** The engine's. */
    static Findings of(Live live, int leads) {
        Findings findings = new Findings(new double[leads], new int[leads]);
        for (int lead = 0; lead < leads; lead++) {
            Judgement judgement = live.judgement(lead);
            findings.scores[lead] = judgement.score().score().micros() / 1e6;
            findings.crossings[lead] = crossing(judgement);
        }
        return findings;
    }

    /** Those of the closed form. */
    static Findings of(ClosedForm closed, int leads) {
        Findings findings = new Findings(new double[leads], new int[leads]);
        for (int lead = 0; lead < leads; lead++) {
            ClosedForm.Outcome outcome = closed.outcome(lead);
            findings.scores[lead] = outcome.score();
            findings.crossings[lead] = outcome.crossing();
        }
        return findings;
    }

    private static int crossing(Judgement judgement) {
        return judgement.transitions().stream()
                .filter(transition -> transition.to() == Stage.MQL)
                .mapToInt(transition -> (int) ((transition.at() - Workload.START_MILLIS) / 1_000))
                .findFirst()
                .orElse(-1);
    }

    long qualified() {
        return reached().count();
    }

    long sumOfCrossings() {
        return reached().asLongStream().sum();
    }

    private IntStream reached() {
        return Arrays.stream(crossings).filter(second -> second >= 0);
    }

    double sumOfScores() {
        return Arrays.stream(scores).sum();
    }
}
