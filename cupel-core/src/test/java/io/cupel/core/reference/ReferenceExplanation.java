package io.cupel.core.reference;

import io.cupel.core.contract.Contract;
import io.cupel.core.contract.Group;
import io.cupel.core.contract.Kind;
import io.cupel.core.contract.Points;
import io.cupel.core.contract.Signal;
import io.cupel.core.engine.Explanation;
import io.cupel.core.engine.Explanation.KindPart;
import io.cupel.core.engine.Explanation.Line;
import io.cupel.core.engine.Explanation.SignalPart;
import io.cupel.core.engine.Explanation.What;
import io.cupel.core.engine.Score;
import io.cupel.core.evidence.Event;
import io.cupel.core.evidence.Evidence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Where a score comes from, line by line, after docs/scoring.md. */
final class ReferenceExplanation {
    private static final int LINES_MAX = 200;

    private final Contract contract;
    private final ReferenceScores scores;
    private final Moment moment;

    private ReferenceExplanation(Contract contract, Evidence evidence, long asOf) {
        this.contract = contract;
        scores = new ReferenceScores(contract, evidence);
        moment = Moment.at(asOf);
    }

    static Explanation of(Contract contract, Evidence evidence, long asOf) {
        return new ReferenceExplanation(contract, evidence, asOf).whole();
    }

    private Explanation whole() {
        List<KindPart> kinds = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            if (contract.signals().stream().anyMatch(signal -> signal.kind() == kind)) {
                kinds.add(kind(kind));
            }
        }
        Score score = scores.score(moment);
        List<Line> floors = new ArrayList<>();
        long sum = score.engagement().micros() + score.intent().micros();
        addUnlessZero(floors, What.FLOOR, "score", score.score().micros() - sum);
        long usage = score.usage().micros();
        addUnlessZero(floors, What.FLOOR, "usage", score.usageScore().micros() - usage);
        return new Explanation(score, kinds, floors);
    }

    private KindPart kind(Kind kind) {
        List<SignalPart> parts = new ArrayList<>();
        for (Signal signal : contract.signals()) {
            if (signal.kind() == kind && !scores.counted(signal, moment).isEmpty()) {
                parts.add(signal(signal));
            }
        }
        List<Line> clamps = new ArrayList<>();
        for (Group group : contract.groups()) {
            if (scores.kindOf(group) == kind) {
                long sum = scores.groupSum(group, moment);
                addUnlessZero(
                        clamps,
                        What.CAP,
                        group.name(),
                        Math.min(sum, group.cap().micros()) - sum);
            }
        }
        return new KindPart(kind, new Points(scores.kindSum(kind, moment)), parts, clamps);
    }

    private SignalPart signal(Signal signal) {
        List<Event> counted = scores.counted(signal, moment);
        boolean linear = signal.fading().linear() != null;
        List<Line> lines = new ArrayList<>();
        long[] after = ReferenceScores.valuesAfter(signal, counted);
        long[] before = before(signal, counted, after);
        for (int i = 0; i < after.length; i++) {
            Event event = counted.get(i);
            long age = ReferenceScores.age(event, moment.asOf());
            long credited = linear ? signal.points().micros() : after[i] - before[i];
            long now = linear ? ReferenceScores.linear(signal, age) : ReferenceScores.faded(signal, credited, age);
            lines.add(new Line(What.EVENT, event.id(), event.at(), new Points(credited), new Points(now)));
        }
        Collections.reverse(lines);
        long value = scores.value(signal, moment);
        long difference = value - sumOf(lines);
        List<Line> shown = shortened(lines);
        addUnlessZero(shown, linear ? What.CAP : What.ROUNDING, "", difference);
        return new SignalPart(signal.name(), new Points(value), counted.size(), scores.limited(signal, moment), shown);
    }

    /** What was left of the value when each event came. */
    private static long[] before(Signal signal, List<Event> counted, long[] after) {
        long[] before = new long[after.length];
        for (int i = 1; i < after.length; i++) {
            long age = ReferenceScores.age(counted.get(i - 1), counted.get(i).at());
            before[i] = ReferenceScores.faded(signal, after[i - 1], age);
        }
        return before;
    }

    private static List<Line> shortened(List<Line> lines) {
        if (lines.size() <= LINES_MAX) {
            return new ArrayList<>(lines);
        }
        List<Line> shown = new ArrayList<>(lines.subList(0, LINES_MAX));
        List<Line> older = lines.subList(LINES_MAX, lines.size());
        long credited =
                older.stream().mapToLong(line -> line.credited().micros()).sum();
        shown.add(new Line(What.OLDER, older.size() + " older", 0, new Points(credited), new Points(sumOf(older))));
        return shown;
    }

    static long sumOf(List<Line> lines) {
        return lines.stream().mapToLong(line -> line.now().micros()).sum();
    }

    private static void addUnlessZero(List<Line> lines, What what, String text, long micros) {
        if (micros != 0) {
            lines.add(new Line(what, text, 0, new Points(micros), new Points(micros)));
        }
    }
}
