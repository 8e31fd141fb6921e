package io.cupel.files;

import io.cupel.files.log.Feeder;
import io.cupel.files.log.UuidText;
import io.cupel.files.parquet.PartedRows;
import io.cupel.files.parquet.PartedTable;
import io.cupel.files.text.Reason;
import io.cupel.files.text.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;

/** Takes rows of a table whose parts are known into the log. Not for several threads. */
final class PartedTaking {
    /** The table has no column for it. */
    static final int NO_COLUMN = -1;

    private static final int WHAT = 0;
    private static final int TIMESTAMP = CallParts.TIMES.indexOf(CallPart.TIMESTAMP);
    private static final int ORIGINAL = CallParts.TIMES.indexOf(CallPart.ORIGINAL);
    private static final int SENT = CallParts.TIMES.indexOf(CallPart.SENT);
    private static final int RECEIVED = CallParts.TIMES.indexOf(CallPart.RECEIVED);
    private static final long MICROS_OF_MILLI = 1_000;
    private static final long WAY_ID = way(CallPart.MESSAGE_ID);
    private static final long WAY_TIMESTAMP = way(CallPart.TIMESTAMP);
    private static final long WAY_ORIGINAL = way(CallPart.ORIGINAL);

    private final PartMeanings meanings;
    private final PartNumbers whats;
    private final int[] shapes;
    private final Ids users;
    private final Ids browsers;
    private final int[] times;
    private final OccurredAt clock;
    private final Feeder feeder;
    private final int nobody;
    private final InstantText instants = new InstantText();
    private final long[] letters = new long[UuidText.EIGHTS];
    private final int[] foundWhats = new int[PartedRows.MOST];
    /** The fingerprint of the call that is being taken. */
    private long sum;

    private long taken;

    /** Ids of one kind. */
    static final class Ids {
        private final int part;
        private final PartNumbers numbers;
        private final int[] found = new int[PartedRows.MOST];

        /** @param part of rows that tells them, or {@link #NO_COLUMN} */
        Ids(int part, PartNumbers numbers) {
            this.part = part;
            this.numbers = numbers;
        }

        void find(PartedRows rows, int count) {
            if (part != NO_COLUMN) {
                numbers.find(rows.part(part), count, found);
            }
        }

        int meaning(int row) {
            if (part == NO_COLUMN) {
                return PartMeanings.NONE;
            }
            return found[row] == PartNumbers.UNKNOWN ? PartMeanings.ODD : numbers.meaning(found[row]);
        }

        /** What the id of a row that has a meaning adds to the fingerprint. */
        long print(int row) {
            return part == NO_COLUMN ? 0 : numbers.print(found[row]);
        }
    }

    /** Where calls go, and by which clock. */
    record Target(OccurredAt clock, Feeder feeder) {}

    /**
     * With what is known of a table.
     *
     * @param who user ids and anonymous ids
     * @param times the columns of the times of {@link CallParts#TIMES} among those, or {@link #NO_COLUMN}
     */
    PartedTaking(PartMeanings meanings, PartNumbers whats, List<Ids> who, int[] times, Target target) {
        this.meanings = meanings;
        this.whats = whats;
        this.shapes = meanings.shapes();
        this.users = who.get(0);
        this.browsers = who.get(1);
        this.times = times;
        this.clock = target.clock();
        this.feeder = target.feeder();
        this.nobody = meanings.word("");
    }

    private static long way(CallPart part) {
        byte[] name = part.written().getBytes(StandardCharsets.UTF_8);
        return Fingerprint.wayTo(Fingerprint.ROOT, Fingerprint.text(name, 0, name.length));
    }

    /**
     * Takes rows.
     *
     * @param left gets the numbers of those that have to be read in full
     */
    void take(PartedRows rows, int count, BitSet left) {
        whats.find(rows.part(WHAT), count, foundWhats);
        users.find(rows, count);
        browsers.find(rows, count);
        for (int row = 0; row < count; row++) {
            if (take(rows, row)) {
                taken++;
            } else {
                left.set((int) rows.number(row));
            }
        }
    }

    private boolean take(PartedRows rows, int row) {
        int what = foundWhats[row];
        if (!rows.isNamed(row) || what == PartNumbers.UNKNOWN || whats.meaning(what) == PartMeanings.ODD) {
            return false;
        }
        int user = users.meaning(row);
        int browser = browsers.meaning(row);
        boolean isOdd = user == PartMeanings.ODD || browser == PartMeanings.ODD;
        if (isOdd || (user == PartMeanings.NONE && browser == PartMeanings.NONE)) {
            return false;
        }
        int word = user == PartMeanings.NONE ? nobody : user;
        try {
            sum = whats.print(what) + users.print(row) + browsers.print(row);
            long at = at(rows, row);
            UuidText.write(rows.high(row), rows.low(row), letters);
            add(WAY_ID, letters, UuidText.LENGTH);
            feeder.begin(rows.high(row), rows.low(row));
            feeder.add(at, sum, word, browser, shape(whats.meaning(what)));
            return true;
        } catch (Refusal refusal) {
            return false; // reading it in full says why
        }
    }

    /** How many rows were taken. */
    long taken() {
        return taken;
    }

    private void add(long way, long[] text, int length) {
        sum += Fingerprint.ofText(way, Fingerprint.text(text, length));
    }

    private int shape(int event) {
        if (shapes[event] == PartMeanings.ODD) {
            shapes[event] = meanings.shape(event); // not before some call tells it
        }
        return shapes[event];
    }

    /** When the call occurred; the times that it tells of that are added to the fingerprint. */
    private long at(PartedRows rows, int row) throws Refusal {
        long timestamp = micros(rows, row, TIMESTAMP);
        long original = micros(rows, row, ORIGINAL);
        long at = clock.of(
                millis(timestamp),
                millis(original),
                millis(micros(rows, row, SENT)),
                millis(micros(rows, row, RECEIVED)));
        if (timestamp != PartedTable.NOTHING) {
            add(WAY_TIMESTAMP, instants.eights(), instants.write(timestamp));
        }
        if (original != PartedTable.NOTHING) {
            add(WAY_ORIGINAL, instants.eights(), instants.write(original));
        }
        return at;
    }

    private long micros(PartedRows rows, int row, int time) {
        return times[time] == NO_COLUMN ? PartedTable.NOTHING : rows.time(times[time], row);
    }

    private static long millis(long micros) throws Refusal {
        if (micros == PartedTable.NOTHING) {
            return OccurredAt.NOT_TOLD;
        }
        long millis = Math.floorDiv(micros, MICROS_OF_MILLI);
        if (millis < 0 || !OccurredAt.isWithin(millis)) {
            throw new Refusal(Reason.BAD_TIME); // or an old one; reading it in full says so
        }
        return millis;
    }
}
