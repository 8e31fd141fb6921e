package io.cupel.core.lifecycle;

import io.cupel.core.contract.Contract;
import io.cupel.core.engine.Explanation;
import io.cupel.core.engine.Fit;
import io.cupel.core.engine.FitCheck;
import io.cupel.core.engine.Scorer;
import io.cupel.core.evidence.Decision;
import io.cupel.core.evidence.Event;
import io.cupel.core.evidence.Evidence;
import io.cupel.core.evidence.Telling;
import io.cupel.core.evidence.Told;
import io.cupel.core.state.StateReader;
import io.cupel.core.state.UnreadableState;
import java.util.List;

/**
 * Decides by a contract which leads are qualified, since when and why. Immutable; safe for any number of threads.
 * docs/lifecycle.md says when a lead is judged and what can follow.
 */
public final class Judge {
    final Contract contract;
    final Scorer scorer;
    final FitCheck fits;
    /** The fit of a lead of whom nothing is known. */
    final Fit unknownFit;

    private Judge(Contract contract) {
        this.contract = contract;
        this.scorer = Scorer.compile(contract);
        this.fits = new FitCheck(contract);
        this.unknownFit = fits.fit(path -> null);
    }

    public static Judge of(Contract contract) {
        return new Judge(contract);
    }

    public Scorer scorer() {
        return scorer;
    }

    /** A lead of whom nothing is known yet, to be told and judged instant by instant. */
    public LeadCase open(String lead) {
        return new LeadCase(this, lead, scorer.open());
    }

    /**
     * A case as it was when {@link LeadCase#written} wrote it: after {@link LeadCase#tellAgain}, going on with it gives
     * what it would have given then. Its transitions begin anew.
     *
     * @throws UnreadableState if it is of another version, was cut off or changed, or cannot be of this contract: then
     *     the lead is to be folded anew
     */
    public LeadCase read(long number, byte[] written) throws UnreadableState {
        return read("", written).numbered(number);
    }

    /** The same of a lead that is judged instant by instant. */
    public LeadCase read(String lead, byte[] written) throws UnreadableState {
        StateReader in = new StateReader(written, LeadCase.FORM);
        LeadCase read = new LeadCase(this, lead, scorer.read(in));
        read.read(in);
        in.end();
        return read;
    }

    /** A lead of a docket, of which nothing is known yet. */
    public LeadCase open(long number) {
        return open("").numbered(number);
    }

    /** Scores at an instant and the decisions up to it, from all that is known. Later events count for nothing. */
    public Judgement judge(Evidence evidence, long asOf) {
        return walk(evidence, asOf).at(asOf);
    }

    /** Where the score of a lead comes from at an instant. */
    public Explanation explain(Evidence evidence, long asOf) {
        return scorer.explain(evidence, asOf);
    }

    /** The case of a lead after all its judged instants up to one, that one included. */
    LeadCase walk(Evidence evidence, long asOf) {
        LeadCase lead = new LeadCase(
                this, evidence.lead(), scorer.open(evidence.events().size()));
        Telling telling = evidence.telling();
        lead.begin(telling.upTo(Told.BEFORE_ALL));
        long[] told = evidence.toldInstants();
        int heard = upTo(Told.BEFORE_ALL, told, 0);
        List<Event> events = evidence.events();
        List<Decision> decisions = evidence.decisions();
        int decided = 0;
        int next = 0;
        for (long instant : evidence.judgedInstants()) {
            if (instant > asOf) {
                break;
            }
            while (decided < decisions.size() && decisions.get(decided).at() < instant) {
                lead.decide(decisions.get(decided++));
            }
            int from = next;
            while (next < events.size() && events.get(next).at() == instant) {
                next++;
            }
            List<Event> now = events.subList(from, next);
            int before = heard;
            heard = upTo(instant, told, heard);
            if (heard > before) {
                lead.advance(instant, now, telling.upTo(instant));
            } else {
                lead.advance(instant, now);
            }
        }
        while (decided < decisions.size() && decisions.get(decided).at() <= asOf) {
            lead.decide(decisions.get(decided++));
        }
        return lead;
    }

    /** How many instants are not later than another, of which so many are known not to be. */
    private static int upTo(long instant, long[] ascending, int known) {
        int count = known;
        while (count < ascending.length && ascending[count] <= instant) {
            count++;
        }
        return count;
    }
}
