package io.cupel.core.engine;

import io.cupel.core.contract.Contract;
import io.cupel.core.contract.Group;
import io.cupel.core.contract.Kind;
import io.cupel.core.contract.Points;
import io.cupel.core.engine.Explanation.KindPart;
import io.cupel.core.engine.Explanation.Line;
import io.cupel.core.engine.Explanation.SignalPart;
import io.cupel.core.engine.Explanation.What;
import io.cupel.core.evidence.Event;
import io.cupel.core.evidence.Evidence;
import io.cupel.core.time.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Takes a score apart into lines that add up exactly: what each event was credited, and what is left of it. */
final class Explainer {
    /** A person reads no more lines than that; older events share one. */
    private static final int LINES_MAX = 200;

    private final Scorer scorer;
    private final SignalPlan[] plans;
    private final Contract contract;

    Explainer(Scorer scorer, SignalPlan[] plans, Contract contract) {
        this.scorer = scorer;
        this.plans = plans;
        this.contract = contract;
    }

    Explanation explain(Evidence evidence, long now) {
        LeadState state = scorer.stateAt(evidence, now);
        Score score = scorer.score(state, now);
        List<KindPart> kinds = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            if (contract.signals().stream().anyMatch(signal -> signal.kind() == kind)) {
                kinds.add(kindPart(kind, evidence, state, now));
            }
        }
        List<Line> clamps = new ArrayList<>();
        addFloor(clamps, "score", score.engagement().plus(score.intent()));
        addFloor(clamps, "usage", score.usage());
        return new Explanation(score, kinds, clamps);
    }

    private static void addFloor(List<Line> clamps, String name, Points sum) {
        if (sum.micros() < 0) {
            clamps.add(new Line(What.FLOOR, name, 0, Points.ZERO, new Points(-sum.micros())));
        }
    }

    private KindPart kindPart(Kind kind, Evidence evidence, LeadState state, long now) {
        List<SignalPart> parts = new ArrayList<>();
        long[] groups = new long[contract.groups().size()];
        long sum = 0;
        for (int i = 0; i < plans.length; i++) {
            if (plans[i].signal.kind() == kind && scorer.counts(state, i, now)) {
                SignalPart part = signalPart(i, evidence, state, now);
                parts.add(part);
                sum += part.value().micros();
                if (plans[i].group >= 0) {
                    groups[plans[i].group] += part.value().micros();
                }
            }
        }
        List<Line> clamps = new ArrayList<>();
        for (int i = 0; i < groups.length; i++) {
            Group group = contract.groups().get(i);
            long over = groups[i] - group.cap().micros();
            if (over > 0) {
                clamps.add(new Line(What.CAP, group.name(), 0, Points.ZERO, new Points(-over)));
                sum -= over;
            }
        }
        return new KindPart(kind, new Points(sum), parts, clamps);
    }

    private SignalPart signalPart(int signal, Evidence evidence, LeadState state, long now) {
        List<Event> counted = counted(signal, evidence, state, now);
        Kept kept = scorer.kept(state, signal);
        boolean limited = kept != null && kept.isLimited(now);
        List<Line> lines = plans[signal].linearSeconds > 0
                ? linearLines(plans[signal], counted, now)
                : fadingLines(plans[signal], counted, now);
        long value = lines.stream().mapToLong(line -> line.now().micros()).sum();
        return new SignalPart(
                plans[signal].signal.name(), new Points(value), counted.size(), limited, shortened(lines));
    }

    private List<Event> counted(int signal, Evidence evidence, LeadState state, long now) {
        Kept kept = scorer.kept(state, signal);
        List<Event> counted = new ArrayList<>();
        if (kept != null) {
            for (int i = kept.from(now, true); i < kept.size(); i++) {
                counted.add(evidence.events().get(kept.ordinal(i)));
            }
            return counted;
        }
        for (Event event : evidence.events()) {
            if (event.at() > now) {
                break;
            }
            if (scorer.signature(event).matches(signal)) {
                counted.add(event);
            }
        }
        return counted;
    }

    /** Newest first: event lines and, last, a line for what fading the sum and fading its parts differ in. */
    private static List<Line> fadingLines(SignalPlan plan, List<Event> counted, long now) {
        List<Line> lines = new ArrayList<>();
        long value = 0;
        long last = 0;
        long sum = 0;
        for (Event event : counted) {
            long second = Span.secondOf(event.at());
            long before = plan.fade(value, second - last);
            value = plan.clamp(before + plan.points);
            last = second;
            long left = plan.fade(value - before, Span.age(event.at(), now));
            sum += left;
            lines.add(new Line(What.EVENT, event.id(), event.at(), new Points(value - before), new Points(left)));
        }
        Collections.reverse(lines);
        long rounding = plan.fade(value, Span.secondOf(now) - last) - sum;
        if (rounding != 0) {
            lines.add(new Line(What.ROUNDING, "rounding", 0, Points.ZERO, new Points(rounding)));
        }
        return lines;
    }

    private static List<Line> linearLines(SignalPlan plan, List<Event> counted, long now) {
        List<Line> lines = new ArrayList<>();
        long sum = 0;
        for (Event event : counted) {
            long left = plan.linear(Span.age(event.at(), now));
            sum += left;
            lines.add(new Line(What.EVENT, event.id(), event.at(), new Points(plan.points), new Points(left)));
        }
        Collections.reverse(lines);
        long over = plan.clamp(sum) - sum;
        if (over != 0) {
            lines.add(new Line(What.CAP, plan.signal.name(), 0, Points.ZERO, new Points(over)));
        }
        return lines;
    }

    private static List<Line> shortened(List<Line> lines) {
        int events =
                (int) lines.stream().filter(line -> line.what() == What.EVENT).count();
        if (events <= LINES_MAX) {
            return lines;
        }
        List<Line> shortened = new ArrayList<>(lines.subList(0, LINES_MAX));
        List<Line> older = lines.subList(LINES_MAX, events);
        shortened.add(new Line(What.OLDER, older.size() + " older", 0, sum(older, true), sum(older, false)));
        shortened.addAll(lines.subList(events, lines.size()));
        return shortened;
    }

    private static Points sum(List<Line> lines, boolean credited) {
        return new Points(lines.stream()
                .mapToLong(
                        line -> credited ? line.credited().micros() : line.now().micros())
                .sum());
    }
}
