package io.cupel.files.log;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Puts calls into a log. Each thread that reads has its own. */
public final class Feeder {
    /** Rows are handed on in so many numbers at a time: one by one, threads would wait for each other. */
    private static final int STAGED = 512;

    private final CallLog log;
    private final long[][] staged = new long[CallLog.PARTITIONS][STAGED];
    private final int[] filled = new int[CallLog.PARTITIONS];
    /** A row by itself, before it is known whereto it is handed on. */
    private long[] row = new long[64];
    /** The row that was begun: where it stands. */
    private long[] begun = row;

    private int at;
    private int partition;
    private int idLength;
    private int file;

    Feeder(CallLog log) {
        this.log = log;
    }

    /** What comes next stands in the file of this number, at most {@link CallLog#FILE_MAX}. */
    public void from(int number) {
        file = number;
    }

    /** Begins a call with its message id, which stands in a text of UTF-8. */
    public void begin(byte[] text, int from, int length) {
        int size = Row.ID + Math.max(2, Row.idSize(length));
        if (size > row.length) {
            row = Arrays.copyOf(row, size);
        }
        begun = row;
        at = 0;
        idLength = Row.writeId(row, 0, text, from, length);
    }

    /** Begins a call with its message id. */
    public void begin(String id) {
        byte[] letters = id.getBytes(StandardCharsets.UTF_8);
        begin(letters, 0, letters.length);
    }

    /** Begins a call with its message id, which is a UUID in small letters. */
    public void begin(long high, long low) {
        partition = CallLog.partition(Row.uuidHash(high, low));
        expect(Row.UUID_SIZE);
        begun = staged[partition];
        at = filled[partition];
        idLength = 0;
        Row.writeUuid(begun, at, high, low);
    }

    /**
     * Adds the call that was begun.
     *
     * @param when it occurred
     * @param fingerprint equal for calls that say the same
     * @param word as {@link CallLog#word} numbers them
     * @param anonymous as {@link CallLog#anonymous} numbers them; negative for none
     * @param shape as {@link CallLog#shape} numbers them
     */
    public void add(long when, long fingerprint, int word, int anonymous, int shape) {
        Row.writeWhen(begun, at, when, fingerprint);
        Row.writeWho(begun, at, word, anonymous);
        Row.writeWhat(begun, at, shape, file, idLength);
        if (begun == row) {
            partition = CallLog.partition(Row.idHash(row, 0));
            stage(Row.size(row, 0));
        } else {
            filled[partition] += Row.UUID_SIZE;
        }
    }

    /** Makes room for a row of so many numbers, unless it is too large. */
    private void expect(int size) {
        if (filled[partition] + size > STAGED) {
            hand(partition);
        }
    }

    private void stage(int size) {
        expect(size);
        if (size > STAGED) {
            log.append(partition, row, size);
            return;
        }
        System.arraycopy(row, 0, staged[partition], filled[partition], size);
        filled[partition] += size;
    }

    private void hand(int number) {
        log.append(number, staged[number], filled[number]);
        filled[number] = 0;
    }

    /** Hands on all that was added. */
    public void flush() {
        for (int number = 0; number < CallLog.PARTITIONS; number++) {
            hand(number);
        }
    }
}
