package io.cupel.core.time;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Instants as ISO 8601 writes them, cut to the millisecond. */
public final class IsoTime {
    /** The longest form: a date, a time with nanoseconds, an offset. */
    private static final int LENGTH_MAX = 40;

    private static final Pattern WRITTEN = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})"
            + "(?:[Tt ](\\d{2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,9}))?)?"
            + "\\s?(?:([Zz])|([+-])(\\d{2}):?(\\d{2})?)?)?");

    private static final long NONE = Long.MIN_VALUE;
    /** From the first of March of the year 0. */
    private static final long DAYS_TO_1970 = 719_468;

    private IsoTime() {}

    /**
     * Milliseconds since 1970 UTC. A time without offset is UTC, a date its midnight; empty where the text is neither,
     * or no day of the calendar.
     */
    public static OptionalLong millis(String text) {
        long usual = usual(text);
        return usual == NONE ? ofAny(text) : OptionalLong.of(usual);
    }

    /** The same of what nearly all logs write, {@code 2024-05-06T07:08:09Z} with or without milliseconds; else none. */
    private static long usual(String text) {
        int length = text.length();
        boolean hasMillis = length == 24 && text.charAt(19) == '.';
        if ((length != 20 && !hasMillis)
                || text.charAt(length - 1) != 'Z'
                || text.charAt(4) != '-'
                || text.charAt(7) != '-'
                || text.charAt(10) != 'T'
                || text.charAt(13) != ':'
                || text.charAt(16) != ':') {
            return NONE;
        }
        int year = number(text, 0, 4);
        int month = number(text, 5, 7);
        int day = number(text, 8, 10);
        int hour = number(text, 11, 13);
        int minute = number(text, 14, 16);
        int second = number(text, 17, 19);
        int millis = hasMillis ? number(text, 20, 23) : 0;
        boolean isUsual = year >= 0
                && month >= 1
                && month <= 12
                && day >= 1
                && day <= (month == 2 ? 28 : 30) // the days that every year and month has
                && hour >= 0
                && hour <= 23
                && minute >= 0
                && minute <= 59
                && second >= 0
                && second <= 59
                && millis >= 0;
        long seconds = 60L * (60L * hour + minute) + second;
        return isUsual ? 86_400_000L * daysTo(year, month, day) + 1_000L * seconds + millis : NONE;
    }

    /** From 1970 to a day; years begin in March here, so that the day that leap years have is the last one. */
    private static long daysTo(int year, int month, int day) {
        long march = month > 2 ? year : year - 1L;
        int months = month > 2 ? month - 3 : month + 9;
        long leaps = Math.floorDiv(march, 4) - Math.floorDiv(march, 100) + Math.floorDiv(march, 400);
        return 365L * march + leaps + (153L * months + 2) / 5 + day - 1 - DAYS_TO_1970;
    }

    /** What digits say; negative where others stand among them. */
    private static int number(String text, int from, int until) {
        int number = 0;
        for (int i = from; i < until; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = 10 * number + digit;
        }
        return number;
    }

    private static OptionalLong ofAny(String text) {
        Matcher written = text.length() > LENGTH_MAX ? null : WRITTEN.matcher(text);
        if (written == null || !written.matches()) {
            return OptionalLong.empty();
        }
        try {
            LocalDateTime local = local(written);
            ZoneOffset offset = written.group(9) == null ? ZoneOffset.UTC : offset(written);
            return OptionalLong.of(local.toInstant(offset).toEpochMilli());
        } catch (DateTimeException e) {
            return OptionalLong.empty();
        }
    }

    /** Whether a text that {@link #millis} reads says itself what offset it is in. */
    public static boolean hasOffset(String text) {
        Matcher written = text.length() > LENGTH_MAX ? null : WRITTEN.matcher(text);
        return written != null && written.matches() && (written.group(8) != null || written.group(9) != null);
    }

    private static LocalDateTime local(Matcher written) {
        LocalDate date = LocalDate.of(number(written, 1), number(written, 2), number(written, 3));
        if (written.group(4) == null) {
            return date.atStartOfDay();
        }
        String fraction = written.group(7) == null ? "0" : (written.group(7) + "00000000").substring(0, 9);
        int second = written.group(6) == null ? 0 : number(written, 6);
        // A leap second is the last one of its minute: no clock here counts it.
        LocalTime time = LocalTime.of(number(written, 4), number(written, 5), second == 60 ? 59 : second);
        return date.atTime(time).withNano(Integer.parseInt(fraction));
    }

    private static ZoneOffset offset(Matcher written) {
        int minutes = written.group(11) == null ? 0 : number(written, 11);
        int sign = written.group(9).equals("-") ? -1 : 1;
        return ZoneOffset.ofHoursMinutes(sign * number(written, 10), sign * minutes);
    }

    private static int number(Matcher written, int group) {
        return Integer.parseInt(written.group(group));
    }
}
