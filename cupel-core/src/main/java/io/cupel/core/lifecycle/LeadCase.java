package io.cupel.core.lifecycle;

import io.cupel.core.contract.Target;
import io.cupel.core.engine.Fit;
import io.cupel.core.engine.LeadState;
import io.cupel.core.engine.Scorer;
import io.cupel.core.engine.Signature;
import io.cupel.core.evidence.Decision;
import io.cupel.core.evidence.Event;
import io.cupel.core.evidence.Review;
import io.cupel.core.state.StateReader;
import io.cupel.core.state.StateWriter;
import io.cupel.core.state.UnreadableState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One lead under judgement, kept instant by instant: to the bit what reading all its events again would give, for as
 * long as no event comes late. Not for several threads at once.
 */
public final class LeadCase {
    /** The version of what {@link #written} writes. Any change of it, in any of its parts, needs the next number. */
    static final int FORM = 3;

    private final Judge judge;
    private final Scorer scorer;
    private final String lead;
    final Folded folded;
    final Ruling ruling;
    private final Standing standing;
    private long lastInstant = Standing.NEVER;
    /** Signals with {@code at-least} that raise a hand if they count after this instant's events. */
    private List<Integer> almostRaised = List.of();
    /** Whether a hand was raised since the last conclusion. */
    private boolean isHandNew;
    /** In log order: its number, for histories that are put together; else 0. */
    private long number;
    /** What happened to leads that turned out to be this one. */
    private Pasts pasts = Pasts.NONE;
    /** In log order: the last decision in time of those taken in; null before the first. */
    private @Nullable DecisionTurn lastDecision;

    LeadCase(Judge judge, String lead, LeadState state) {
        this(judge, lead, state, new Standing());
    }

    private LeadCase(Judge judge, String lead, LeadState state, Standing standing) {
        this.judge = judge;
        this.scorer = judge.scorer;
        this.lead = lead;
        this.folded = new Folded(scorer, state);
        this.ruling = new Ruling(judge, state, standing);
        this.standing = standing;
    }

    /** Tells what was known before all events. An exclusion among it holds from the start. */
    public void begin(Map<String, Object> told) {
        ruling.tell(told);
        ruling.conclude(Standing.NEVER, List.of(), false, Cause.EVENT);
    }

    /**
     * Judges the lead at an instant, after all its instants before.
     *
     * @param events of that instant, in their order
     * @param told all attributes as told up to the instant
     */
    public void advance(long instant, List<Event> events, Map<String, Object> told) {
        arrive(instant);
        ruling.tell(told);
        advance(instant, events);
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
        ruling.expire(standing, instant);
    }

    /** Second step, for each event of the instant: takes it in. The signature is the scorer's for that event. */
    public void fold(Event event, Signature signature) {
        for (int signal : scorer.hands(signature)) {
            lift(signal, event.at());
        }
        folded.fold(event, signature);
    }

    private void lift(int signal, long at) {
        if (judge.contract.signals().get(signal).filters().atLeast() == 0) {
            raise(signal, at);
        } else if (!almostRaised.contains(signal) && !scorer.counts(folded.state, signal, at)) {
            almostRaised = almostRaised.isEmpty() ? new ArrayList<>() : almostRaised;
            almostRaised.add(signal);
        }
    }

    private void raise(int signal, long at) {
        Target target = judge.contract.signals().get(signal).qualifies();
        if (target != null) {
            standing.raise(target, signal, at);
            isHandNew = true;
        }
    }

    /**
     * Judges the lead at an entry of the log: what the entry brought is seen at the instant at which it was received,
     * with the scores as then known. A late event lands at its own time, and what it would have caused happens now.
     *
     * @param received the instant of judging, not before the last one
     * @param cause why; what another one than an event would open waits in the review tray
     * @param news the events that became the lead's with this entry, in their order; none occurred later
     * @param told all attributes as known now
     * @param isPlain whether nothing but these events changed; else all are read again, as where one came late
     * @param history of the lead as known now
     */
    public void receive(
            long received, Cause cause, List<Event> news, Map<String, Object> told, boolean isPlain, History history) {
        arrive(received);
        ruling.tell(told);
        Map<Integer, Long> reaching = lift(news, received);
        folded.take(news, isPlain, history);
        ruling.score(folded.state);
        reaching.forEach((signal, at) -> {
            if (scorer.counts(folded.state, signal, received)) {
                raise(signal, at);
            }
        });
        conclude(received, news, cause);
    }

