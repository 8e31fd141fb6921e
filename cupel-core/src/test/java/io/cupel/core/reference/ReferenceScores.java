package io.cupel.core.reference;

import io.cupel.core.contract.Contract;
import io.cupel.core.contract.Filters;
import io.cupel.core.contract.Group;
import io.cupel.core.contract.Kind;
import io.cupel.core.contract.Points;
import io.cupel.core.contract.Signal;
import io.cupel.core.engine.Reason;
import io.cupel.core.engine.Score;
import io.cupel.core.evidence.Event;
import io.cupel.core.evidence.Evidence;
import io.cupel.core.time.Span;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Scores from all events, each time anew: docs/scoring.md, sentence by sentence. */
final class ReferenceScores {
    private static final int KEPT_MAX = 100;
    private static final int VALUES_MAX = 64;

    private final Contract contract;
    private final Map<Signal, List<Event>> matching = new HashMap<>();

    ReferenceScores(Contract contract, Evidence evidence) {
        this.contract = contract;
        for (Signal signal : contract.signals()) {
            List<Event> matched = evidence.events().stream()
                    .filter(event -> matches(signal, event))
                    .toList();
            matching.put(signal, matched);
        }
    }

    /** Whether an event matches depends on the event alone. */
    static boolean matches(Signal signal, Event event) {
        return signal.on().type() == event.type()
                && (signal.on().name() == null || signal.on().name().equals(event.name()))
                && (signal.when() == null || signal.when().ask(event).isTrue());
    }

    List<Event> matching(Signal signal, long until) {
        return matching.get(signal).stream()
                .filter(event -> event.at() <= until)
                .toList();
    }

    List<Event> counted(Signal signal, Moment moment) {
        List<Event> left = inTime(signal, moment);
        Filters filters = signal.filters();
        if (signal.isUnfiltered()) {
            return left;
        }
        left = newest(left, KEPT_MAX);
        if (left.size() < filters.atLeast()) {
            return List.of();
        }
        return filters.atMost() == 0 ? left : newest(left, filters.atMost());
    }

    /** Whether the limit of 100 kept events takes any away. */
    boolean limited(Signal signal, Moment moment) {
        return !signal.isUnfiltered() && inTime(signal, moment).size() > KEPT_MAX;
    }

    /** What every, distinct, window and linear leave, in the order (occurred-at, message id). */
    private List<Event> inTime(Signal signal, Moment moment) {
        List<Event> left = every(signal, matching(signal, moment.until()));
        left = distinct(signal, left);
        left = young(left, signal.filters().window(), moment);
        return young(left, signal.fading().linear(), moment);
    }

    private static List<Event> every(Signal signal, List<Event> events) {
        Span every = signal.filters().every();
        if (every == null) {
            return events;
        }
        List<Event> kept = new ArrayList<>();
        for (Event event : events) {
            if (kept.isEmpty() || age(kept.get(kept.size() - 1), event.at()) >= every.seconds()) {
                kept.add(event);
            }
        }
        return kept;
    }

    private static List<Event> distinct(Signal signal, List<Event> events) {
        String path = signal.filters().distinct();
        if (path == null) {
            return events;
        }
        List<Event> kept = new ArrayList<>();
        Set<Object> seen = new HashSet<>();
        for (Event event : events) {
            Object value = event.value(path);
            if (value != null && !seen.contains(sameAs(value)) && seen.size() < VALUES_MAX) {
                seen.add(sameAs(value));
                kept.add(event);
            }
        }
        return kept;
    }

