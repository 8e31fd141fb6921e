package io.cupel.core.state;

/**
 * Reads what a {@link StateWriter} wrote, in the same order. Every number has one form alone, so that what was read is
 * written again with the same bytes; no reading takes more room than the bytes that are there. Not for several threads
 * at once.
 */
public final class StateReader {
    private final byte[] written;
    private final int end;
    private int next = 1;
    private long lastInstant;

    /**
     * Begins to read.
     *
     * @param version the one that the caller knows
     * @throws UnreadableState if the state is of another version, or was cut off or changed
     */
    public StateReader(byte[] written, int version) throws UnreadableState {
        this.written = written;
        this.end = written.length - StateWriter.CHECKSUM_BYTES;
        require(end >= 1, "it is cut off");
        int found = Byte.toUnsignedInt(written[0]);
        require(found == version, "it has the form " + found + ", this Cupel reads the form " + version);
        long checksum = 0;
        for (int i = end; i < written.length; i++) {
            checksum = (checksum << Byte.SIZE) | Byte.toUnsignedLong(written[i]);
        }
        require(checksum == StateWriter.checksum(written, end), "its checksum is another");
    }

    /**
     * Makes sure of something that holds of every state of this contract.
     *
     * @param otherwise what is wrong where it does not hold; without a value
     */
    public void require(boolean holds, String otherwise) throws UnreadableState {
        if (!holds) {
            throw new UnreadableState(otherwise);
        }
    }

    private int group() throws UnreadableState {
        require(next < end, "it ends too early");
        return written[next++];
    }

    /** A number as written; of 64 bits, so that it may look negative. */
    private long any() throws UnreadableState {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += StateWriter.GROUP_BITS) {
            int group = group();
            long part = group & StateWriter.GROUP;
            value |= part << shift;
            if (group >= 0) {
                require(shift == 0 || part != 0, "a number has a needless part");
                require(part << shift >>> shift == part, "a number is too large");
                return value;
            }
        }
        throw new UnreadableState("a number is too long");
    }

    /** A number from 0 to the most that it can be. */
    public long number(long most) throws UnreadableState {
        long value = any();
        require(value >= 0 && value <= most, "a number is too large");
        return value;
    }

    /** The same, where the most is an int. */
    public int count(int most) throws UnreadableState {
        return (int) number(most);
    }

    /** A number of either sign. */
    public long signed() throws UnreadableState {
        return unfolded(any());
    }

    private static long unfolded(long folded) {
        return (folded >>> 1) ^ -(folded & 1);
    }

    /** Sixty-four bits. */
    public long bits() throws UnreadableState {
        long value = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            value = (value << Byte.SIZE) | (group() & 0xff);
        }
        return value;
    }

    /** An instant in milliseconds since 1970 UTC, or {@link StateWriter#NEVER}. */
    public long instantOrNever() throws UnreadableState {
        long way = number(4 * StateWriter.INSTANT_MAX + 1);
        if (way == 0) {
            return StateWriter.NEVER;
        }
        long at = lastInstant + unfolded(way - 1);
        require(Math.abs(at) <= StateWriter.INSTANT_MAX, "an instant is out of range");
        lastInstant = at;
        return at;
    }

    /** An instant, never "never". */
    public long instant() throws UnreadableState {
        long at = instantOrNever();
        require(at != StateWriter.NEVER, "an instant is missing");
        return at;
    }

    /** A text. */
    public String text() throws UnreadableState {
        return chars(count(Math.max(0, end - next)));
    }

    /** A text of so many chars. */
    public String chars(int length) throws UnreadableState {
        require(length <= end - next, "a text is longer than all that is left");
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append((char) number(Character.MAX_VALUE));
        }
        return text.toString();
    }

    /** How much may still be there: no list is longer. */
    public int left() {
        return end - next;
    }

    /** Makes sure that all was read. */
    public void end() throws UnreadableState {
        require(next == end, "there is more than its own");
    }
}
