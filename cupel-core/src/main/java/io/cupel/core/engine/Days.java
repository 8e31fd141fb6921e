package io.cupel.core.engine;

import io.cupel.core.contract.Contract;
import io.cupel.core.contract.Entry;
import io.cupel.core.contract.Requires;
import io.cupel.core.contract.Target;
import io.cupel.core.time.Span;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What stages require beside points: distinct days of the contract's time zone, and distinct signals. Immutable. */
final class Days {
    private static final long DAY_SECONDS = 86_400;

    private final ZoneRules zone;
    private final int mqlWanted;
    private final int pqlWanted;

    Days(Contract contract) {
        this.zone = contract.zone().getRules();
        this.mqlWanted = wantedBy(contract.stages().mql());
        this.pqlWanted = wantedBy(contract.stages().pql());
    }

    private static int wantedBy(@Nullable Entry entry) {
        return entry == null ? 0 : entry.requires().distinctDays();
    }

    /** How many distinct days a stage asks for; more need not be remembered. */
    int wanted(Target target) {
        return switch (target) {
            case MQL -> mqlWanted;
            case PQL -> pqlWanted;
        };
    }

    /** Remembers the day of an event of an unfiltered signal; those of filtered signals stand with the kept events. */
    void note(LeadState state, SignalPlan plan, long second) {
        LeadState.DaySet days = plan.isUsage ? state.pqlDays : state.mqlDays;
        if (plan.points > 0 && !days.isFull()) {
            days.add(dayOf(second));
        }
    }

    /** Whether noting an event of a signal would add nothing, in whatever order events come. */
    boolean knows(LeadState state, SignalPlan plan, long second) {
        LeadState.DaySet days = plan.isUsage ? state.pqlDays : state.mqlDays;
        return plan.points <= 0 || days.wanted() == 0 || days.contains(dayOf(second));
    }

    private long dayOf(long second) {
        ZoneOffset offset = zone.getOffset(Instant.ofEpochSecond(second));
        return Math.floorDiv(second + offset.getTotalSeconds(), DAY_SECONDS);
    }

    boolean areMet(LeadState state, Requires requires, Target target, Scorer scorer, long now) {
        if (requires.equals(Requires.NOTHING)) {
            return true;
        }
        LeadState.DaySet known = target == Target.PQL ? state.pqlDays : state.mqlDays;
        Set<Long> days = new HashSet<>();
        for (int i = 0; i < known.size(); i++) {
            days.add(known.day(i));
        }
        int signals = 0;
        for (int row = 0; row < state.rowsEnd(); row += LeadState.ROW) {
            if (scorer.speaksFor(state.signal(row), target) && scorer.count(state, row, now) > 0) {
                signals++;
                addDays(days, state.kept(row), now);
            }
        }
        return requires.areMet(days.size(), signals);
    }

    private void addDays(Set<Long> days, @Nullable Kept kept, long now) {
        if (kept != null) {
            for (int i = kept.from(now, true); i < kept.size(); i++) {
                days.add(dayOf(Span.secondOf(kept.instant(i))));
            }
        }
    }
}