    /** Equal for values that are the same JSON value: 1 and 1.0 are, 1 and "1" are not. */
    private static Object sameAs(Object value) {
        if (value instanceof Number) {
            return new BigDecimal(value.toString()).stripTrailingZeros();
        }
        if (value instanceof List<?> list) {
            return list.stream().map(ReferenceScores::sameAs).toList();
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, entry -> sameAs(entry.getValue())));
        }
        return value;
    }

    private static List<Event> young(List<Event> events, @Nullable Span limit, Moment moment) {
        return limit == null
                ? events
                : events.stream()
                        .filter(event -> age(event, moment.asOf()) < limit.seconds())
                        .toList();
    }

    private static List<Event> newest(List<Event> events, int count) {
        return events.subList(Math.max(0, events.size() - count), events.size());
    }

    static long age(Event event, long asOf) {
        return Math.floorDiv(asOf, 1000L) - Math.floorDiv(event.at(), 1000L);
    }

    long value(Signal signal, Moment moment) {
        List<Event> counted = counted(signal, moment);
        if (counted.isEmpty()) {
            return 0;
        }
        if (signal.fading().linear() != null) {
            return clamp(
                    signal,
                    counted.stream()
                            .mapToLong(event -> linear(signal, age(event, moment.asOf())))
                            .sum());
        }
        long[] after = valuesAfter(signal, counted);
        return faded(signal, after[after.length - 1], age(counted.get(counted.size() - 1), moment.asOf()));
    }

    /** The value right after each counted event. */
    static long[] valuesAfter(Signal signal, List<Event> counted) {
        long[] after = new long[counted.size()];
        for (int i = 0; i < after.length; i++) {
            long before = i == 0
                    ? 0
                    : faded(
                            signal,
                            after[i - 1],
                            age(counted.get(i - 1), counted.get(i).at()));
            after[i] = clamp(signal, before + signal.points().micros());
        }
        return after;
    }

    static long linear(Signal signal, long age) {
        BigInteger span = BigInteger.valueOf(signal.fading().linear().seconds());
        return BigInteger.valueOf(signal.points().micros())
                .multiply(span.subtract(BigInteger.valueOf(age)))
                .divide(span)
                .longValueExact();
    }

    static long faded(Signal signal, long value, long age) {
        Span halfLife = signal.fading().halfLife();
        return halfLife == null ? value : ReferenceFade.fade(value, age, halfLife.seconds());
    }

    static long clamp(Signal signal, long value) {
        return Math.max(-signal.cap().micros(), Math.min(signal.cap().micros(), value));
    }

    long groupSum(Group group, Moment moment) {
        long sum = 0;
        for (Signal signal : contract.signals()) {
            if (group.signals().contains(signal.name())) {
                sum += value(signal, moment);
            }
        }
        return sum;
    }

    Kind kindOf(Group group) {
        return contract.signals().stream()
                .filter(signal -> group.signals().contains(signal.name()))
                .findFirst()
                .orElseThrow()
                .kind();
    }

    long kindSum(Kind kind, Moment moment) {
        long sum = 0;
        for (Signal signal : contract.signals()) {
            if (signal.kind() == kind
                    && contract.groups().stream().noneMatch(g -> g.signals().contains(signal.name()))) {
                sum += value(signal, moment);
            }
        }
        for (Group group : contract.groups()) {
            if (kindOf(group) == kind) {
                sum += Math.min(group.cap().micros(), groupSum(group, moment));
            }
        }
        return sum;
    }

    Score score(Moment moment) {
        return new Score(
                new Points(kindSum(Kind.ENGAGEMENT, moment)),
                new Points(kindSum(Kind.INTENT, moment)),
                new Points(kindSum(Kind.USAGE, moment)));
    }

    List<Reason> reasons(Moment moment) {
        List<Reason> reasons = new ArrayList<>();
        for (Signal signal : contract.signals()) {
            List<Event> counted = counted(signal, moment);
            long value = value(signal, moment);
            if (!counted.isEmpty() && (value != 0 || signal.qualifies() != null)) {
                long last = counted.get(counted.size() - 1).at();
                reasons.add(new Reason(signal.name(), signal.kind(), new Points(value), counted.size(), last));
            }
        }
        reasons.sort(Comparator.comparing(Reason::points).reversed());
        return reasons;
    }
}
