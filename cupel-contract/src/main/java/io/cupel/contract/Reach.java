package io.cupel.contract;

import io.cupel.core.contract.Contract;
import io.cupel.core.contract.Entry;
import io.cupel.core.contract.Filters;
import io.cupel.core.contract.Group;
import io.cupel.core.contract.Kind;
import io.cupel.core.contract.Points;
import io.cupel.core.contract.Signal;
import io.cupel.core.contract.Target;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The most that a contract's signals can add up to, to see thresholds that nobody can reach. */
final class Reach {
    private final Contract contract;

    private Reach(Contract contract) {
        this.contract = contract;
    }

    static Reach of(Contract contract) {
        return new Reach(contract);
    }

    void warn(Target target, Place place, Findings findings) {
        Entry entry = contract.stages().entry(target);
        boolean hasHand = contract.signals().stream().anyMatch(signal -> signal.qualifies() == target);
        Set<Kind> kinds = kinds(target);
        boolean hasSignals = contract.signals().stream().anyMatch(signal -> kinds.contains(signal.kind()));
        if (entry == null || hasHand) {
            return;
        }
        if (!hasSignals && target == Target.PQL) {
            findings.add(
                    Code.PQL_WITHOUT_USAGE,
                    place,
                    "no signal is of kind usage and none qualifies for pql, so that nobody becomes a PQL");
            return;
        }
        Points most = most(kinds);
        if (most.shown() < entry.threshold()) {
            findings.add(
                    Code.THRESHOLD_OUT_OF_REACH,
                    place,
                    "the threshold (" + entry.threshold() + ") is out of reach: all signals together give at most "
                            + most.shown() + " points");
        }
    }

    private static Set<Kind> kinds(Target target) {
        return switch (target) {
            case MQL -> Set.of(Kind.ENGAGEMENT, Kind.INTENT);
            case PQL -> Set.of(Kind.USAGE);
        };
    }

    private Points most(Set<Kind> kinds) {
        Map<String, Signal> byName = new HashMap<>();
        contract.signals().stream()
                .filter(signal -> kinds.contains(signal.kind()))
                .forEach(signal -> byName.put(signal.name(), signal));
        Set<String> grouped = new HashSet<>();
        Points sum = Points.ZERO;
        for (Group group : contract.groups()) {
            Points inGroup = Points.ZERO;
            for (String name : group.signals()) {
                Signal signal = byName.get(name);
                grouped.add(name);
                inGroup = signal == null ? inGroup : inGroup.plus(most(signal));
            }
            sum = sum.plus(inGroup.compareTo(group.cap()) > 0 ? group.cap() : inGroup);
        }
        for (Signal signal : byName.values()) {
            sum = grouped.contains(signal.name()) ? sum : sum.plus(most(signal));
        }
        return sum;
    }

    private static Points most(Signal signal) {
        if (!signal.points().isPositive()) {
            return Points.ZERO;
        }
        if (signal.isUnfiltered()) {
            return signal.cap();
        }
        Filters filters = signal.filters();
        int events = filters.atMost() > 0 ? filters.atMost() : Filters.KEPT_MAX;
        events = filters.distinct() == null ? events : Math.min(events, Filters.DISTINCT_MAX);
        return new Points(Math.min(signal.cap().micros(), signal.points().micros() * events));
    }
}
