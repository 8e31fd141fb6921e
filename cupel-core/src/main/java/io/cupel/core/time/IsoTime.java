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

    private IsoTime() {}

    /**
     * Milliseconds since 1970 UTC. A time without offset is UTC, a date its midnight; empty where the text is neither,
     * or no day of the calendar.
     */
    public static OptionalLong millis(String text) {
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
