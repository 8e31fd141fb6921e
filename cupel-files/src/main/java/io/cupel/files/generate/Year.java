package io.cupel.files.generate;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The year that is made up. Times are milliseconds since 1970 UTC. Offsets of places are whole hours without summer
 * time: the rules of time zones come with the JDK and change, and the same seed must give the same bytes on each.
 */
final class Year {
    static final long SECOND = 1_000;
    static final long MINUTE = 60 * SECOND;
    static final long HOUR = 60 * MINUTE;
    static final long DAY = 24 * HOUR;

    /** How much happens in each hour of a working day, local time; the sum is 120. */
    private static final int[] HOURS = {1, 0, 0, 0, 0, 1, 1, 3, 8, 12, 13, 12, 7, 9, 12, 11, 9, 6, 4, 3, 3, 3, 1, 1};

    private static final double SHARE_KEPT_OF_WEEKENDS = 0.15;
    private static final int TRIES = 4;

    /** When people in sales are at their desks, local time of the company. */
    private static final int OPENS_HOUR = 9;

    private static final int CLOSES_HOUR = 18;
    /** The made-up company sits in New York. */
    static final int HOME_OFFSET_HOURS = -5;

    private static final int DAYS_OF_A_WEEK = 7;
    /** 1970 began on a Thursday. */
    private static final int DAYS_FROM_MONDAY_TO_1970 = 3;

    private static final int SATURDAY = 5;

    private final int number;
    private final long firstDay;
    private final int days;
    private final Weighted<Integer> hours = Weighted.of(hoursOfADay(), hour -> HOURS[hour]);

    Year(int number) {
        LocalDate first = LocalDate.of(number, 1, 1);
        this.number = number;
        this.firstDay = first.toEpochDay();
        this.days = first.lengthOfYear();
    }

    private static List<Integer> hoursOfADay() {
        return IntStream.range(0, HOURS.length).boxed().toList();
    }

    int number() {
        return number;
    }

    int days() {
        return days;
    }

    /** The first instant of the year. */
    long begin() {
        return firstDay * DAY;
    }

    /** The first instant after the year. */
    long end() {
        return (firstDay + days) * DAY;
    }

    /** The month of an instant within the year, from 0 on. */
    int month(long millis) {
        return LocalDate.ofEpochDay(Math.floorDiv(millis, DAY)).getMonthValue() - 1;
    }

    /** An instant between two, on a working day for the most part and at an hour at which people are awake. */
    long sometime(Dice dice, long from, long to, int offsetHours) {
        long span = Math.max(1, to - from);
        long day = 0;
        for (int i = 0; i < TRIES; i++) {
            day = Math.floorDiv(from + (long) (dice.uniform() * span) + offsetHours * HOUR, DAY);
            if (!isWeekend(day) || dice.chance(SHARE_KEPT_OF_WEEKENDS)) {
                break;
            }
        }
        long at = day * DAY + hours.draw(dice) * HOUR + dice.below((int) HOUR) - offsetHours * HOUR;
        return Math.min(Math.max(at, from), Math.max(from, to - 1));
    }

    /** The instant itself where sales is at work, else the next at which it is. */
    static long atWork(long millis) {
        long local = millis + HOME_OFFSET_HOURS * HOUR;
        long day = Math.floorDiv(local, DAY);
        long time = Math.floorMod(local, DAY);
        if (!isWeekend(day) && time < OPENS_HOUR * HOUR) {
            return day * DAY + OPENS_HOUR * HOUR - HOME_OFFSET_HOURS * HOUR;
        }
        if (!isWeekend(day) && time < CLOSES_HOUR * HOUR) {
            return millis;
        }
        do {
            day++;
        } while (isWeekend(day));
        return day * DAY + OPENS_HOUR * HOUR - HOME_OFFSET_HOURS * HOUR;
    }

    /** An instant that lies so much working time after another. */
    static long afterWork(long from, long workMillis) {
        long at = atWork(from);
        long left = workMillis;
        while (true) {
            long local = at + HOME_OFFSET_HOURS * HOUR;
            long closes = Math.floorDiv(local, DAY) * DAY + CLOSES_HOUR * HOUR - HOME_OFFSET_HOURS * HOUR;
            if (at + left < closes) {
                return at + left;
            }
            left -= closes - at;
            at = atWork(closes);
        }
    }

    private static boolean isWeekend(long day) {
        return Math.floorMod(day + DAYS_FROM_MONDAY_TO_1970, DAYS_OF_A_WEEK) >= SATURDAY;
    }
}
