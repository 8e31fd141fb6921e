package io.cupel.files.columns;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What stands behind a date: a time of day, and perhaps its offset.
 *
 * @param offset null where none is told
 */
record ClockTime(LocalTime time, @Nullable ZoneOffset offset) {
    private static final ClockTime MIDNIGHT = new ClockTime(LocalTime.MIDNIGHT, null);

    private static final Pattern WRITTEN = Pattern.compile("[T,]? *(?:at |a las |um |à )?(\\d{1,2})[:h](\\d{2})"
            + "(?::(\\d{2})(?:[.,]\\d{1,9})?)?(?: ?([AaPp])\\.? ?[Mm]\\.?)?(?: ?Uhr)?"
            + "(?: ?(Z|UTC|GMT)| ?(?:UTC|GMT)?([+-]\\d{2}):?(\\d{2}))?");

    /** Null where the text is neither empty nor a time of day. */
    static @Nullable ClockTime read(String text) {
        if (text.isBlank()) {
            return MIDNIGHT;
        }
        Matcher written = WRITTEN.matcher(text.strip());
        if (!written.matches()) {
            return null;
        }
        try {
            int hour = Integer.parseInt(written.group(1));
            if (written.group(4) != null) {
                if (hour < 1 || hour > 12) {
                    return null;
                }
                boolean isAfternoon = written.group(4).toLowerCase(Locale.ROOT).equals("p");
                hour = hour % 12 + (isAfternoon ? 12 : 0);
            }
            int second = written.group(3) == null ? 0 : Integer.parseInt(written.group(3));
            // A leap second is the last one of its minute: no clock here counts it.
            LocalTime time = LocalTime.of(hour, Integer.parseInt(written.group(2)), second == 60 ? 59 : second);
            return new ClockTime(time, offset(written));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable ZoneOffset offset(Matcher written) {
        if (written.group(5) != null) {
            return ZoneOffset.UTC;
        }
        if (written.group(6) == null) {
            return null;
        }
        int hours = Integer.parseInt(written.group(6).substring(1));
        int sign = written.group(6).startsWith("-") ? -1 : 1;
        return ZoneOffset.ofHoursMinutes(sign * hours, sign * Integer.parseInt(written.group(7)));
    }
}
