package io.cupel.core.contract;

import io.cupel.core.time.Span;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What sales promises: how fast, in which hours, and what marketing promises back.
 *
 * @param hours open blocks by day, in the contract's time zone, ascending and disjoint
 * @param holidays ISO country whose public holidays are closed; null for none
 * @param closed own closures
 * @param tiers the first that fits a lead holds
 * @param mqlsPerMonth the promised volume; null for none
 * @param review how often both sides meet; null for never
 */
public record Sla(
        Map<DayOfWeek, List<Block>> hours,
        @Nullable String holidays,
        List<LocalDate> closed,
        List<Tier> tiers,
        @Nullable Integer mqlsPerMonth,
        @Nullable Review review) {
    public Sla {
        hours = Map.copyOf(hours);
        closed = List.copyOf(closed);
        tiers = List.copyOf(tiers);
    }

    /**
     * Open from {@code opens} inclusive to {@code closes} exclusive; a block ending at midnight closes at 24:00 (null).
     */
    public record Block(LocalTime opens, @Nullable LocalTime closes) {}

    /** For whom a tier is. */
    public enum For {
        RAISED_HAND,
        MQL,
        PQL
    }

    /** What happens when a deadline passes. */
    public enum Breach {
        ESCALATE,
        RE_ROUTE
    }

    /** How often the contract is reviewed. */
    public enum Review {
        MONTHLY,
        QUARTERLY,
        YEARLY
    }

    /**
     * One promise.
     *
     * @param within the time to the first touch
     * @param businessHours whether {@code within} counts open hours only, rather than wall time
     * @param warnAtPercent shares of that time at which the owner is warned, ascending
     */
    public record Tier(
            For leads, Span within, boolean businessHours, List<Integer> warnAtPercent, List<Breach> onBreach) {
        public Tier {
            warnAtPercent = List.copyOf(warnAtPercent);
            onBreach = List.copyOf(onBreach);
        }
    }
}
