package io.cupel.files;

import io.cupel.core.time.IsoTime;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A month as people write it: 2026-03, 03/2026, Mar 2026, or a day in it as ISO writes it. */
final class Months {
    private static final List<String> NAMES = List.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december");
    private static final int SHORT = 3;

    private static final Pattern YEAR_FIRST = Pattern.compile("([0-9]{4})[-/.]([0-9]{1,2})");
    private static final Pattern YEAR_LAST = Pattern.compile("([0-9]{1,2})[-/.]([0-9]{4})");
    private static final Pattern NAMED = Pattern.compile("([a-z]{3,9})\\.?[ -]+([0-9]{4})");

    private Months() {}

    static Optional<YearMonth> read(String told) {
        String text = told.strip().toLowerCase(Locale.ROOT);
        try {
            Matcher first = YEAR_FIRST.matcher(text);
            if (first.matches()) {
                return Optional.of(YearMonth.of(number(first, 1), number(first, 2)));
            }
            Matcher last = YEAR_LAST.matcher(text);
            if (last.matches()) {
                return Optional.of(YearMonth.of(number(last, 2), number(last, 1)));
            }
            Matcher named = NAMED.matcher(text);
            if (named.matches()) {
                return month(named.group(1)).map(month -> YearMonth.of(number(named, 2), month));
            }
            // The month that is written, whatever zone the time of day is in.
            return IsoTime.millis(text).isPresent()
                    ? Optional.of(YearMonth.parse(text.substring(0, 7)))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Integer> month(String name) {
        for (int i = 0; i < NAMES.size(); i++) {
            if (NAMES.get(i).equals(name) || NAMES.get(i).substring(0, SHORT).equals(name)) {
                return Optional.of(i + 1);
            }
        }
        return Optional.empty();
    }

    private static int number(Matcher written, int group) {
        return Integer.parseInt(written.group(group));
    }
}
