package io.cupel.files;

import io.cupel.core.evidence.Told;
import io.cupel.core.time.IsoTime;
import io.cupel.files.text.Refusal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When the facts of a row were told, by its create date. A date that cannot be read, or that could be day-first as well
 * as month-first, is not guessed: the facts then count as told before all events, and that is said.
 */
final class CreateDates {
    private static final Pattern SLASHED = Pattern.compile("(\\d{1,2})([/.-])(\\d{1,2})\\2(\\d{4})"
            + "(?:,? +(\\d{1,2}):(\\d{2})(?::(\\d{2}))?(?: ?([AaPp])\\.?[Mm]\\.?)?)?");

    private static final int LENGTH_MAX = 40;

    private final ZoneId zone;
    private final OccurredAt clock;
    private long ambiguous;
    private long unread;

    CreateDates(ZoneId zone, OccurredAt clock) {
        this.zone = zone;
        this.clock = clock;
    }

    /** Milliseconds since 1970 UTC, or {@link Told#BEFORE_ALL}. */
    long at(String cell) {
        String text = cell.strip();
        if (text.isEmpty()) {
            return Told.BEFORE_ALL;
        }
        OptionalLong millis = text.length() > LENGTH_MAX ? OptionalLong.empty() : IsoTime.millis(text);
        try {
            if (millis.isPresent()) {
                return clock.check(IsoTime.hasOffset(text) ? millis.getAsLong() : inZone(local(millis.getAsLong())));
            }
            Matcher slashed = SLASHED.matcher(text);
            if (text.length() <= LENGTH_MAX && slashed.matches()) {
                return ofSlashed(slashed);
            }
        } catch (DateTimeException | Refusal e) {
            unread++;
            return Told.BEFORE_ALL;
        }
        unread++;
        return Told.BEFORE_ALL;
    }

    /** What could not be used, in sentences about the file. */
    List<String> sentences(String file) {
        List<String> sentences = new ArrayList<>();
        if (ambiguous > 0) {
            sentences.add(
                    "%s: %s create dates could be day-first or month-first, so the facts of these rows count as told"
                                    .formatted(file, ambiguous)
                            + " before all events; dates such as 2026-03-01 leave no doubt");
        }
        if (unread > 0) {
            sentences.add(
                    "%s: %s create dates could not be read, so the facts of these rows count as told before all events"
                            .formatted(file, unread));
        }
        return sentences;
    }

    private long ofSlashed(Matcher written) throws Refusal {
        int first = Integer.parseInt(written.group(1));
        int second = Integer.parseInt(written.group(3));
        boolean dotted = written.group(2).equals("."); // only written day-first
        if (!dotted && first <= 12 && second <= 12 && first != second) {
            ambiguous++;
            return Told.BEFORE_ALL;
        }
        boolean dayFirst = dotted || first > 12;
        LocalDate date =
                LocalDate.of(Integer.parseInt(written.group(4)), dayFirst ? second : first, dayFirst ? first : second);
        return clock.check(inZone(date.atTime(time(written))));
    }

    private static LocalTime time(Matcher written) {
        if (written.group(5) == null) {
            return LocalTime.MIDNIGHT;
        }
        int hour = Integer.parseInt(written.group(5));
        if (written.group(8) != null) {
            if (hour < 1 || hour > 12) {
                throw new DateTimeException("no hour of half a day");
            }
            hour = hour % 12 + (written.group(8).equalsIgnoreCase("p") ? 12 : 0);
        }
        int second = written.group(7) == null ? 0 : Integer.parseInt(written.group(7));
        return LocalTime.of(hour, Integer.parseInt(written.group(6)), second);
    }

    private long inZone(LocalDateTime local) {
        return local.atZone(zone).toInstant().toEpochMilli();
    }

    private static LocalDateTime local(long millis) {
        return LocalDateTime.ofEpochSecond(
                Math.floorDiv(millis, 1_000L), (int) Math.floorMod(millis, 1_000L) * 1_000_000, ZoneOffset.UTC);
    }
}
