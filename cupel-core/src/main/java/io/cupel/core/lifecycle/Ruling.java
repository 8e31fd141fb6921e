package io.cupel.core.lifecycle;

import io.cupel.core.contract.Entry;
import io.cupel.core.contract.Points;
import io.cupel.core.contract.Target;
import io.cupel.core.engine.Fit;
import io.cupel.core.engine.Fit.Verdict;
import io.cupel.core.engine.LeadState;
import io.cupel.core.engine.Score;
import io.cupel.core.engine.Scorer;
import io.cupel.core.evidence.BuiltIn;
import io.cupel.core.evidence.Decision;
import io.cupel.core.evidence.Event;
import io.cupel.core.evidence.Profile;
import io.cupel.core.lifecycle.Transition.Why;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is decided about one lead: from what is told about it, from its score, and by people. */
final class Ruling {
    final Standing standing = new Standing();
    private final Judge judge;
    private final Scorer scorer;
    private LeadState state;
    private Map<String, Object> profile = Map.of();
    private Fit fit;
    private @Nullable String veto;

    Ruling(Judge judge, LeadState state) {
        this.state = state;
        this.judge = judge;
        this.scorer = judge.scorer;
        this.fit = judge.unknownFit;
    }

    void tell(Map<String, Object> told) {
        profile = Profile.derive(told);
        fit = judge.fits.fit(profile::get);
        veto = judge.fits.excluded(profile::get);
    }

    /** From now on the score is that of another state, made anew. */
    void score(LeadState anew) {
        state = anew;
    }

    Verdict verdict() {
        return fit.verdict();
    }

    void suppose(Fit supposed) {
        fit = supposed;
    }

    /** Lets a decision of a person or of another system take effect. */
    void follow(Decision decision, long at) {
        standing.note(decision);
        Stage next = Course.next(decision, standing);
        if (next == null) {
            return;
        }
        Stage from = standing.stage;
        List<String> evidence = List.of(decision.id());
        standing.follow(next, Course.opensCycle(decision.outcome(), standing), at);
        record(from, Course.why(decision), decision.reason(), at, evidence);
        if (veto != null && standing.stage.isBeforeOpportunity()) {
            move(Stage.DISQUALIFIED, Why.EXCLUDED, veto, at, evidence);
        }
    }

    @Nullable
    Long due() {
        return standing.due(entryOf(standing.stage));
    }

    void expire(Standing whose, long now) {
        if (!whose.stage.isUndecided()) {
            return;
        }
        Long due = whose.due(entryOf(whose.stage));
        if (due != null && due <= now) {
            Stage from = whose.stage;
            whose.close(Stage.NURTURE, due);
            whose.transitions.add(new Transition(
                    due,
                    from,
                    Stage.NURTURE,
                    Why.EXPIRED,
                    whose.cycle,
                    "",
                    scorer.score(state, due).score(),
                    fit.verdict(),
                    List.of()));
        }
    }

    private @Nullable Entry entryOf(Stage stage) {
        return switch (stage) {
            case MQL -> judge.contract.stages().mql();
            case PQL -> judge.contract.stages().pql();
            case VISITOR, LEAD, ACCEPTED, SQL, OPPORTUNITY, CUSTOMER, LOST, NURTURE, DISQUALIFIED -> null;
        };
    }

    private static Points shownFor(Stage stage, Score score) {
        return stage == Stage.PQL ? score.usageScore() : score.score();
    }

    /**
     * Decides after all of an instant is known.
     *
     * @param isHandNew whether a hand was raised by it
     */
    void conclude(long at, List<Event> events, boolean isHandNew) {
        if (standing.stage == Stage.VISITOR) {
            if (!isContactable()) {
                return;
            }
            move(Stage.LEAD, Why.CONTACT_KNOWN, "", at, ids(events));
        }
        if (veto != null) {
            if (standing.stage.isBeforeOpportunity()) {
                move(Stage.DISQUALIFIED, Why.EXCLUDED, veto, at, ids(events));
            }
            return;
        }
        if (standing.stage == Stage.DISQUALIFIED) {
            if (standing.isDisqualifiedByPerson()) {
                return;
            }
            move(standing.cycle > 0 ? Stage.NURTURE : Stage.LEAD, Why.EXCLUSION_ENDED, "", at, ids(events));
        }
        if (couldOpen() && !tryToOpen(Target.MQL, at, events, isHandNew)) {
            tryToOpen(Target.PQL, at, events, isHandNew);
        }
    }

