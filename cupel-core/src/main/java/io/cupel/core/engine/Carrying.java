package io.cupel.core.engine;

import io.cupel.core.contract.Condition;
import io.cupel.core.contract.Contract;
import io.cupel.core.contract.Signal;
import io.cupel.core.contract.Target;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What of a lead's state holds under another contract as it is. A signal that makes the same of the same events is
 * carried over; a lead's events have to be read again only where the other contract may make something else of one of
 * them. Immutable; safe for any number of threads.
 */
public final class Carrying {
    /** In place of a signal's place: its events are the same, but count differently. */
    private static final int CHANGED = -1;

    private static final int GONE = -2;

    private final Scorer to;
    /** By place in the one contract: the place in the other one. */
    private final int[] places;
    /** Whether any event may count now that did not. */
    private final boolean isWider;

    private final boolean isDaysAlike;
    private final boolean isWithoutDays;

    private Carrying(Scorer from, Scorer to) {
        Contract one = from.contract();
        Contract other = to.contract();
        Map<String, Integer> named = new HashMap<>();
        for (int place = 0; place < other.signals().size(); place++) {
            named.put(other.signals().get(place).name(), place);
        }
        Set<String> added = new HashSet<>(named.keySet());
        int[] found = new int[one.signals().size()];
        for (int i = 0; i < found.length; i++) {
            Signal signal = one.signals().get(i);
            Integer place = named.get(signal.name());
            found[i] = place == null ? GONE : place;
            if (place != null && isOnTheSame(signal, other.signals().get(place))) {
                added.remove(signal.name());
                found[i] = countsTheSame(signal, other.signals().get(place)) ? place : CHANGED;
            }
        }
        this.to = to;
        this.places = found;
        this.isWider = !added.isEmpty() || !isReadTheSame(one, other);
        this.isDaysAlike = one.zone().equals(other.zone())
                && wanted(from, Target.MQL) == wanted(to, Target.MQL)
                && wanted(from, Target.PQL) == wanted(to, Target.PQL);
        this.isWithoutDays = wanted(to, Target.MQL) + wanted(to, Target.PQL) == 0;
    }

    /** From a contract to one that comes into force after it. */
    public static Carrying between(Scorer from, Scorer to) {
        return new Carrying(from, to);
    }

    private static int wanted(Scorer scorer, Target target) {
        return scorer.days.wanted(target);
    }

    /** Conditions look into lists, and what is told of a lead is beside what it does. */
    private static boolean isReadTheSame(Contract one, Contract other) {
        return one.lists().equals(other.lists())
                && one.attributes().equals(other.attributes())
                && one.currency().equals(other.currency());
    }

    private static boolean isOnTheSame(Signal one, Signal other) {
        return one.on().equals(other.on()) && Objects.equals(text(one.when()), text(other.when()));
    }

    private static @Nullable String text(@Nullable Condition condition) {
        return condition == null ? null : condition.text();
    }

    private static boolean countsTheSame(Signal one, Signal other) {
        return one.kind() == other.kind()
                && one.points().equals(other.points())
                && one.cap().equals(other.cap())
                && one.fading().equals(other.fading())
                && one.filters().equals(other.filters());
    }

    /**
     * The state that folding all of a lead's events anew by the other contract would come to; null where they have to
     * be folded for that.
     *
     * @param state by the one contract; not to be used any more
     */
    public @Nullable LeadState carried(LeadState state) {
        if (isWider || (!isDaysAlike && state.rowsEnd() > 0)) {
            return null;
        }
        if (state.events == 0) {
            return to.open();
        }
        LeadState carried = to.open(state.rowsEnd() / LeadState.ROW);
        carried.events = state.events;
        carried.lastMillis = state.lastMillis;
        for (int row = 0; row < state.rowsEnd(); row += LeadState.ROW) {
            int place = places[state.signal(row)];
            // of a day it is not known for which signals it is remembered
            if (place == CHANGED || (place == GONE && !isWithoutDays)) {
                return null;
            }
            if (place >= 0) {
                carried.take(state, row, place);
            }
        }
        copy(state.mqlDays, carried.mqlDays);
        copy(state.pqlDays, carried.pqlDays);
        to.scoreForJudging(carried, carried.lastMillis);
        return carried;
    }

    private static void copy(LeadState.DaySet from, LeadState.DaySet to) {
        for (int i = 0; i < from.size(); i++) {
            to.add(from.day(i));
        }
    }
}