    /**
     * The case goes over to another contract, at the instant from which on that one is in force: what fell due by then
     * takes effect, then all its events count by the other contract, where it stands is carried over, and it is judged.
     * What would open by that alone waits in the review tray. This case is not to be used any more.
     *
     * @param at every event was received before it
     * @param told all attributes as known then, as the other contract reads them
     * @param all the lead's events as known then, as the other contract reads them, in their order
     * @return the case under the other contract, with the transitions that this one still had
     */
    public LeadCase turn(long at, Judge other, Map<String, Object> told, List<Event> all) {
        LeadCase turned = under(at, other, other.scorer.open(all.size()));
        turned.revise(told, all);
        turned.ruling.turn(at);
        return turned;
    }

    /** This case under another contract, to which nothing was told yet. */
    LeadCase under(long at, Judge other, LeadState anew) {
        arrive(at);
        Standing carried = standing.under(judge.contract.signals(), other.contract.signals());
        LeadCase turned = new LeadCase(other, lead, anew, carried);
        turned.number = number;
        turned.pasts = pasts;
        turned.folded.first = folded.first;
        turned.lastInstant = at;
        turned.lastDecision = lastDecision;
        return turned;
    }

    /** Lets a person's yes or no to what waits in the review tray take effect when it was received. */
    public void receive(long received, Review review) {
        arrive(received);
        ruling.review(review, received);
    }

    /** Takes back what turned out to be another lead's. That alone is no instant at which the lead is judged. */
    public void revise(Map<String, Object> told, List<Event> all) {
        ruling.tell(told);
        folded.remake(all, false);
        ruling.score(folded.state);
    }

    /** Hands fall that only events raised which turned out to be a machine's doing; nothing else moves by that. */
    public void withdraw(List<Event> withdrawn, List<Event> left) {
        FallenHands.lower(judge, standing, withdrawn, left);
    }

    /** Raises hands; gives the signals that raise one if they count with these events, and by which instant's event. */
    private Map<Integer, Long> lift(List<Event> news, long received) {
        Map<Integer, Long> reaching = Map.of();
        for (Event event : news) {
            for (int signal : scorer.hands(scorer.signature(event))) {
                if (judge.contract.signals().get(signal).filters().atLeast() == 0) {
                    raise(signal, event.at());
                } else if (!scorer.counts(folded.state, signal, received)) {
                    reaching = reaching.isEmpty() ? new TreeMap<>() : reaching;
                    reaching.merge(signal, event.at(), Math::max);
                }
            }
        }
        return reaching;
    }

    /**
     * Lets a decision take effect when it was received. One that was made before another that took effect already comes
     * too late to change the stage.
     */
    public void receive(long received, Decision decision) {
        DecisionTurn turn = DecisionTurn.of(decision);
        if (lastDecision == null || lastDecision.isBefore(turn)) {
            lastDecision = turn;
            decide(decision, received);
        } else {
            arrive(received);
            standing.note(decision);
        }
    }

    /**
     * Takes in what was decided of another lead that turned out to be the same. The further of the two stages holds.
     */
    public void join(LeadCase other) {
        standing.join(other.standing);
        pasts = pasts.with(other.pasts, other.number, other.standing.transitions);
        folded.first = Math.min(folded.first, other.folded.first);
        lastInstant = Math.max(lastInstant, other.lastInstant);
        lastDecision = DecisionTurn.later(lastDecision, other.lastDecision);
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
        conclude(instant, events, Cause.EVENT);
    }

    /**
     * Lets a decision take effect, of a person or of another system: after the events of its instant were judged, and
     * before any later one. It makes nobody qualify; an exclusion that holds disqualifies at once.
     */
    public void decide(Decision decision) {
        decide(decision, decision.at());
    }

    private void decide(Decision decision, long at) {
        arrive(at);
        ruling.follow(decision, at);
    }

