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
import io.cupel.core.evidence.Review;
import io.cupel.core.lifecycle.Transition.Why;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is decided about one lead: from what is told about it, from its score, and by people. */
final class Ruling {
    final Standing standing;
    private final Judge judge;
    private final Scorer scorer;
    private LeadState state;
    private Map<String, Object> profile = Map.of();
    /** What was told last, which never changes. */
    private @Nullable Object heard;
    /** Which of the attributes of the profile were not told, but follow from others; null before any was told. */
    private @Nullable List<String> derived;

    private Fit fit;
    private @Nullable String veto;

    Ruling(Judge judge, LeadState state, Standing standing) {
        this.standing = standing;
        this.state = state;
        this.judge = judge;
        this.scorer = judge.scorer;
        this.fit = judge.unknownFit;
    }

    void tell(Map<String, Object> told) {
        boolean isNew = told != heard && !isKnown(told); // most events tell nothing new
        heard = told;
        if (!isNew) {
            return;
        }
        profile = Profile.derive(told);
        derived = profile.size() == told.size()
                ? List.of()
                : profile.keySet().stream()
                        .filter(path -> !told.containsKey(path))
                        .toList();
        fit = judge.fits.fit(profile::get);
        veto = judge.fits.excluded(profile::get);
    }

    /** Whether just this was told before: all of it stands in the profile, and nothing else but what follows. */
    private boolean isKnown(Map<String, Object> told) {
        return derived != null
                && derived.size() + told.size() == profile.size()
                && derived.stream().noneMatch(told::containsKey)
                && profile.entrySet().containsAll(told.entrySet());
    }

    /** From now on the score is that of another state, made anew. */
    void score(LeadState anew) {
        state = anew;
    }

    Verdict verdict() {
        return fit.verdict();
    }

