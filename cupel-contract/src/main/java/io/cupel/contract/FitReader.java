package io.cupel.contract;

import io.cupel.core.contract.Condition;
import io.cupel.core.contract.Criterion;
import io.cupel.core.contract.Exclusion;
import io.cupel.core.contract.FitRule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads {@code fit} and {@code exclude}. */
final class FitReader {
    private final Reading reading;

    FitReader(Reading reading) {
        this.reading = reading;
    }

    @Nullable
    FitRule fit(Fields contract) {
        if (!contract.has("fit")) {
            reading.add(
                    Code.EVERYBODY_FITS,
                    contract.place(),
                    "there is no 'fit', so everybody passes; say for whom the product is");
            return null;
        }
        Fields fit = contract.fields("fit", Shape.FIT);
        if (fit == null) {
            return null;
        }
        Long pass = fit.whole("pass", 1, Limits.FIT_POINTS_MAX);
        List<Criterion> criteria = new ArrayList<>();
        Long reach = criteria(fit, criteria);
        if (fit.node("criteria") instanceof Node.Items items && items.nodes().isEmpty()) {
            reading.add(Code.MISSING_KEY, fit.place("criteria"), "fit needs at least one criterion");
        } else if (pass != null && reach != null && pass > reach) {
            reading.add(
                    Code.FIT_OUT_OF_REACH,
                    fit.place("pass"),
                    "pass (" + pass + ") is out of reach: all criteria together give " + reach + " points");
        }
        SortedMap<String, Long> grades = grades(fit, reach == null ? Long.MAX_VALUE : reach);
        return pass == null ? null : new FitRule(pass, criteria, grades);
    }

    /**
     * Reads the criteria and tells what they can sum to. Those with a faulty condition have their points all the same,
     * so that one fault makes no second one; null where points are at fault.
     */
    private @Nullable Long criteria(Fields fit, List<Criterion> criteria) {
        Set<String> names = new HashSet<>();
        long reach = 0;
        boolean isKnown = true;
        for (Node node : fit.items("criteria", Limits.CRITERIA_MAX)) {
            Fields fields = Fields.open(node, Shape.CRITERION, reading.findings());
            Long points = fields == null ? null : points(fields);
            if (fields == null || points == null) {
                isKnown = false;
                continue;
            }
            reach += Math.max(0, points);
            Criterion criterion = criterion(fields, points, names);
            if (criterion != null) {
                criteria.add(criterion);
            }
        }
        return isKnown ? Long.valueOf(reach) : null;
    }

    private @Nullable Long points(Fields fields) {
        return fields.has("points")
                ? fields.whole("points", -Criterion.POINTS_MAX, Criterion.POINTS_MAX)
                : Long.valueOf(0);
    }

    private @Nullable Criterion criterion(Fields fields, long points, Set<String> names) {
        String name = reading.name(fields, names);
        Condition when = reading.attributeCondition(fields, "when");
        boolean required = fields.has("required") && Boolean.TRUE.equals(fields.truth("required"));
        if (points == 0 && !required) {
            reading.add(
                    Code.NO_EFFECT,
                    fields.place("points"),
                    "the criterion changes nothing; give it points or 'required: true'");
            return null;
        }
        if (points < 0 && required) {
            reading.add(
                    Code.POINTS,
                    fields.place("points"),
                    "a required criterion of negative points (" + points + ") can only harm who meets it; give it"
                            + " points of 0 or more, or leave 'required' out");
            return null;
        }
        return name == null || when == null ? null : new Criterion(name, when, points, required);
    }

    private SortedMap<String, Long> grades(Fields fit, long reach) {
        SortedMap<String, Long> grades = new TreeMap<>();
        Fields fields = fit.fields("grades", Shape.GRADES);
        if (fields == null) {
            return grades;
        }
        Long above = null;
        for (String letter : Shape.GRADES.keys()) {
            Long points = fields.whole(letter, -Limits.FIT_POINTS_MAX, Limits.FIT_POINTS_MAX);
            if (points == null) {
                continue;
            }
            if (above != null && points >= above) {
                reading.add(
                        Code.GRADES,
                        fields.place(letter),
                        letter + " (" + points + ") needs fewer points than the letter before it (" + above + ")");
                continue;
            }
            if (points > reach) {
                reading.add(
                        Code.GRADES,
                        fields.place(letter),
                        letter + " (" + points + ") is out of reach: all criteria together give " + reach + " points");
            }
            above = points;
            grades.put(letter, points);
        }
        return grades;
    }

    List<Exclusion> exclusions(Fields contract) {
        List<Exclusion> exclusions = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Node node : contract.items("exclude", Limits.EXCLUSIONS_MAX)) {
            Fields fields = Fields.open(node, Shape.EXCLUSION, reading.findings());
            if (fields == null) {
                continue;
            }
            String name = reading.name(fields, names);
            Condition when = reading.attributeCondition(fields, "when");
            if (name != null && when != null) {
                exclusions.add(new Exclusion(name, when));
            }
        }
        return exclusions;
    }
}