    /** Whether a hand or points could be enough for anything; with most events not, and nothing dearer is looked at. */
    private boolean couldOpen() {
        return fit.verdict() != Verdict.FAIL && (standing.hasHand() || scorer.mayReachAny(state));
    }

    /** A record in a CRM is a way to reach a lead too: the company has it, though these files do not show it. */
    private boolean isContactable() {
        return profile.containsKey("lead.email")
                || profile.containsKey("lead.phone")
                || profile.containsKey(BuiltIn.CRM_ID);
    }

    private boolean tryToOpen(Target target, long at, List<Event> events, boolean isHandNew) {
        Entry entry = judge.contract.stages().entry(target);
        if (entry == null || !mayOpenFrom(standing.stage, target)) {
            return false;
        }
        Needs needs = new Needs(judge, state, standing, fit);
        Why why = needs.openedBy(target, entry, at);
        if (why == null) {
            return false;
        }
        Stage from = standing.stage;
        standing.open(target, why == Why.HAND_RAISED || isHandNew, at);
        record(from, why, why == Why.HAND_RAISED ? handSignal(target) : "", at, ids(events));
        return true;
    }

    private String handSignal(Target target) {
        return judge.contract.signals().get(standing.handSignal(target)).name();
    }

    private static boolean mayOpenFrom(Stage stage, Target target) {
        return switch (stage) {
            case LEAD, NURTURE, LOST -> true;
            case CUSTOMER -> target == Target.PQL;
            case VISITOR, MQL, PQL, ACCEPTED, SQL, OPPORTUNITY, DISQUALIFIED -> false;
        };
    }

    private void move(Stage to, Why why, String detail, long at, List<String> evidence) {
        Stage from = standing.stage;
        if (to == Stage.DISQUALIFIED) {
            standing.close(to, at);
        } else {
            standing.enter(to, at);
        }
        record(from, why, detail, at, evidence);
    }

    private void record(Stage from, Why why, String detail, long at, List<String> evidence) {
        standing.transitions.add(new Transition(
                at,
                from,
                standing.stage,
                why,
                standing.cycle,
                detail,
                shownFor(standing.stage, scorer.score(state, at)),
                fit.verdict(),
                evidence));
    }

    private static List<String> ids(List<Event> events) {
        return events.stream().map(Event::id).toList();
    }

    /** What holds at an instant not before the last one decided at. Reading changes nothing. */
    Judgement read(String lead, long firstEvent, long asOf) {
        Standing view = standing.copy();
        expire(view, asOf);
        Needs needs = new Needs(judge, state, view, fit);
        Score score = scorer.score(state, asOf);
        return new Judgement(
                lead,
                asOf,
                view.stage,
                view.since < firstEvent || firstEvent == Long.MAX_VALUE ? null : view.since,
                view.cycle,
                view.raisedHand,
                score,
                fit,
                veto,
                judge.fits.unknownExclusions(profile::get),
                isHeld(view, needs, asOf) ? fit.unknown() : null,
                obstacles(view, needs, score, asOf),
                needs.wouldOpenBeside(view.stage, veto, asOf),
                scorer.reasons(state, asOf),
                view.transitions,
                profile);
    }

    private Set<Obstacle> obstacles(Standing view, Needs needs, Score score, long now) {
        Target first = judge.contract.stages().mql() == null ? Target.PQL : Target.MQL;
        Entry entry = judge.contract.stages().entry(first);
        return entry != null && mayOpenFrom(view.stage, first) ? needs.obstacles(first, entry, score, now) : Set.of();
    }

    private boolean isHeld(Standing view, Needs needs, long now) {
        Entry mql = judge.contract.stages().mql();
        return mql != null
                && veto == null
                && fit.verdict() == Verdict.UNKNOWN
                && mayOpenFrom(view.stage, Target.MQL)
                && needs.areMetButForFit(mql, now);
    }
}
