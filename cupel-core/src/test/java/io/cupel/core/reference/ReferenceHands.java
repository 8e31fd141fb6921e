package io.cupel.core.reference;

import io.cupel.core.contract.Contract;
import io.cupel.core.contract.Entry;
import io.cupel.core.contract.Signal;
import io.cupel.core.contract.Target;
import io.cupel.core.evidence.Event;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Raised hands, found anew among all events each time. */
final class ReferenceHands {
    private final Contract contract;
    private final ReferenceScores scores;

    /** A hand: which signal raised it and when. */
    record Hand(String signal, long raised) {}

    ReferenceHands(Contract contract, ReferenceScores scores) {
        this.contract = contract;
        this.scores = scores;
    }

    /** The latest hand for a stage raised up to an instant; of several at one instant the contract's first signal. */
    @Nullable
    Hand latest(Target target, long until) {
        Hand latest = null;
        for (Signal signal : contract.signals()) {
            if (signal.qualifies() == target) {
                for (Event event : scores.matching(signal, until)) {
                    if (raises(signal, event) && (latest == null || event.at() > latest.raised())) {
                        latest = new Hand(signal.name(), event.at());
                    }
                }
            }
        }
        return latest;
    }

    /** With at-least: the signal did not count just before, and counts with what occurred at that instant. */
    private boolean raises(Signal signal, Event event) {
        if (signal.filters().atLeast() == 0) {
            return true;
        }
        return scores.counted(signal, Moment.justBefore(event.at())).isEmpty()
                && !scores.counted(signal, Moment.at(event.at())).isEmpty();
    }

    /** The hand that is up: raised less than {@code hand-stays} ago, and no cycle opened at or after that. */
    @Nullable
    Hand up(Target target, long instant, List<Long> opened) {
        Entry entry = contract.stages().entry(target);
        Hand hand = latest(target, instant);
        if (entry == null || hand == null || opened.stream().anyMatch(at -> at >= hand.raised())) {
            return null;
        }
        long age = Math.floorDiv(instant, 1000L) - Math.floorDiv(hand.raised(), 1000L);
        return age < entry.handStays().seconds() ? hand : null;
    }
}