    void suppose(Fit supposed) {
        derived = null;
        heard = null;
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
    void conclude(long at, List<Event> events, boolean isHandNew, Cause cause) {
        if (standing.stage == Stage.VISITOR) {
            if (!isContactable()) {
                return;
            }
            move(Stage.LEAD, Why.CONTACT_KNOWN, "", at, ids(events));
        }
        if (veto != null) {
            if (standing.stage.isBeforeOpportunity()) {
                move(Stage.DISQUALIFIED, Why.EXCLUDED, veto, at, ids(events));
            } else if (standing.waitsToComeBack()) {
                standing.waiting = null;
            }
            return;
        }
        if ((standing.stage != Stage.DISQUALIFIED || mayComeBack(at, events, cause)) && couldOpen()) {
            qualify(at, ids(events), isHandNew, cause);
        }
    }

    /** Lets a lead back that nothing excludes any more. What another version of the contract lets back waits. */
    private boolean mayComeBack(long at, List<Event> events, Cause cause) {
        if (standing.isDisqualifiedByPerson()) {
            return false;
        }
        if (cause == Cause.ACTIVATION) {
            await(null, false, at, cause);
            return false;
        }
        if (standing.waiting != null && !wouldOpenOnceBack(at)) {
            return false;
        }
        comeBack(Why.EXCLUSION_ENDED, "", at, ids(events));
        return true;
    }

    private void comeBack(Why why, String detail, long at, List<String> evidence) {
        move(standing.cycle > 0 ? Stage.NURTURE : Stage.LEAD, why, detail, at, evidence);
    }

    /** Whether a hand raised while the lead waited is enough. */
    private boolean wouldOpenOnceBack(long at) {
        for (Target target : Target.values()) {
            Entry entry = judge.contract.stages().entry(target);
            if (entry != null
                    && standing.isHandSinceWaiting(target)
                    && new Needs(judge, state, standing, fit).openedBy(target, entry, at) == Why.HAND_RAISED) {
                return true;
            }
        }
        return false;
    }

    private void qualify(long at, List<String> evidence, boolean isHandNew, Cause cause) {
        if (!tryToOpen(Target.MQL, at, evidence, isHandNew, cause)) {
            tryToOpen(Target.PQL, at, evidence, isHandNew, cause);
        }
    }

    /** Has something wait in the review tray, in place of what waited before. */
    private void await(@Nullable Target target, boolean byHand, long at, Cause cause) {
        Score score = scorer.score(state, at);
        standing.waiting = new Waiting(
                cause,
                target,
                byHand,
                at,
                judge.contract.id(),
                target == Target.PQL ? score.usageScore() : score.score(),
                fit.verdict());
    }

    /**
     * Another contract came into force, and all that is known was told to it. What is overdue by it is over now, what
     * waited is asked anew.
     */
    void turn(long at) {
        standing.waiting = null;
        Long due = due();
        if (due != null && due <= at) {
            move(Stage.NURTURE, Why.EXPIRED, "", at, List.of());
        }
        conclude(at, List.of(), false, Cause.ACTIVATION);
    }

    /** Lets a person's yes or no take effect; without anything that waits it means nothing. */
    void review(Review review, long at) {
        Waiting waited = standing.waiting;
        standing.waiting = null;
        if (waited == null || review.verdict() == Review.Verdict.DISMISS || veto != null) {
            return;
        }
        Why why = released(waited.cause());
        List<String> evidence = List.of(review.id());
        if (waited.target() == null) {
            comeBack(why, review.by(), at, evidence);
            if (couldOpen()) {
                qualify(at, evidence, false, Cause.EVENT);
            }
        } else {
            Stage from = standing.stage;
            standing.open(waited.target(), waited.byHand(), at);
            record(from, why, review.by(), at, evidence);
        }
    }

    private static Why released(Cause cause) {
        return switch (cause) {
            case ACTIVATION -> Why.ACTIVATION_RELEASED;
            case IMPORT -> Why.IMPORT_RELEASED;
            case MERGE -> Why.MERGE_RELEASED;
            case CLAIM -> Why.CLAIM_RELEASED;
            case EVENT -> throw new IllegalStateException("what an event opens does not wait");
        };
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

    /** Opens a cycle, or has it wait; gives whether it came to one of these. */
    private boolean tryToOpen(Target target, long at, List<String> evidence, boolean isHandNew, Cause cause) {
        Entry entry = judge.contract.stages().entry(target);
        if (entry == null || !standing.mayOpen(target)) {
            return false;
        }
        Needs needs = new Needs(judge, state, standing, fit);
        Why why = needs.openedBy(target, entry, at);
        boolean isByHand = why == Why.HAND_RAISED;
        // while a lead waits, only a hand raised since opens more
        if (why == null || (standing.waiting != null && !(isByHand && standing.isHandSinceWaiting(target)))) {
            return false;
        }
        if (cause != Cause.EVENT) {
            await(target, isByHand || isHandNew, at, cause);
            return true;
        }
        Stage from = standing.stage;
        standing.open(target, isByHand || isHandNew, at);
        record(from, why, isByHand ? handSignal(target) : "", at, evidence);
        return true;
    }

    private String handSignal(Target target) {
        return judge.contract.signals().get(standing.handSignal(target)).name();
    }

    private void move(Stage to, Why why, String detail, long at, List<String> evidence) {
        Stage from = standing.stage;
        if (to == Stage.DISQUALIFIED || why == Why.EXPIRED) {
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
                since(view, firstEvent),
                view.cycle,
                view.raisedHand,
                score,
                fit,
                new Judgement.Exclusions(veto, judge.fits.unknownExclusions(profile::get)),
                isHeld(view, needs, asOf) ? fit.unknown() : null,
                view.waiting,
                obstacles(view, needs, score, asOf),
                needs.wouldOpenBeside(view.stage, veto, asOf),
                scorer.reasons(state, asOf),
                view.transitions,
                profile);
    }

    private static @Nullable Long since(Standing view, long firstEvent) {
        return view.since < firstEvent || firstEvent == Long.MAX_VALUE ? null : view.since;
    }

    /** The same, but only what lists show. */
    Glance glance(long firstEvent, long asOf) {
        Long due = due();
        Standing view = standing;
        if (due != null && due <= asOf) {
            view = standing.copy();
            expire(view, asOf);
        }
        boolean isHeld = isHeld(view, new Needs(judge, state, view, fit), asOf);
        Score score = scorer.score(state, asOf);
        return new Glance(
                view.stage,
                since(view, firstEvent),
                view.cycle,
                view.raisedHand,
                isHeld,
                view.waiting,
                score,
                fit,
                profile);
    }

    private Set<Obstacle> obstacles(Standing view, Needs needs, Score score, long now) {
        Target first = judge.contract.stages().mql() == null ? Target.PQL : Target.MQL;
        Entry entry = judge.contract.stages().entry(first);
        return entry != null && view.mayOpen(first) ? needs.obstacles(first, entry, score, now) : Set.of();
    }

    private boolean isHeld(Standing view, Needs needs, long now) {
        Entry mql = judge.contract.stages().mql();
        return mql != null
                && veto == null
                && fit.verdict() == Verdict.UNKNOWN
                && view.mayOpen(Target.MQL)
                && needs.areMetButForFit(mql, now);
    }
}
