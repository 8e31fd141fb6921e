package io.cupel.files.columns;

import io.cupel.core.time.IsoTime;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A date of a cell, as far as the cell alone tells it: {@code 3/4/2024} is two days until its column says more.
 *
 * @param dayFirst the day, if the first number is the day; null if it cannot be
 * @param monthFirst the day, if the first number is the month; null if it cannot be
 * @param isOrdered whether the form leaves the order open; else both days are one
 */
public record WrittenDate(
        @Nullable LocalDate dayFirst,
        @Nullable LocalDate monthFirst,
        LocalTime time,
        @Nullable ZoneOffset offset,
        boolean isOrdered) {
    /** Why a text is no date. */
    public static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable(String reason) {
            super(reason, null, false, false);
        }

        /** Continues "the value ..." and never repeats it. */
        public String reason() {
            return String.valueOf(getMessage());
        }
    }

    private static final int LENGTH_MAX = 60;
    private static final Pattern ISO_LIKE = Pattern.compile("(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})(\\D.*)?");
    private static final Pattern NUMBERS = Pattern.compile("(\\d{1,2})([/.-])(\\d{1,2})\\2(\\d{4})(\\D.*)?");
    private static final Pattern SHORT_YEAR = Pattern.compile("\\d{1,2}([/.-])\\d{1,2}\\1\\d{2}(\\D.*)?");
    private static final Pattern DAY_NAME =
            Pattern.compile("(\\d{1,2})(?:st|nd|rd|th|º)?[. -]*(?:de )?(\\p{L}+)[., -]*(?:de |del )?(\\d{4})(\\D.*)?");
    private static final Pattern NAME_DAY =
            Pattern.compile("(\\p{L}+)[. -]+(\\d{1,2})(?:st|nd|rd|th)?[, -]+(\\d{4})(\\D.*)?");
    private static final Pattern WEEKDAY = Pattern.compile("\\p{L}{2,10}\\.?, +(.*)");
    private static final Pattern DIGITS = Pattern.compile("\\d{1,16}(?:\\.0+)?");

    /**
     * Reads a cell that is not blank.
     *
     * @throws Unreadable if it is no date, or one that nobody could be sure of
     */
    public static WrittenDate read(String cell) throws Unreadable {
        String text = cell.strip();
        if (text.length() > LENGTH_MAX) {
            throw new Unreadable("is not a date");
        }
        OptionalLong iso = IsoTime.millis(text);
        if (iso.isPresent() && IsoTime.hasOffset(text)) {
            return ofMillis(iso.getAsLong());
        }
        if (DIGITS.matcher(text).matches()) {
            return ofDigits(text.replaceFirst("\\..*", ""));
        }
        try {
            return ofText(text);
        } catch (DateTimeException e) {
            throw new Unreadable("is no day of the calendar");
        }
    }

    private static WrittenDate ofText(String text) throws Unreadable {
        Matcher weekday = WEEKDAY.matcher(text);
        String date = weekday.matches() ? weekday.group(1) : text;
        Matcher iso = ISO_LIKE.matcher(date);
        if (iso.matches()) {
            return fixed(number(iso, 1), number(iso, 3), number(iso, 4), iso.group(5));
        }
        Matcher numbers = NUMBERS.matcher(date);
        if (numbers.matches()) {
            return ofNumbers(numbers);
        }
        if (SHORT_YEAR.matcher(date).matches()) {
            throw new Unreadable("has a year of two digits, which could be the day or of another century; write it with"
                    + " four, such as 2024-03-31");
        }
        Matcher dayName = DAY_NAME.matcher(date);
        if (dayName.matches()) {
            return fixed(number(dayName, 3), month(dayName.group(2)), number(dayName, 1), dayName.group(4));
        }
        Matcher nameDay = NAME_DAY.matcher(date);
        if (nameDay.matches()) {
            return fixed(number(nameDay, 3), month(nameDay.group(1)), number(nameDay, 2), nameDay.group(4));
        }
        throw new Unreadable("is not a date");
    }

    /** Dates with dots are written day first only. */
    private static WrittenDate ofNumbers(Matcher written) throws Unreadable {
        int first = number(written, 1);
        int second = number(written, 3);
        int year = number(written, 4);
        if (written.group(2).equals(".")) {
            return fixed(year, second, first, written.group(5));
        }
        LocalDate dayFirst = day(year, second, first);
        LocalDate monthFirst = day(year, first, second);
        if (dayFirst == null && monthFirst == null) {
            throw new Unreadable("is no day of the calendar");
        }
        ClockTime time = time(written.group(5));
        return new WrittenDate(dayFirst, monthFirst, time.time(), time.offset(), true);
    }

    private static @Nullable LocalDate day(int year, int month, int day) {
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static WrittenDate fixed(int year, int month, int day, @Nullable String rest) throws Unreadable {
        LocalDate date = LocalDate.of(year, month, day);
        ClockTime time = time(rest);
        return new WrittenDate(date, date, time.time(), time.offset(), false);
    }

    private static ClockTime time(@Nullable String rest) throws Unreadable {
        ClockTime time = ClockTime.read(rest == null ? "" : rest);
        if (time == null) {
            throw new Unreadable("has something behind the date that is no time of day");
        }
        return time;
    }

    private static int month(String name) throws Unreadable {
        int month = MonthNames.number(name);
        if (month == 0) {
            throw new Unreadable("is not a date");
        }
        return month;
    }

    /** A day written together, seconds or milliseconds since 1970. */
    private static WrittenDate ofDigits(String digits) throws Unreadable {
        long number = Long.parseLong(digits);
        switch (digits.length()) {
            case 5 -> throw new Unreadable("is a day counted as spreadsheets do; format its column as a date");
            case 8 -> {
                try {
                    int day = (int) number;
                    return fixed(day / 10_000, day / 100 % 100, day % 100, null);
                } catch (DateTimeException e) {
                    throw new Unreadable("is not a date");
                }
            }
            case 9, 10 -> {
                return ofMillis(number * 1_000L);
            }
            case 12, 13 -> {
                return ofMillis(number);
            }
            case 16 -> {
                return ofMillis(number / 1_000L);
            }
            default -> throw new Unreadable("is not a date");
        }
    }

    private static WrittenDate ofMillis(long millis) {
        var at = java.time.Instant.ofEpochMilli(millis).atOffset(ZoneOffset.UTC);
        return new WrittenDate(at.toLocalDate(), at.toLocalDate(), at.toLocalTime(), ZoneOffset.UTC, false);
    }

    /** The order that this date alone proves; null where it proves none. */
    public @Nullable DateOrder proves() {
        if (!isOrdered || (dayFirst == null) == (monthFirst == null)) {
            return null;
        }
        return dayFirst == null ? DateOrder.MONTH_FIRST : DateOrder.DAY_FIRST;
    }

    /** Whether it is two days until somebody says which number is the day. */
    public boolean isAmbiguous() {
        return isOrdered && dayFirst != null && monthFirst != null && !dayFirst.equals(monthFirst);
    }

    /** Milliseconds since 1970 UTC; a date that only one order allows is read in that one, whatever is asked. */
    public long millis(DateOrder order, ZoneId zone) {
        ZoneId where = offset == null ? zone : offset;
        return day(order).atTime(time).atZone(where).toInstant().toEpochMilli();
    }

    /** The day that is written, wherever that is; one that only one order allows is that, whatever is asked. */
    public LocalDate day(DateOrder order) {
        LocalDate wanted = order == DateOrder.DAY_FIRST ? dayFirst : monthFirst;
        LocalDate other = order == DateOrder.DAY_FIRST ? monthFirst : dayFirst;
        LocalDate date = wanted != null ? wanted : other;
        if (date == null) {
            throw new IllegalStateException("a date without a day");
        }
        return date;
    }

    private static int number(Matcher written, int group) {
        return Integer.parseInt(written.group(group));
    }
}
