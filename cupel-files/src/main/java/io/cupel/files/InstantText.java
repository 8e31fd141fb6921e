package io.cupel.files;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/** Writes instants as {@link java.time.Instant#toString} does, one after the other. Not for several threads. */
final class InstantText {
    private static final long DAY_MICROS = 86_400_000_000L;
    private static final int MICROS = 1_000_000;
    private static final int MICROS_OF_MILLI = 1_000;
    /** The letters until the seconds are told. */
    private static final int TO_SECONDS = 19;

    private static final int EIGHTS = 4;

    private final long[] eights = new long[EIGHTS];
    /** Of a log, one time after the other has the same date. */
    private long knownDay = Long.MIN_VALUE;
    /** The last two letters of the date and the T, which stand in the second number. */
    private long dayAndT;

    /**
     * Writes one.
     *
     * @param micros since 1970 UTC, within the years 0 to 9999
     * @return how many letters it is
     */
    int write(long micros) {
        long day = Math.floorDiv(micros, DAY_MICROS);
        if (day != knownDay) {
            know(day);
        }
        long ofDay = micros - day * DAY_MICROS;
        int seconds = (int) (ofDay / MICROS);
        eights[1] = dayAndT | (two(seconds / 3_600) << 24) | ((long) ':' << 40) | (two(seconds / 60 % 60) << 48);
        return write(seconds % 60, (int) (ofDay % MICROS));
    }

    private void know(long day) {
        byte[] date = LocalDate.ofEpochDay(day).toString().getBytes(StandardCharsets.US_ASCII);
        eights[0] = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            eights[0] |= (long) date[i] << (Byte.SIZE * i);
        }
        dayAndT = date[8] | ((long) date[9] << 8) | ((long) 'T' << 16);
        knownDay = day;
    }

    /** Writes what stands behind the minutes. */
    private int write(int seconds, int micros) {
        long known = ':' | (two(seconds) << 8);
        if (micros == 0) {
            eights[2] = known | ((long) 'Z' << 24);
            return TO_SECONDS + 1;
        }
        int millis = micros / MICROS_OF_MILLI;
        int rest = micros % MICROS_OF_MILLI;
        long withMillis = known | ((long) '.' << 24) | (two(millis / 10) << 32) | ((long) ('0' + millis % 10) << 48);
        if (rest == 0) {
            eights[2] = withMillis | ((long) 'Z' << 56);
            return TO_SECONDS + 5;
        }
        eights[2] = withMillis | ((long) ('0' + rest / 100) << 56);
        eights[3] = two(rest % 100) | ((long) 'Z' << 16);
        return TO_SECONDS + 8;
    }

    /** The letters of a number of two digits. */
    private static long two(int number) {
        return ('0' + number / 10) | ((long) ('0' + number % 10) << 8);
    }

    /** The letters of what was written last, eight in a number, the first in its lowest byte. */
    long[] eights() {
        return eights;
    }
}
