package io.cupel.cli;

import io.cupel.core.contract.Points;
import io.cupel.core.evidence.Range;
import io.cupel.core.evidence.Sum;
import io.cupel.files.text.Numerals;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** How numbers, times and attributes are said to a person. */
final class Words {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT);
    private static final long MINUTE_SECONDS = 60;
    private static final long HOUR_SECONDS = 3_600;
    private static final long DAY_SECONDS = 86_400;

    private Words() {}

    /** A point in time to the minute, in the contract's time zone. */
    static String minute(long millis, ZoneId zone) {
        return MINUTE.format(Instant.ofEpochMilli(millis).atZone(zone));
    }

    /** The zone's name; UTC where it is that. */
    static String zone(ZoneId zone) {
        return zone.getId().equals("Z") ? "UTC" : zone.getId();
    }

    static String day(long millis, ZoneId zone) {
        return DAY.format(Instant.ofEpochMilli(millis).atZone(zone));
    }

    /** {@code 1,240}. */
    static String count(long number) {
        return Numerals.of(number);
    }

    /** {@code 1 lead}, {@code 1,240 leads}. */
    static String count(long number, String one, String many) {
        return Numerals.of(number, one, many);
    }

    /** Points as people read them: whole where they are whole, else with one decimal. */
    static String points(Points points) {
        BigDecimal exact = new BigDecimal(points.toString());
        BigDecimal rounded = exact.setScale(1, RoundingMode.FLOOR).stripTrailingZeros();
        return (rounded.signum() == 0 && exact.signum() > 0 ? exact : rounded).toPlainString();
    }

    /** How long ago, in the unit that matters. */
    static String age(long seconds) {
        if (seconds < MINUTE_SECONDS) {
            return "just now";
        }
        if (seconds < HOUR_SECONDS) {
            return seconds / MINUTE_SECONDS + " min";
        }
        if (seconds < 2 * DAY_SECONDS) {
            return seconds / HOUR_SECONDS + " h";
        }
        return count(seconds / DAY_SECONDS) + " d";
    }

    /** A span such as "30 days" or "36 hours". */
    static String span(long seconds) {
        if (seconds % DAY_SECONDS == 0) {
            return count(seconds / DAY_SECONDS, "day", "days");
        }
        if (seconds % HOUR_SECONDS == 0) {
            return count(seconds / HOUR_SECONDS, "hour", "hours");
        }
        return seconds % MINUTE_SECONDS == 0
                ? count(seconds / MINUTE_SECONDS, "minute", "minutes")
                : count(seconds, "second", "seconds");
    }

    /** {@code company.review_count} is said "review count". */
    static String attribute(String path) {
        return path.substring(path.indexOf('.') + 1).replace('_', ' ');
    }

    /** The same, but "company region" where among others there is one of the same name: the lead's. */
    static String attribute(String path, Collection<String> others) {
        boolean isAmbiguous = others.stream()
                .anyMatch(other -> !other.equals(path) && attribute(other).equals(attribute(path)));
        return isAmbiguous ? path.replace('.', ' ').replace('_', ' ') : attribute(path);
    }

    static String attributes(Collection<String> paths) {
        return list(paths.stream().map(path -> attribute(path, paths)).toList(), "and");
    }

    /** "a", "a and b", "a, b and c". */
    static String list(List<String> items, String last) {
        if (items.size() < 2) {
            return String.join("", items);
        }
        return String.join(", ", items.subList(0, items.size() - 1)) + " " + last + " " + items.get(items.size() - 1);
    }

    /** {@code 12,500 EUR}, {@code 12,500.50 EUR}: with cents where it has some. */
    static String sum(Sum sum) {
        BigDecimal amount = sum.amount();
        String whole = count(amount.longValue());
        int decimals = Math.max(2, amount.scale());
        String cents = amount.scale() == 0
                ? ""
                : "." + amount.setScale(decimals).toPlainString().split("\\.", -1)[1];
        return (whole + cents + " " + sum.currency()).stripTrailing();
    }

    /** The value of an attribute as a person reads it. */
    static String value(Object value) {
        if (value instanceof Long number) {
            return count(number);
        }
        if (value instanceof Double number) {
            return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
        }
        if (value instanceof Boolean truth) {
            return truth ? "yes" : "no";
        }
        if (value instanceof Range range && !range.isExact()) {
            return count(range.low()) + (range.isOpen() ? " or more" : " to " + count(range.high()));
        }
        if (value instanceof Range range) {
            return count(range.low());
        }
        if (value instanceof Collection<?> items) {
            return items.stream().map(String::valueOf).collect(Collectors.joining(", "));
        }
        return String.valueOf(value);
    }

    /** "50 to 500 people 12, Can say yes 3", most first. */
    static String tally(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .map(entry -> entry.getKey() + " " + count(entry.getValue()))
                .collect(Collectors.joining(", "));
    }
}
