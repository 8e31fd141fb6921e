package io.cupel.files;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/** Writes instants as {@link java.time.Instant#toString} does, one after the other. Not for several threads. */
final class InstantText {
    private static final long DAY_MICROS = 86_400_000_000L;
    private static final int MICROS = 1_000_000;
    private static final int MICROS_OF_MILLI = 1_000;
    private static final int SECONDS_END = 19;

    private final byte[] text = "0000-00-00T00:00:00.000000Z".getBytes(StandardCharsets.US_ASCII);
    /** Of a log, one time after the other has the same date. */
    private long knownDay = Long.MIN_VALUE;

    /**
     * Writes one.
     *
     * @param micros since 1970 UTC, within the years 0 to 9999
     * @return how many letters of {@link #letters} it is
     */
    int write(long micros) {
        long day = Math.floorDiv(micros, DAY_MICROS);
        if (day != knownDay) {
            byte[] date = LocalDate.ofEpochDay(day).toString().getBytes(StandardCharsets.US_ASCII);
            System.arraycopy(date, 0, text, 0, date.length);
            knownDay = day;
        }
        long ofDay = micros - day * DAY_MICROS;
        int seconds = (int) (ofDay / MICROS);
        digits(seconds / 3_600, 11, 2);
        digits(seconds / 60 % 60, 14, 2);
        digits(seconds % 60, 17, 2);
        return fraction((int) (ofDay % MICROS));
    }

    private int fraction(int micros) {
        int end = SECONDS_END;
        if (micros != 0) {
            boolean isMillis = micros % MICROS_OF_MILLI == 0;
            int digits = isMillis ? 3 : 6;
            text[end] = '.';
            digits(isMillis ? micros / MICROS_OF_MILLI : micros, end + 1, digits);
            end += 1 + digits;
        }
        text[end] = 'Z';
        return end + 1;
    }

    private void digits(int number, int from, int count) {
        int rest = number;
        for (int i = from + count - 1; i >= from; i--) {
            text[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }

    /** The letters of what was written last, from the beginning. */
    byte[] letters() {
        return text;
    }
}
