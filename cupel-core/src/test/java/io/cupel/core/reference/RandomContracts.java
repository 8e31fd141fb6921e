package io.cupel.core.reference;

import io.cupel.core.contract.Condition;
import io.cupel.core.contract.Contract;
import io.cupel.core.contract.Criterion;
import io.cupel.core.contract.Currency;
import io.cupel.core.contract.Entry;
import io.cupel.core.contract.Exclusion;
import io.cupel.core.contract.Fading;
import io.cupel.core.contract.Filters;
import io.cupel.core.contract.FitRule;
import io.cupel.core.contract.Group;
import io.cupel.core.contract.Kind;
import io.cupel.core.contract.On;
import io.cupel.core.contract.Points;
import io.cupel.core.contract.Requires;
import io.cupel.core.contract.SalesGate;
import io.cupel.core.contract.Signal;
import io.cupel.core.contract.Stages;
import io.cupel.core.contract.Target;
import io.cupel.core.evidence.AttributeType;
import io.cupel.core.evidence.EventType;
import io.cupel.core.reference.Conditions.Comparison;
import io.cupel.core.time.Span;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Small contracts in which everything that may be written is likely. */
final class RandomContracts {
    private static final List<String> POINTS =
            List.of("1", "5", "10", "20", "33.333333", "0.5", "0.000001", "4000", "-5", "-20", "-0.333333", "0");
    private static final List<String> CAPS = List.of("1", "12", "20.5", "0.000002", "3999.999999");
    private static final Map<String, AttributeType> ATTRIBUTES = Map.of(
            "lead.a", AttributeType.TEXT,
            "lead.n", AttributeType.INT,
            "lead.b", AttributeType.BOOL,
            "company.size", AttributeType.DOUBLE,
            "company.kind", AttributeType.TEXT);

    private final Draw draw;
    private final boolean large;

    RandomContracts(Draw draw, boolean large) {
        this.draw = draw;
        this.large = large;
    }

    Contract next() {
        List<Signal> signals = new ArrayList<>();
        int count = draw.between(1, 5);
        for (int i = 0; i < count; i++) {
            signals.add(signal("signal " + i));
        }
        List<Exclusion> exclusions = new ArrayList<>();
        int vetoes = draw.chance(50) ? 0 : draw.between(1, 2);
        for (int i = 0; i < vetoes; i++) {
            exclusions.add(new Exclusion("exclusion " + i, onAttributes(1)));
        }
        return new Contract(
                "random",
                "0123456789abcdef",
                ZoneId.of(draw.of("UTC", "America/New_York", "Asia/Kathmandu", "Pacific/Auckland")),
                Map.of(),
                ATTRIBUTES,
                Currency.US_DOLLAR,
                draw.chance(15) ? null : fit(),
                exclusions,
                signals,
                groups(signals),
                stages(),
                null,
                null);
    }

    /** One that is like another in most: signals stay, go, come, move or change a little. */
    Contract after(Contract before) {
        List<Signal> signals = new ArrayList<>();
        for (Signal signal : before.signals()) {
            if (draw.chance(85)) {
                signals.add(draw.chance(85) ? signal : changed(signal));
            }
        }
        if (signals.isEmpty() || draw.chance(10)) {
            String longest = before.signals().stream()
                    .map(Signal::name)
                    .max(Comparator.comparing(String::length))
                    .orElseThrow();
            signals.add(signal(longest + "'"));
        }
        if (draw.chance(30)) {
            Collections.rotate(signals, 1);
        }
        Contract other = next();
        return new Contract(
                "random",
                "fedcba9876543210",
                draw.chance(90) ? before.zone() : other.zone(),
                before.lists(),
                before.attributes(),
                before.currency(),
                draw.chance(50) ? before.fit() : other.fit(),
                draw.chance(50) ? before.exclusions() : other.exclusions(),
                signals,
                groups(signals),
                draw.chance(50) ? before.stages() : other.stages(),
                null,
                null);
    }

    private Signal changed(Signal signal) {
        Signal other = signal(signal.name());
        int what = draw.between(0, 6);
        return new Signal(
                signal.name(),
                what == 0 ? other.kind() : signal.kind(),
                what == 1 ? other.on() : signal.on(),
                what == 1 ? other.when() : signal.when(),
                what == 2 && other.points().micros() != 0 ? other.points() : signal.points(),
                what == 3 ? other.fading() : signal.fading(),
                what == 4 ? other.filters() : signal.filters(),
                what == 5 ? other.cap() : signal.cap(),
                what == 6 && signal.points().micros() != 0 ? other.qualifies() : signal.qualifies());
    }

    private Signal signal(String name) {
        if (large && draw.chance(40)) {
            return crowded(name);
        }
        Points points = Points.parse(draw.one(POINTS));
        Target qualifies = draw.chance(35) ? draw.of(Target.MQL, Target.MQL, Target.PQL) : null;
        if (points.micros() == 0 && qualifies == null) {
            qualifies = Target.MQL;
        }
        return new Signal(
                name,
                draw.of(Kind.values()),
                new On(draw.of(EventType.PAGE, EventType.PAGE, EventType.TRACK, EventType.EMAIL_CLICKED), eventName()),
                large || draw.chance(60) ? null : onEvents(1),
                points,
                fading(),
                draw.chance(30) ? Filters.NONE : filters(),
                draw.chance(50) ? Points.MAX : Points.parse(draw.one(CAPS)),
                qualifies);
    }

