package io.cupel.files;

import io.cupel.files.log.Feeder;
import io.cupel.files.log.UuidText;
import io.cupel.files.parquet.PartedRows;
import io.cupel.files.parquet.PartedTable;
import io.cupel.files.text.Reason;
import io.cupel.files.text.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

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
    private final byte[] letters = new byte[UuidText.LENGTH];
    /** The fingerprint of the call that is being taken. */
    private long sum;

    private long taken;

    /**
     * Ids of one kind.
     *
     * @param part of rows that tells them, or {@link #NO_COLUMN}
     */
    record Ids(int part, PartNumbers numbers) {}

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

    /** Takes a row; false where it has to be read in full. */
    boolean take(PartedRows row) {
        UUID id = row.id();
        int what = whats.find(row.part(WHAT));
        if (id == null || what == PartNumbers.UNKNOWN || whats.meaning(what) == PartMeanings.ODD) {
            return false;
        }
        sum = whats.print(what);
        int user = meaning(users, row);
        int browser = meaning(browsers, row);
        boolean isOdd = user == PartMeanings.ODD || browser == PartMeanings.ODD;
        if (isOdd || (user == PartMeanings.NONE && browser == PartMeanings.NONE)) {
            return false;
        }
        int word = user == PartMeanings.NONE ? nobody : user;
        try {
            long at = at(row);
            UuidText.write(id.getMostSignificantBits(), id.getLeastSignificantBits(), letters);
            add(WAY_ID, letters, letters.length);
            feeder.begin(id.getMostSignificantBits(), id.getLeastSignificantBits());
            feeder.add(at, sum, word, browser, shape(whats.meaning(what)));
            taken++;
            return true;
        } catch (Refusal refusal) {
            return false; // reading it in full says why
        }
    }

    /** How many rows were taken. */
    long taken() {
        return taken;
    }

    /** What an id means, which is added to the fingerprint. */
    private int meaning(Ids ids, PartedRows row) {
        if (ids.part() == NO_COLUMN) {
            return PartMeanings.NONE;
        }
        int entry = ids.numbers().find(row.part(ids.part()));
        if (entry == PartNumbers.UNKNOWN) {
            return PartMeanings.ODD;
        }
        sum += ids.numbers().print(entry);
        return ids.numbers().meaning(entry);
    }

    private void add(long way, byte[] text, int length) {
        sum += Fingerprint.ofText(way, Fingerprint.text(text, 0, length));
    }

    private int shape(int event) {
        if (shapes[event] == PartMeanings.ODD) {
            shapes[event] = meanings.shape(event); // not before some call tells it
        }
        return shapes[event];
    }

    /** When the call occurred; the times that it tells of that are added to the fingerprint. */
    private long at(PartedRows row) throws Refusal {
        long timestamp = micros(row, TIMESTAMP);
        long original = micros(row, ORIGINAL);
        long at =
                clock.of(millis(timestamp), millis(original), millis(micros(row, SENT)), millis(micros(row, RECEIVED)));
        if (timestamp != PartedTable.NOTHING) {
            add(WAY_TIMESTAMP, instants.letters(), instants.write(timestamp));
        }
        if (original != PartedTable.NOTHING) {
            add(WAY_ORIGINAL, instants.letters(), instants.write(original));
        }
        return at;
    }

    private long micros(PartedRows row, int time) {
        return times[time] == NO_COLUMN ? PartedTable.NOTHING : row.time(times[time]);
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
