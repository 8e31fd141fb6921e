package io.cupel.core.reference;

import io.cupel.core.contract.Answer;
import io.cupel.core.contract.Contract;
import io.cupel.core.contract.Entry;
import io.cupel.core.contract.Exclusion;
import io.cupel.core.contract.Kind;
import io.cupel.core.contract.Points;
import io.cupel.core.contract.Signal;
import io.cupel.core.contract.Target;
import io.cupel.core.engine.Fit;
import io.cupel.core.engine.Fit.Verdict;
import io.cupel.core.engine.Score;
import io.cupel.core.evidence.Act;
import io.cupel.core.evidence.CodePointOrder;
import io.cupel.core.evidence.Decision;
import io.cupel.core.evidence.Event;
import io.cupel.core.evidence.Evidence;
import io.cupel.core.evidence.Facts;
import io.cupel.core.evidence.Told;
import io.cupel.core.lifecycle.Obstacle;
import io.cupel.core.lifecycle.Stage;
import io.cupel.core.lifecycle.Transition;
import io.cupel.core.lifecycle.Transition.Why;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The life of one lead up to an instant, walked from its beginning through every judged instant. */
final class ReferenceWalk {
    private final Contract contract;
    private final Evidence evidence;
    private final ReferenceScores scores;
    private final ReferenceHands hands;
    private final ReferenceFacts facts;

    Stage stage = Stage.VISITOR;

    @Nullable
    Long since;

    final List<Long> opened = new ArrayList<>();
    final List<Transition> transitions = new ArrayList<>();
    private boolean openedByHand;
    private @Nullable Long closed;
    private long reArmFrom = Told.BEFORE_ALL;
    private boolean byPerson;

    ReferenceWalk(Contract contract, Evidence evidence, long asOf) {
        this.contract = contract;
        this.evidence = evidence;
        scores = new ReferenceScores(contract, evidence);
        hands = new ReferenceHands(contract, scores);
        facts = new ReferenceFacts(evidence);
        stand(Told.BEFORE_ALL);
        Set<Long> judged = facts.judgedInstants();
        TreeSet<Long> all = new TreeSet<>(judged);
        evidence.acts().forEach(act -> all.add(act.at()));
        for (long instant : all.headSet(asOf, true)) {
            expire(instant);
            if (judged.contains(instant)) {
                judge(instant);
            }
            evidence.acts().stream()
                    .filter(act -> act.at() == instant)
                    .sorted(Comparator.comparing(ReferenceDecisions::turn)
                            .thenComparing(Act::id, CodePointOrder.INSTANCE))
                    .forEach(act -> {
                        if (act instanceof Decision decision) {
                            decide(decision);
                        }
                    });
        }
        expire(asOf);
    }

    private void expire(long upTo) {
        Entry entry = openEntry();
        if (entry == null || entry.expires() == null) {
            return;
        }
        long due = opened.get(opened.size() - 1) + 1000 * entry.expires().seconds();
        if (due <= upTo) {
            closed = due;
            reArmFrom = due;
            enter(Stage.NURTURE, Why.EXPIRED, "", Moment.justBefore(due));
        }
    }

    private @Nullable Entry openEntry() {
        return switch (stage) {
            case MQL -> contract.stages().mql();
            case PQL -> contract.stages().pql();
            case VISITOR, LEAD, ACCEPTED, SQL, OPPORTUNITY, CUSTOMER, LOST, NURTURE, DISQUALIFIED -> null;
        };
    }

    private void judge(long instant) {
        stand(instant);
        for (Target target : List.of(Target.MQL, Target.PQL)) {
            if (mayOpen(target) && exclusion(instant) == null) {
                open(target, instant);
            }
        }
    }

    private boolean mayOpen(Target target) {
        return stage == Stage.LEAD
                || stage == Stage.NURTURE
                || stage == Stage.LOST
                || (stage == Stage.CUSTOMER && target == Target.PQL);
    }

    private void decide(Decision decision) {
        boolean excluded = stage == Stage.DISQUALIFIED && !byPerson;
        String cell = ReferenceDecisions.cell(decision, stage, excluded);
        if (cell.equals("–") || isPassedOver(decision)) {
            return;
        }
        boolean neverHadACycle = decision.outcome() == Decision.Outcome.NURTURE && opened.isEmpty();
        if (cell.startsWith("+ ") || neverHadACycle) {
            opened.add(decision.at());
            openedByHand = false;
        }
        Stage to = Stage.valueOf(cell.replace("+ ", "").toUpperCase(Locale.ROOT));
        if (to == Stage.NURTURE || to == Stage.LOST || to == Stage.CUSTOMER || to == Stage.DISQUALIFIED) {
            closed = opened.isEmpty() ? null : decision.at();
            reArmFrom = to == Stage.CUSTOMER ? reArmFrom : decision.at();
        }
        byPerson = to == Stage.DISQUALIFIED;
        Why why = decision.imported()
                ? Why.IMPORTED
                : Why.valueOf(decision.outcome().name());
        List<String> evidenceOfIt = List.of(decision.id());
        enter(to, why, decision.reason(), Moment.at(decision.at()), evidenceOfIt);
        String exclusion = exclusion(decision.at());
        if (exclusion != null && stage.isBeforeOpportunity()) {
            exclude(exclusion, decision.at(), evidenceOfIt);
        }
    }

