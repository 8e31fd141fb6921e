package io.cupel.files;

import java.util.Arrays;

/** Puts together the parts of a call by which something is remembered. Not for several threads. */
final class KeyBytes {
    /** Between parts. JSON cannot have it. */
    private static final byte BETWEEN = 0;

    private byte[] bytes = new byte[256];
    private int length;
    private long mark;

    KeyBytes clear() {
        length = 0;
        mark = 0;
        return this;
    }

    /** The value of a node as it stands; nothing where there is no such node. */
    KeyBytes add(JsonScan scan, byte[] text, int node) {
        if (node != JsonScan.NONE) {
            int more = scan.until(node) - scan.from(node);
            makeRoom(more);
            System.arraycopy(text, scan.from(node), bytes, length, more);
            length += more;
            mark = (mark ^ scan.mark(node)) * 0x9FB21C651E98DF25L;
        }
        return add(BETWEEN);
    }

    KeyBytes add(int number) {
        makeRoom(1);
        bytes[length++] = (byte) number;
        mark = (mark + number) * 0xD6E8FEB86659FD93L;
        return this;
    }

    private void makeRoom(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    /** Equal for equal keys: what stands in a call was summed up when it was scanned. */
    int hash() {
        return (int) (((mark ^ (mark >>> 29)) * 0x9FB21C651E98DF25L) >>> 32);
    }
}
