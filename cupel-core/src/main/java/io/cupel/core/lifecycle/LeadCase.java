package io.cupel.core.lifecycle;

import io.cupel.core.contract.Entry;
import io.cupel.core.contract.Points;
import io.cupel.core.contract.Target;
import io.cupel.core.engine.Fit;
import io.cupel.core.engine.Fit.Verdict;
import io.cupel.core.engine.LeadState;
import io.cupel.core.engine.Score;
import io.cupel.core.engine.Scorer;
import io.cupel.core.engine.Signature;
import io.cupel.core.evidence.BuiltIn;
import io.cupel.core.evidence.Decision;
import io.cupel.core.evidence.Event;
import io.cupel.core.evidence.Profile;
import io.cupel.core.lifecycle.Transition.Why;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One lead under judgement, kept instant by instant: to the bit what reading all its events again would give, for as
 * long as no event comes late. Not for several threads at once.
 */
public final class LeadCase {
    private final Judge judge;
    private final Scorer scorer;
    private final String lead;
    private final LeadState state;
    private final Standing standing = new Standing();
    private Map<String, Object> profile = Map.of();
    private Fit fit;
    private @Nullable String veto;
    private long firstEvent = Long.MAX_VALUE;
    private long lastInstant = Standing.NEVER;
    /**
     * Signals with {@code at-least} that raise a hand if they count after this instant's events, and did not before.
     */
    private List<Integer> almostRaised = List.of();

    LeadCase(Judge judge, String lead, LeadState state) {
        this.judge = judge;
        this.scorer = judge.scorer;
        this.lead = lead;
        this.state = state;
        this.fit = judge.unknownFit;
    }

    /** Tells what was known before all events. An exclusion among it holds from the start. */
    public void begin(Map<String, Object> told) {
        tell(told);
        conclude(Standing.NEVER, List.of());
    }

    /**
     * Judges the lead at an instant, after all its instants before.
     *
     * @param events of that instant, in their order
     * @param told all attributes as told up to the instant
     */
    public void advance(long instant, List<Event> events, Map<String, Object> told) {
        arrive(instant);
        tell(told);
        take(events);
        settle(instant, events);
    }

    /** The same where nothing new was told. */
    public void advance(long instant, List<Event> events) {
        arrive(instant);
        take(events);
        settle(instant, events);
    }

    private void take(List<Event> events) {
        // millions of times, and nearly always one event: an iterator would take longer than the event
        for (int i = 0; i < events.size(); i++) {
            fold(events.get(i), scorer.signature(events.get(i)));
        }
    }

    /** First step of {@link #advance}: what fell due by this instant takes effect before its events. */
    public void arrive(long instant) {
        if (instant < lastInstant) {
            throw new IllegalArgumentException("judged at " + instant + " after " + lastInstant);
        }
        lastInstant = instant;
        expire(standing, instant);
    }

    /** Second step, for each event of the instant: takes it in. The signature is the scorer's for that event. */
    public void fold(Event event, Signature signature) {
        firstEvent = Math.min(firstEvent, event.at());
        for (int signal : scorer.hands(signature)) {
            lift(signal, event.at());
        }
        scorer.fold(state, event.at(), signature, event);
    }

    private void lift(int signal, long at) {
        if (judge.contract.signals().get(signal).filters().atLeast() == 0) {
            raise(signal, at);
        } else if (!almostRaised.contains(signal) && !scorer.counts(state, signal, at)) {
            almostRaised = almostRaised.isEmpty() ? new ArrayList<>() : almostRaised;
            almostRaised.add(signal);
        }
    }

    private void raise(int signal, long at) {
        Target target = judge.contract.signals().get(signal).qualifies();
        if (target != null) {
            standing.raise(target, signal, at);
        }
    }

    /**
     * Last step: the instant's events are all known; decides.
     *
     * @param events the ones folded, in their order: given again, because a case that kept them itself would write
     *     references into old memory with every event, which costs the collector more than judging does
     */
    public void settle(long instant, List<Event> events) {
        if (!almostRaised.isEmpty()) {
            raiseAlmostRaised(instant);
        }
        conclude(instant, events);
    }

    /**
     * Lets a decision take effect, of a person or of another system: after the events of its instant were judged, and
     * before any later one. It makes nobody qualify; an exclusion that holds disqualifies at once.
     */
    public void decide(Decision decision) {
        long at = decision.at();
        arrive(at);
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

    private void raiseAlmostRaised(long instant) {
        for (int signal : almostRaised) {
            if (scorer.counts(state, signal, instant)) {
                raise(signal, instant);
            }
        }
        almostRaised = List.of();
    }

    private void tell(Map<String, Object> told) {
        profile = Profile.derive(told);
        fit = judge.fits.fit(profile::get);
        veto = judge.fits.excluded(profile::get);
    }

    /** Supposes another fit, for trying what would be enough. */
    void suppose(Fit supposed) {
        fit = supposed;
    }

    private void expire(Standing whose, long now) {
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

    private void conclude(long at, List<Event> events) {
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
        if (couldOpen() && !tryToOpen(Target.MQL, at, events)) {
            tryToOpen(Target.PQL, at, events);
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

    private boolean tryToOpen(Target target, long at, List<Event> events) {
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
        standing.open(target, why == Why.HAND_RAISED, at);
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

    /**
     * What holds at an instant not before the last one judged. Reading changes nothing.
     *
     * @throws IllegalArgumentException if the instant is before the last one judged
     */
    public Judgement at(long asOf) {
        if (asOf < lastInstant) {
            throw new IllegalArgumentException("asked for " + asOf + ", judged up to " + lastInstant);
        }
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