    /** What one deal of several does not change, from all that was decided up to it. */
    private boolean isPassedOver(Decision decision) {
        boolean isOpened = decision.outcome() == Decision.Outcome.OPPORTUNITY;
        boolean isLost = decision.outcome() == Decision.Outcome.LOST;
        if (decision.deal().isEmpty() || !(isOpened || isLost)) {
            return false;
        }
        return stage == Stage.CUSTOMER
                || (isLost && ReferenceDecisions.hasOtherOpenDeal(evidence.decisions(), decision));
    }

    private void exclude(String exclusion, long instant, List<String> evidenceOfIt) {
        if (!opened.isEmpty() && stage != Stage.LEAD && stage != Stage.NURTURE) {
            closed = instant;
        }
        reArmFrom = instant;
        enter(Stage.DISQUALIFIED, Why.EXCLUDED, exclusion, Moment.at(instant), evidenceOfIt);
    }

    /** What facts alone decide: who can be reached, and who is excluded. */
    private void stand(long instant) {
        if (stage == Stage.VISITOR && facts.contactKnown(instant)) {
            enter(Stage.LEAD, Why.CONTACT_KNOWN, "", Moment.at(instant));
        }
        String exclusion = exclusion(instant);
        if (exclusion != null && stage.isBeforeOpportunity()) {
            exclude(exclusion, instant, ownAt(instant));
        }
        if (exclusion == null && stage == Stage.DISQUALIFIED && !byPerson) {
            Stage back = opened.isEmpty() ? Stage.LEAD : Stage.NURTURE;
            enter(back, Why.EXCLUSION_ENDED, "", Moment.at(instant));
        }
    }

    private void open(Target target, long instant) {
        if (contract.stages().entry(target) == null) {
            return;
        }
        ReferenceHands.Hand hand = hands.up(target, instant, opened);
        boolean raisedSince = hand != null && closed != null && hand.raised() >= closed;
        boolean byHand = hand != null && fitAllowsHand(target, instant) && (raisedSince || mayReopen(target, instant));
        boolean byScore = scoreIsEnough(target, instant)
                && fitAllowsScore(target, fit(instant).verdict())
                && mayReopen(target, instant);
        if (byHand || byScore) {
            opened.add(instant);
            openedByHand = byHand;
            Stage entered = target == Target.MQL ? Stage.MQL : Stage.PQL;
            enter(
                    entered,
                    byHand ? Why.HAND_RAISED : Why.SCORE_REACHED,
                    byHand ? hand.signal() : "",
                    Moment.at(instant));
        }
    }

    private void enter(Stage to, Why why, String detail, Moment moment) {
        enter(to, why, detail, moment, why == Why.EXPIRED ? List.of() : ownAt(moment.asOf()));
    }

    private List<String> ownAt(long instant) {
        return evidence.events().stream()
                .filter(event -> event.at() == instant)
                .map(Event::id)
                .toList();
    }

    private void enter(Stage to, Why why, String detail, Moment moment, List<String> own) {
        Score score = scores.score(moment);
        Points points = to == Stage.PQL ? score.usageScore() : score.score();
        Verdict fit =
                ReferenceFit.judge(contract.fit(), facts.upTo(moment.until())).verdict();
        transitions.add(new Transition(moment.asOf(), stage, to, why, opened.size(), detail, points, fit, own));
        stage = to;
        since = moment.asOf();
    }

    Fit fit(long instant) {
        return ReferenceFit.judge(contract.fit(), facts.upTo(instant));
    }

    @Nullable
    String exclusion(long instant) {
        Facts known = facts.upTo(instant);
        for (Exclusion exclusion : contract.exclusions()) {
            if (exclusion.when().ask(known).isTrue()) {
                return exclusion.name();
            }
        }
        return null;
    }

    List<String> unknownExclusions(long instant) {
        Facts known = facts.upTo(instant);
        List<String> names = new ArrayList<>();
        for (Exclusion exclusion : contract.exclusions()) {
            Answer answer = exclusion.when().ask(known);
            if (answer.isUnknown()) {
                names.add(exclusion.name());
            }
        }
        return names;
    }

    private boolean fitAllowsHand(Target target, long instant) {
        return switch (fit(instant).verdict()) {
            case PASS -> true;
            case FAIL -> false;
            case UNKNOWN -> target == Target.PQL || !contract.stages().mql().unknownFitHolds();
        };
    }

