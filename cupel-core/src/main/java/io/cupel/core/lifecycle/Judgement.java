package io.cupel.core.lifecycle;

import io.cupel.core.engine.Fit;
import io.cupel.core.engine.Reason;
import io.cupel.core.engine.Score;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the contract says of one lead at one instant: scores then, and the decisions up to then.
 *
 * @param asOf the instant, in milliseconds since 1970 UTC
 * @param since when the present stage was entered; null where that was before the first event
 * @param cycle the number of the last cycle; 0 before the first
 * @param raisedHand whether the open, undecided cycle stands in the raised-hand tier
 * @param exclusions of the contract, as far as they hold or could hold
 * @param held the missing attributes for which the lead is held; null where it is not held
 * @param waiting what waits in the review tray; null for nothing
 * @param obstacles what the score lacks for the stage that the contract opens first, MQL before PQL; empty where no
 *     cycle could open, and where only an event is needed
 * @param alsoHolds whether, in an open MQL, PQL would hold as well, or the other way round
 * @param reasons what each signal with counted events contributes, most points first
 * @param transitions every change of stage up to the instant, oldest first
 * @param profile attributes as known at the instant, by path, derived ones included; not to be changed any more
 */
public record Judgement(
        String lead,
        long asOf,
        Stage stage,
        @Nullable Long since,
        int cycle,
        boolean raisedHand,
        Score score,
        Fit fit,
        Exclusions exclusions,
        @Nullable List<String> held,
        @Nullable Waiting waiting,
        Set<Obstacle> obstacles,
        boolean alsoHolds,
        List<Reason> reasons,
        List<Transition> transitions,
        Map<String, Object> profile) {
    public Judgement {
        held = held == null ? null : List.copyOf(held);
        obstacles = obstacles.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(obstacles));
        reasons = List.copyOf(reasons);
        transitions = List.copyOf(transitions);
        profile = Collections.unmodifiableMap(profile);
    }

    /**
     * What the contract's exclusions say.
     *
     * @param holding the first that holds; null for none
     * @param unknown those that could hold, were more known
     */
    public record Exclusions(@Nullable String holding, List<String> unknown) {
        public Exclusions {
            unknown = List.copyOf(unknown);
        }
    }

    /** The first exclusion of the contract that holds; null for none. */
    public @Nullable String excluded() {
        return exclusions.holding();
    }

    /** Exclusions that could hold, were more known. */
    public List<String> unknownExclusions() {
        return exclusions.unknown();
    }

    /**
     * Whether a suspect event opened the cycle that is in work: it was marked later, so the cycle stays.
     *
     * @param suspects message ids of the lead's suspect events
     */
    public boolean isOpenedBy(Set<String> suspects) {
        if (!stage.isInWork()) {
            return false;
        }
        for (int i = transitions.size() - 1; i >= 0; i--) {
            Transition step = transitions.get(i);
            if (step.to().isUndecided()) {
                return step.evidence().stream().anyMatch(suspects::contains);
            }
        }
        return false;
    }

    /** The same with a longer history. */
    public Judgement withTransitions(List<Transition> all) {
        return new Judgement(
                lead,
                asOf,
                stage,
                since,
                cycle,
                raisedHand,
                score,
                fit,
                exclusions,
                held,
                waiting,
                obstacles,
                alsoHolds,
                reasons,
                all,
                profile);
    }
}
