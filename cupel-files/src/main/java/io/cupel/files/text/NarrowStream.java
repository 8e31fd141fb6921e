package io.cupel.files.text;

import java.io.IOException;
import java.io.InputStream;

/** UTF-16 as UTF-8, byte order mark and all. Half a character stays half, which no UTF-8 is. */
final class NarrowStream extends InputStream {
    private final InputStream in;
    private final boolean isBig;
    private final byte[] wide = new byte[1 << 14];
    /** A unit of two bytes becomes three at most. */
    private final byte[] narrow = new byte[3 * wide.length / 2 + 4];

    private int position;
    private int filled;
    /** A first byte without its second; -1 for none. */
    private int odd = -1;
    /** The first unit of two that are one character; 0 for none. */
    private char high;

    NarrowStream(InputStream in, boolean isBig) {
        this.in = in;
        this.isBig = isBig;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] to, int from, int length) throws IOException {
        while (position == filled) {
            if (!fill()) {
                return -1;
            }
        }
        int more = Math.min(length, filled - position);
        System.arraycopy(narrow, position, to, from, more);
        position += more;
        return more;
    }

    private boolean fill() throws IOException {
        position = 0;
        filled = 0;
        int read = in.read(wide, 0, wide.length);
        if (read < 0) {
            boolean isMore = high != 0 || (odd >= 0 && odd != '\n' && odd != '\r');
            if (isMore) {
                put(high == 0 ? 0xd800 : high, 3);
            }
            high = 0;
            odd = -1;
            return isMore;
        }
        for (int i = 0; i < read; i++) {
            int next = wide[i] & 0xff;
            if (odd < 0) {
                odd = next;
            } else {
                unit((char) (isBig ? (odd << 8) | next : (next << 8) | odd));
                odd = -1;
            }
        }
        return true;
    }

    private void unit(char unit) {
        if (high != 0 && Character.isLowSurrogate(unit)) {
            put(Character.toCodePoint(high, unit), 4);
            high = 0;
            return;
        }
        if (high != 0) {
            put(high, 3);
            high = 0;
        }
        if (Character.isHighSurrogate(unit)) {
            high = unit;
        } else {
            put(unit, unit < 0x80 ? 1 : unit < 0x800 ? 2 : 3);
        }
    }

    private void put(int code, int size) {
        if (size == 1) {
            narrow[filled++] = (byte) code;
            return;
        }
        int mark = 0xf00 >> size;
        for (int shift = 6 * (size - 1); shift >= 0; shift -= 6) {
            int six = shift == 6 * (size - 1) ? code >> shift : (code >> shift) & 0x3f;
            narrow[filled++] = (byte) (mark | six);
            mark = 0x80;
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