    private static boolean fitAllowsScore(Target target, Verdict verdict) {
        return verdict == Verdict.PASS || (target == Target.PQL && verdict == Verdict.UNKNOWN);
    }

    /** The number shown reaches the threshold, and {@code requires} is met. */
    private boolean scoreIsEnough(Target target, long instant) {
        return pointsAreEnough(target, instant) && requirementsAreMet(target, instant);
    }

    private boolean pointsAreEnough(Target target, long instant) {
        Score score = scores.score(Moment.at(instant));
        Points points = target == Target.MQL ? score.score() : score.usageScore();
        return points.shown() >= contract.stages().entry(target).threshold();
    }

    private boolean requirementsAreMet(Target target, long instant) {
        Set<LocalDate> days = new HashSet<>();
        Set<String> signals = new HashSet<>();
        for (Signal signal : contract.signals()) {
            for (Event event : countedFor(target, signal, instant)) {
                days.add(
                        Instant.ofEpochMilli(event.at()).atZone(contract.zone()).toLocalDate());
                signals.add(signal.name());
            }
        }
        return contract.stages().entry(target).requires().areMet(days.size(), signals.size());
    }

    private List<Event> countedFor(Target target, Signal signal, long instant) {
        boolean ofItsKinds = (signal.kind() == Kind.USAGE) == (target == Target.PQL);
        return ofItsKinds && signal.points().isPositive() ? scores.counted(signal, Moment.at(instant)) : List.of();
    }

    /** Nothing more is asked before the first cycle closed; then the re-arm and an event since the close. */
    private boolean mayReopen(Target target, long instant) {
        return reArmIsOver(target, instant) && somethingCountedSinceClose(target, instant);
    }

    private boolean reArmIsOver(Target target, long instant) {
        Entry entry = contract.stages().entry(target);
        return closed == null
                || entry.reArm() == null
                || Math.floorDiv(instant, 1000L) - Math.floorDiv(reArmFrom, 1000L)
                        >= entry.reArm().seconds();
    }

    private boolean somethingCountedSinceClose(Target target, long instant) {
        return closed == null
                || contract.signals().stream()
                        .flatMap(signal -> countedFor(target, signal, instant).stream())
                        .anyMatch(event -> event.at() >= closed);
    }

    Set<Obstacle> obstacles(long asOf) {
        Target first = contract.stages().mql() != null ? Target.MQL : Target.PQL;
        Set<Obstacle> obstacles = new HashSet<>();
        if (mayOpen(first) && contract.stages().entry(first) != null) {
            note(obstacles, Obstacle.POINTS, pointsAreEnough(first, asOf));
            note(obstacles, Obstacle.REQUIREMENTS, requirementsAreMet(first, asOf));
            note(obstacles, Obstacle.RE_ARM, reArmIsOver(first, asOf));
            note(obstacles, Obstacle.EVENT_SINCE_CLOSE, somethingCountedSinceClose(first, asOf));
        }
        return obstacles;
    }

    private static void note(Set<Obstacle> obstacles, Obstacle obstacle, boolean overcome) {
        if (!overcome) {
            obstacles.add(obstacle);
        }
    }

    /** Whether the open cycle was opened by a hand, or one was raised in it. */
    boolean inHandTier(long asOf) {
        if (!stage.isUndecided()) {
            return false;
        }
        long open = opened.get(opened.size() - 1);
        for (Target target : Target.values()) {
            ReferenceHands.Hand latest = hands.latest(target, asOf);
            if (latest != null && latest.raised() >= open) {
                return true;
            }
        }
        return openedByHand;
    }

    @Nullable
    List<String> held(long asOf) {
        Fit fit = fit(asOf);
        if (!mayOpen(Target.MQL)
                || exclusion(asOf) != null
                || fit.verdict() != Verdict.UNKNOWN
                || contract.stages().mql() == null) {
            return null;
        }
        boolean wanted = hands.up(Target.MQL, asOf, opened) != null
                || (scoreIsEnough(Target.MQL, asOf) && mayReopen(Target.MQL, asOf));
        return wanted ? fit.unknown() : null;
    }

    boolean alsoHolds(long asOf) {
        if (!stage.isUndecided()) {
            return false;
        }
        Target other = stage == Stage.MQL ? Target.PQL : Target.MQL;
        if (contract.stages().entry(other) == null || exclusion(asOf) != null) {
            return false;
        }
        boolean byHand = hands.up(other, asOf, opened) != null && fitAllowsHand(other, asOf);
        return byHand
                || (scoreIsEnough(other, asOf)
                        && fitAllowsScore(other, fit(asOf).verdict()));
    }

    /** Null where the stage was entered before the lead's first event. */
    @Nullable
    Long sinceShown() {
        boolean afterFirst = since != null
                && !evidence.events().isEmpty()
                && since >= evidence.events().get(0).at();
        return afterFirst ? since : null;
    }
}
