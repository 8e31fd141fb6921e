package io.cupel.files.log;

import java.nio.charset.StandardCharsets;

/**
 * How one call is kept: a few numbers in a row, among other rows in an array.
 *
 * <p>They are: when it occurred; the fingerprint of its content, later the place of its lead; the numbers of its word
 * and of its anonymous id; the numbers of its shape and of its file, flags and the length of its message id; the
 * message id. A UUID is kept as the 128 bits that it is and its length is 0, any other id as its letters in UTF-8.
 */
final class Row {
    private static final int AT = 0;
    private static final int CONTENT = 1;
    private static final int WHO = 2;
    private static final int WHAT = 3;
    static final int ID = 4;
    /** Of copies of this id and time not all say the same, and it is not known which counts. */
    private static final long TIED = 1L << 16;

    private static final long DIFFERING = 1L << 17;
    /** Another copy of its id counts. */
    private static final long COPY = 1L << 18;

    /** A call has at most 32 KB, and so has its id. */
    private static final int LENGTH_MASK = (1 << 16) - 1;

    private static final int FILE_SHIFT = 19;
    private static final int FILE_BITS = 13;
    /** The highest number of a file. */
    static final int FILE_MAX = (1 << FILE_BITS) - 1;

    private static final long LOW = 0xFFFF_FFFFL;
    private static final int UUID_LONGS = 2;
    /** In numbers, of a row with a UUID. */
    static final int UUID_SIZE = ID + UUID_LONGS;

    private Row() {}

    static void writeWhen(long[] rows, int row, long at, long fingerprint) {
        rows[row + AT] = at;
        rows[row + CONTENT] = fingerprint;
    }

    static void writeWho(long[] rows, int row, int word, int anonymous) {
        rows[row + WHO] = ((long) word << 32) | (anonymous & LOW);
    }

    /** @param idLength as {@link #writeId} gave it */
    static void writeWhat(long[] rows, int row, int shape, int file, int idLength) {
        rows[row + WHAT] = ((long) shape << 32) | ((long) file << FILE_SHIFT) | idLength;
    }

    /** The number of the file that the row comes from. */
    static int file(long[] rows, int row) {
        return (int) (rows[row + WHAT] >>> FILE_SHIFT) & FILE_MAX;
    }

    static void setFile(long[] rows, int row, int file) {
        rows[row + WHAT] = (rows[row + WHAT] & ~((long) FILE_MAX << FILE_SHIFT)) | ((long) file << FILE_SHIFT);
    }

    /** In numbers, the message id among them. */
    static int size(long[] rows, int row) {
        return ID + idSize((int) rows[row + WHAT] & LENGTH_MASK);
    }

    static int idSize(int length) {
        return length == 0 ? UUID_LONGS : (length + 7) >>> 3;
    }

    static long at(long[] rows, int row) {
        return rows[row + AT];
    }

    static long fingerprint(long[] rows, int row) {
        return rows[row + CONTENT];
    }

    /** The place of the lead, which takes the room of the fingerprint when all copies are told apart. */
    static void setPlace(long[] rows, int row, int place) {
        rows[row + CONTENT] = place;
    }

    static int place(long[] rows, int row) {
        return (int) rows[row + CONTENT];
    }

    static int word(long[] rows, int row) {
        return (int) (rows[row + WHO] >>> 32);
    }

    static int anonymous(long[] rows, int row) {
        return (int) rows[row + WHO];
    }

    static int shape(long[] rows, int row) {
        return (int) (rows[row + WHAT] >>> 32);
    }

    static boolean isTied(long[] rows, int row) {
        return (rows[row + WHAT] & TIED) != 0;
    }

    static boolean isDiffering(long[] rows, int row) {
        return (rows[row + WHAT] & DIFFERING) != 0;
    }

    static boolean isCopy(long[] rows, int row) {
        return (rows[row + WHAT] & COPY) != 0;
    }

    static void setCopy(long[] rows, int row) {
        rows[row + WHAT] |= COPY;
    }

    static void setTied(long[] rows, int row) {
        rows[row + WHAT] |= TIED;
    }

    static void setDiffering(long[] rows, int row) {
        rows[row + WHAT] |= DIFFERING;
    }

    /** Puts another copy of the same id in the place of a row; that there are differing ones stays known. */
    static void replace(long[] rows, int row, long[] copies, int copy) {
        long known = rows[row + WHAT] & DIFFERING;
        System.arraycopy(copies, copy, rows, row, size(copies, copy));
        rows[row + WHAT] |= known;
    }

    /** Equal for equal ids, well spread in all its bits. */
    static long idHash(long[] rows, int row) {
        long hash = rows[row + WHAT] & LENGTH_MASK;
        int end = row + size(rows, row);
        for (int i = row + ID; i < end; i++) {
            hash = mixed(hash, rows[i]);
        }
        return spread(hash);
    }

    /** The same of an id of 128 bits. */
    static long uuidHash(long high, long low) {
        return spread(mixed(mixed(0, high), low));
    }

    private static long mixed(long hash, long number) {
        long mixed = (hash ^ number) * 0x9E3779B97F4A7C15L;
        return mixed ^ (mixed >>> 32);
    }

    private static long spread(long hash) {
        long spread = hash * 0xD6E8FEB86659FD93L;
        return spread ^ (spread >>> 29);
    }

    static boolean hasSameId(long[] rows, int row, long[] others, int other) {
        int size = size(rows, row);
        if (size != size(others, other) || ((rows[row + WHAT] ^ others[other + WHAT]) & LENGTH_MASK) != 0) {
            return false;
        }
        for (int i = ID; i < size; i++) {
            if (rows[row + i] != others[other + i]) {
                return false;
            }
        }
        return true;
    }

    /** The message id as it was told. */
    static String id(long[] rows, int row) {
        int length = (int) rows[row + WHAT] & LENGTH_MASK;
        if (length == 0) {
            return UuidText.of(rows[row + ID], rows[row + ID + 1]);
        }
        byte[] letters = new byte[length];
        for (int i = 0; i < length; i++) {
            letters[i] = (byte) (rows[row + ID + (i >>> 3)] >>> (8 * (i & 7)));
        }
        return new String(letters, StandardCharsets.UTF_8);
    }

    /** Writes a message id of letters; gives the length to be told to {@link #writeWhat}. */
    static int writeId(long[] rows, int row, byte[] text, int from, int length) {
        if (UuidText.isUuid(text, from, length)) {
            writeUuid(rows, row, UuidText.high(text, from), UuidText.low(text, from));
            return 0;
        }
        int last = row + ID + idSize(length);
        for (int i = row + ID; i < last; i++) {
            rows[i] = 0;
        }
        for (int i = 0; i < length; i++) {
            rows[row + ID + (i >>> 3)] |= (text[from + i] & 0xFFL) << (8 * (i & 7));
        }
        return length;
    }

    /** Writes a message id of 128 bits; its length is 0. */
    static void writeUuid(long[] rows, int row, long high, long low) {
        rows[row + ID] = high;
        rows[row + ID + 1] = low;
    }
}