    /** On every page: kept whole or, with a filter that leaves most, up to the limit of what is kept. */
    private Signal crowded(String name) {
        Fading fading = draw.chance(50) ? Fading.NEVER : new Fading(draw.span(), null);
        Filters filters = draw.chance(50) ? Filters.NONE : new Filters(null, null, Span.ofDays(9), 0, 0);
        Points points = Points.parse(draw.of("1", "0.333333", "-2"));
        On page = new On(EventType.PAGE, null);
        return new Signal(name, draw.of(Kind.values()), page, null, points, fading, filters, Points.MAX, null);
    }

    private @Nullable String eventName() {
        return draw.chance(75) ? null : draw.of("A", "B");
    }

    private Fading fading() {
        return switch (draw.between(0, 4)) {
            case 0, 1 -> Fading.NEVER;
            case 2, 3 -> new Fading(draw.span(), null);
            default -> new Fading(null, draw.span());
        };
    }

    private Filters filters() {
        int most = large ? Filters.KEPT_MAX : 4;
        return new Filters(
                draw.maybeSpan(30),
                draw.chance(30) ? draw.of("event.path", "event.properties.n", "event.properties.deep") : null,
                draw.maybeSpan(30),
                draw.chance(30) ? draw.between(1, most) : 0,
                draw.chance(30) ? draw.between(1, most) : 0);
    }

    private List<Group> groups(List<Signal> signals) {
        List<Group> groups = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            List<String> names = signals.stream()
                    .filter(signal -> signal.kind() == kind && draw.chance(70))
                    .map(Signal::name)
                    .toList();
            if (!names.isEmpty() && draw.chance(50)) {
                groups.add(new Group("group " + kind.written(), names, Points.parse(draw.of("1", "15", "60.000001"))));
            }
        }
        return groups;
    }

    private FitRule fit() {
        List<Criterion> criteria = new ArrayList<>();
        int count = draw.between(1, 4);
        for (int i = 0; i < count; i++) {
            long points = draw.of(10L, 10L, 20L, 30L, -10L, 0L);
            boolean required = points == 0 || (points > 0 && draw.chance(25));
            criteria.add(new Criterion("criterion " + i, onAttributes(1), points, required));
        }
        SortedMap<String, Long> grades =
                draw.chance(30) ? new TreeMap<>() : new TreeMap<>(Map.of("A", 40L, "B", 20L, "C", 1L));
        return new FitRule(draw.of(1L, 10L, 20L, 40L), criteria, grades);
    }

    private Stages stages() {
        SalesGate gate = new SalesGate("bant", List.of(), 0, List.of(), Span.ofDays(30));
        return new Stages(draw.chance(85) ? entry() : null, draw.chance(60) ? entry() : null, gate);
    }

    private Entry entry() {
        return new Entry(
                draw.of(1L, 1L, 5L, 10L, 20L, 40L),
                requires(),
                draw.chance(40),
                draw.span(),
                draw.maybeSpan(75),
                draw.maybeSpan(70));
    }

    private Requires requires() {
        return draw.chance(50)
                ? Requires.NOTHING
                : new Requires(draw.between(0, 3), draw.between(0, 2), draw.chance(50));
    }

    private Condition onAttributes(int depth) {
        if (depth > 0 && draw.chance(40)) {
            return joined(onAttributes(depth - 1), onAttributes(depth - 1));
        }
        return switch (draw.between(0, 5)) {
            case 0 -> Conditions.text("lead.a", draw.of("x", "xy"));
            case 1 -> Conditions.prefix("lead.a", "x");
            case 2 -> number("lead.n");
            case 3 -> Conditions.truth("lead.b");
            case 4 -> number("company.size");
            default -> Conditions.text("company.kind", "fintech");
        };
    }

    private Condition onEvents(int depth) {
        if (depth > 0 && draw.chance(40)) {
            return joined(onEvents(depth - 1), onEvents(depth - 1));
        }
        return switch (draw.between(0, 4)) {
            case 0 -> Conditions.text("event.path", "/pricing");
            case 1 -> Conditions.prefix("event.path", "/p");
            case 2, 3 -> number("event.properties.n");
            default -> Conditions.text("event.name", "A");
        };
    }

    private Condition number(String path) {
        return Conditions.number(path, draw.of(Comparison.values()), draw.of("1", "2", "2.5", "3"));
    }

    private Condition joined(Condition a, Condition b) {
        return switch (draw.between(0, 2)) {
            case 0 -> Conditions.all(a, b);
            case 1 -> Conditions.any(a, b);
            default -> Conditions.not(draw.chance(50) ? Conditions.all(a, b) : a);
        };
    }
}