    private void raiseAlmostRaised(long instant) {
        for (int signal : almostRaised) {
            if (scorer.counts(folded.state, signal, instant)) {
                raise(signal, instant);
            }
        }
        almostRaised = List.of();
    }

    private void conclude(long at, List<Event> events, Cause cause) {
        ruling.conclude(at, events, isHandNew, cause);
        isHandNew = false;
    }

    /** Tells a case that was read what it had been told before it was written, to be read. Decides nothing. */
    public void tellAgain(Map<String, Object> told) {
        ruling.tell(told);
    }

    /** Supposes another fit, for trying what would be enough. */
    void suppose(Fit supposed) {
        ruling.suppose(supposed);
    }

    /** When the open cycle expires, if nobody takes it up by then; null where none does. */
    public @Nullable Long due() {
        return ruling.due();
    }

    /** The changes of stage since this was asked the last time, in their order; they are kept no longer. */
    public List<Transition> takeTransitions() {
        return standing.takeTransitions();
    }

    /**
     * What holds at an instant not before the last one judged. Reading changes nothing.
     *
     * @throws IllegalArgumentException if the instant is before the last one judged
     */
    public Judgement at(long asOf) {
        return at(lead, asOf);
    }

    /** The same of a lead whose id became known meanwhile, as ids do in a log. */
    public Judgement at(String name, long asOf) {
        if (asOf < lastInstant) {
            throw new IllegalArgumentException("asked for " + asOf + ", judged up to " + lastInstant);
        }
        Judgement now = ruling.read(name, folded.first, asOf);
        return pasts.isEmpty() ? now : now.withTransitions(pasts.together(number, now.transitions()));
    }

    /** What waits in the review tray; null for nothing. */
    public @Nullable Waiting waiting() {
        return standing.waiting;
    }

    /** As much of the same as lists show. */
    public Glance glance(long asOf) {
        return ruling.glance(folded.first, asOf);
    }

    /** The number under which its history is put together with others'. */
    LeadCase numbered(long given) {
        number = given;
        return this;
    }

    /**
     * The case as few bytes, for {@link Judge#read} under the same contract (ARCHITECTURE.md tells the form). What was
     * told is not among them, nor are the transitions: both are kept elsewhere.
     *
     * @throws IllegalStateException between {@link #fold} and {@link #settle}
     */
    public byte[] written() {
        if (!almostRaised.isEmpty()) {
            throw new IllegalStateException("an instant was not judged to its end");
        }
        StateWriter out = new StateWriter(FORM);
        scorer.write(folded.state, out);
        out.instant(lastInstant);
        out.instant(folded.first == Long.MAX_VALUE ? StateWriter.NEVER : folded.first);
        StandingForm.write(standing, out);
        out.number(StandingForm.VERDICTS.indexOf(ruling.verdict()));
        DecisionTurn.write(lastDecision, out);
        return out.end();
    }

    /** Fills a new case with what {@link #written} wrote after the scorer's part: the same fields in the same order. */
    void read(StateReader in) throws UnreadableState {
        lastInstant = in.instantOrNever();
        long first = in.instantOrNever();
        folded.first = first == StateWriter.NEVER ? Long.MAX_VALUE : first;
        StandingForm.read(standing, in, judge.contract.signals());
        // until it is told again what is known, an expiry says by this how the lead fitted
        Fit.Verdict verdict = StandingForm.VERDICTS.get(in.count(StandingForm.VERDICTS.size() - 1));
        ruling.suppose(new Fit(verdict, 0, null, List.of(), List.of()));
        lastDecision = DecisionTurn.read(in);
    }

    /** In log order: how many events its state has taken in. */
    public int events() {
        return folded.state.events();
    }

    /**
     * In log order: of the milestones kept of the lead those hold no more whose last event occurred after this instant,
     * by what happened since this was asked last; the end of time where all hold.
     */
    public long takeSound() {
        return folded.takeSound();
    }

    /** The way to its state, all events of which stand up to a position of the log, as all others have to be behind. */
    public Milestone milestone(long position) {
        return folded.milestone(position);
    }
}
