package io.cupel.files;

import io.cupel.core.time.IsoTime;
import io.cupel.files.columns.DateOrder;
import io.cupel.files.columns.MonthNames;
import io.cupel.files.columns.WrittenDate;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A month as people write it: 2026-03, 03/2026, Mar 2026, or a day in it. */
final class Months {
    private static final Pattern YEAR_FIRST = Pattern.compile("([0-9]{4})[-/.]([0-9]{1,2})");
    private static final Pattern TOGETHER = Pattern.compile("((?:19|20)[0-9]{2})([0-9]{2})");
    private static final Pattern YEAR_LAST = Pattern.compile("([0-9]{1,2})[-/.]([0-9]{4})");
    private static final Pattern NAMED = Pattern.compile("(\\p{L}{3,10})\\.?(?:[ -]+|, *)([0-9]{4})");
    private static final Pattern NAMED_LAST = Pattern.compile("([0-9]{4})[ -]+(\\p{L}{3,10})\\.?");

    private Months() {}

    /** The month that a text tells alone; a day that could be two days tells none. */
    static Optional<YearMonth> read(String told) {
        Optional<YearMonth> month = written(told);
        if (month.isPresent()) {
            return month;
        }
        try {
            WrittenDate date = WrittenDate.read(told);
            return date.isAmbiguous() ? Optional.empty() : Optional.of(YearMonth.from(date.day(DateOrder.DAY_FIRST)));
        } catch (WrittenDate.Unreadable e) {
            return Optional.empty();
        }
    }

    /** A month without a day, or the month of a time as ISO writes it, whatever zone that is in. */
    static Optional<YearMonth> written(String told) {
        String text = told.strip();
        try {
            for (Pattern yearFirst : new Pattern[] {YEAR_FIRST, TOGETHER}) {
                Matcher first = yearFirst.matcher(text);
                if (first.matches()) {
                    return Optional.of(YearMonth.of(number(first, 1), number(first, 2)));
                }
            }
            Matcher last = YEAR_LAST.matcher(text);
            if (last.matches()) {
                return Optional.of(YearMonth.of(number(last, 2), number(last, 1)));
            }
            Matcher named = NAMED.matcher(text);
            if (named.matches()) {
                return named(named.group(1), number(named, 2));
            }
            Matcher namedLast = NAMED_LAST.matcher(text);
            if (namedLast.matches()) {
                return named(namedLast.group(2), number(namedLast, 1));
            }
            return IsoTime.millis(text).isPresent()
                    ? Optional.of(YearMonth.parse(text.substring(0, 7)))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<YearMonth> named(String name, int year) {
        int month = MonthNames.number(name);
        return month == 0 ? Optional.empty() : Optional.of(YearMonth.of(year, month));
    }

    private static int number(Matcher written, int group) {
        return Integer.parseInt(written.group(group));
    }
}
