package io.cupel.contract;

import io.cupel.core.contract.Condition;
import io.cupel.core.contract.Points;
import io.cupel.core.time.Span;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the readers of one contract share: findings, conditions, and the values that several parts have. */
final class Reading {
    private final Findings findings;
    private final Vocabulary vocabulary;
    private final UsedLists used = new UsedLists();
    private @Nullable Conditions onAttributes;
    private @Nullable Conditions onEvents;

    Reading(Findings findings, Vocabulary vocabulary) {
        this.findings = findings;
        this.vocabulary = vocabulary;
    }

    Findings findings() {
        return findings;
    }

    UsedLists used() {
        return used;
    }

    void add(Code code, Place place, String message) {
        findings.add(code, place, message);
    }

    /** A condition over {@code lead}, {@code company} and {@code lists}. */
    @Nullable
    Condition attributeCondition(Fields fields, String key) {
        Scalar scalar = condition(fields, key);
        if (scalar == null) {
            return null;
        }
        if (onAttributes == null) {
            onAttributes = new Conditions(ConditionScope.ofAttributes(vocabulary), vocabulary.lists(), used, findings);
        }
        return onAttributes.compile(scalar);
    }

    /** A condition over {@code event} and {@code lists}. */
    @Nullable
    Condition eventCondition(Fields fields, String key) {
        Scalar scalar = condition(fields, key);
        if (scalar == null) {
            return null;
        }
        if (onEvents == null) {
            onEvents = new Conditions(ConditionScope.ofEvents(vocabulary), vocabulary.lists(), used, findings);
        }
        return onEvents.compile(scalar);
    }

    /** A condition may also be written {@code true}, which YAML takes for a truth. */
    private @Nullable Scalar condition(Fields fields, String key) {
        Node node = fields.node(key);
        return node instanceof Scalar scalar && scalar.isTruth() ? scalar : fields.scalar(key);
    }

    /** The name of something, noted so that no second thing of its kind bears it. */
    @Nullable
    String name(Fields fields, Set<String> taken) {
        String name = fields.text("name", Limits.NAME_MAX);
        if (name == null) {
            return null;
        }
        Place place = fields.place("name");
        if (!name.equals(name.strip()) || !name.equals(Source.printable(name))) {
            add(Code.BAD_NAME, place, "a name is one line without blanks at its ends and without control characters");
            return null;
        }
        if (!taken.add(name)) {
            add(Code.DUPLICATE_NAME, place, "a second '" + name + "'; give each its own name");
        }
        return name;
    }

    /** A span of time. */
    @Nullable
    Span span(Fields fields, String key) {
        Scalar scalar = fields.scalar(key);
        return scalar == null ? null : span(scalar, key);
    }

    @Nullable
    Span span(Scalar scalar, String key) {
        try {
            return Span.parse(scalar.value());
        } catch (IllegalArgumentException e) {
            add(
                    Code.SPAN,
                    scalar.place(),
                    key + ": '" + scalar.value()
                            + "' is not a span of time of at most a hundred years; write a whole number"
                            + " and s, m, h, d or w, such as 30d");
            return null;
        }
    }

    /** A number of points with up to six decimals, at most {@link Points#SIZE_MAX} in size. */
    @Nullable
    Points points(Fields fields, String key) {
        Node node = fields.node(key);
        Scalar scalar = node == null ? null : new Values(findings).number(node, "'" + key + "'");
        if (scalar == null) {
            return null;
        }
        try {
            boolean fits = scalar.value().length() <= Values.DIGITS_MAX;
            Points points = fits ? Points.parse(scalar.value()) : null;
            if (points != null && Math.abs(points.micros()) <= Points.MAX.micros()) {
                return points;
            }
        } catch (IllegalArgumentException e) {
            // Said below in the words of the file.
        }
        add(
                Code.POINTS,
                scalar.place(),
                key + " (" + scalar.value() + ") is not a number of points; up to six decimals are allowed, and "
                        + Points.SIZE_MAX + " in size");
        return null;
    }
}
