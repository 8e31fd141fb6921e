package io.cupel.contract;

import io.cupel.core.contract.Condition;
import io.cupel.core.contract.Fading;
import io.cupel.core.contract.Filters;
import io.cupel.core.contract.Kind;
import io.cupel.core.contract.On;
import io.cupel.core.contract.Points;
import io.cupel.core.contract.Signal;
import io.cupel.core.contract.Target;
import io.cupel.core.time.Span;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads one signal. */
final class SignalReader {
    static final Map<String, Kind> KINDS = Stream.of(Kind.values())
            .collect(Collectors.toMap(Kind::written, kind -> kind, (a, b) -> a, LinkedHashMap::new));
    private static final Map<String, Target> TARGETS = Stream.of(Target.values())
            .collect(Collectors.toMap(Target::written, target -> target, (a, b) -> a, LinkedHashMap::new));
    private static final String ALWAYS = "true";
    private static final Pattern DISTINCT =
            Pattern.compile("event\\.(path|name|url|(properties|campaign)\\.[^\\s.\\p{Cntrl}][^\\p{Cntrl}]{0,199})");

    private final Reading reading;
    private final Fields fields;

    SignalReader(Reading reading, Fields fields) {
        this.reading = reading;
        this.fields = fields;
    }

    @Nullable
    Signal read(Set<String> names, Set<Target> stages) {
        String name = reading.name(fields, names);
        Kind kind = fields.choice("kind", KINDS);
        On on = new OnReader(reading).read(fields);
        Condition when = reading.eventCondition(fields, "when");
        Target qualifies = qualifies(stages);
        Points points = points(qualifies);
        Fading fading = fading();
        Filters filters = filters();
        Points cap = cap(points, fading, filters);
        if (points != null && points.micros() < 0 && !(fields.has("cap") && fades(filters))) {
            reading.add(
                    Code.ENDLESS_PENALTY,
                    fields.place("points"),
                    "without both a cap and half-life, linear or window this penalty grows into a debt that hides every"
                            + " comeback");
        }
        if (isFaulty("when", when) || name == null || kind == null || on == null || points == null) {
            return null;
        }
        if (fading == null || filters == null || cap == null) {
            return null;
        }
        boolean isAlways = when == null || when.text().equals(ALWAYS);
        return new Signal(name, kind, on, isAlways ? null : when, points, fading, filters, cap, qualifies);
    }

    private @Nullable Target qualifies(Set<Target> stages) {
        Target target = fields.choice("qualifies", TARGETS);
        if (target != null && !stages.contains(target)) {
            reading.add(
                    Code.QUALIFIES_NOWHERE,
                    fields.place("qualifies"),
                    "the contract has no stage '" + target.written()
                            + "'; add it to 'stages' or leave 'qualifies' out");
        }
        return target;
    }

    private @Nullable Points points(@Nullable Target qualifies) {
        Points points = reading.points(fields, "points");
        if (points != null && points.micros() == 0 && !fields.has("qualifies")) {
            reading.add(
                    Code.NO_EFFECT,
                    fields.place("points"),
                    "the signal changes nothing; give it points, or 'qualifies' if it raises a hand");
            return null;
        }
        return points != null && points.micros() == 0 && qualifies == null ? null : points;
    }

    private @Nullable Fading fading() {
        Span halfLife = reading.span(fields, "half-life");
        Span linear = reading.span(fields, "linear");
        if (fields.has("half-life") && fields.has("linear")) {
            reading.add(
                    Code.FADES_TWICE,
                    fields.place("linear"),
                    "points fade by 'half-life' or by 'linear'; leave one out");
            return null;
        }
        boolean isFaulty = isFaulty("half-life", halfLife) || isFaulty("linear", linear);
        return isFaulty ? null : new Fading(halfLife, linear);
    }

    private @Nullable Filters filters() {
        Span every = reading.span(fields, "every");
        Span window = reading.span(fields, "window");
        String distinct = distinct();
        Integer atLeast = count("at-least");
        Integer atMost = count("at-most");
        if (atLeast != null && atMost != null && atMost > 0 && atLeast > atMost) {
            reading.add(
                    Code.COUNTS_CROSS,
                    fields.place("at-most"),
                    "at-most (" + atMost + ") is below at-least (" + atLeast + "), so that nothing would ever count");
        }
        boolean isFaulty = isFaulty("every", every) || isFaulty("window", window) || isFaulty("distinct", distinct);
        return isFaulty || atLeast == null || atMost == null
                ? null
                : new Filters(every, distinct, window, atLeast, atMost);
    }

    /** 0 where it is absent, null where it is at fault. */
    private @Nullable Integer count(String key) {
        if (!fields.has(key)) {
            return 0;
        }
        Long count = fields.whole(key, Long.MIN_VALUE, Long.MAX_VALUE);
        if (count != null && count < 1) {
            reading.add(
                    Code.OUT_OF_RANGE,
                    fields.place(key),
                    key + " (" + count + ") is not from 1 to " + Filters.KEPT_MAX + "; leave it out to count all");
            return null;
        }
        if (count != null && count > Filters.KEPT_MAX) {
            reading.add(
                    Code.OUT_OF_RANGE,
                    fields.place(key),
                    key + " (" + count + ") is above the " + Filters.KEPT_MAX + " events kept per signal; use "
                            + Filters.KEPT_MAX + " or less");
            return null;
        }
        return count == null ? null : Math.toIntExact(count);
    }

    private @Nullable String distinct() {
        Scalar scalar = fields.scalar("distinct");
        if (scalar == null || DISTINCT.matcher(scalar.value()).matches()) {
            return scalar == null ? null : scalar.value();
        }
        reading.add(
                Code.DISTINCT_PATH,
                scalar.place(),
                "'" + scalar.value()
                        + "' is nothing to tell events apart by; write event.path, event.name, event.url, or"
                        + " a property such as event.properties.resource or event.campaign.name");
        return null;
    }

    private @Nullable Points cap(@Nullable Points points, @Nullable Fading fading, @Nullable Filters filters) {
        if (!fields.has("cap")) {
            return Points.MAX;
        }
        Points cap = reading.points(fields, "cap");
        if (cap != null && !cap.isPositive()) {
            reading.add(Code.POINTS, fields.place("cap"), "a cap is above 0; it bounds points and penalties alike");
            return null;
        }
        if (cap == null || points == null || fading == null || filters == null) {
            return cap;
        }
        boolean isKeptBounded = !filters.isEmpty() || fading.linear() != null;
        boolean isReached = Math.abs(points.micros()) * Filters.KEPT_MAX >= cap.micros();
        if (isKeptBounded && filters.atMost() == 0 && points.micros() != 0 && !isReached) {
            reading.add(
                    Code.CAP_OUT_OF_REACH,
                    fields.place("cap"),
                    "the newest " + Filters.KEPT_MAX + " events count, and with " + points
                            + " points each they cannot reach" + " the cap (" + cap + ")");
        }
        return cap;
    }

    private boolean isFaulty(String key, @Nullable Object read) {
        return fields.has(key) && read == null;
    }

    private boolean fades(@Nullable Filters filters) {
        return fields.has("half-life") || fields.has("linear") || filters == null || filters.window() != null;
    }
}
