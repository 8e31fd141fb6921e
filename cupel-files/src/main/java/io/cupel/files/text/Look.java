package io.cupel.files.text;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A look at the beginning of a stream, which afterwards is read as if nobody had looked. */
final class Look {
    private static final int FIRST = 1 << 14;

    private final byte[] bytes;
    private final boolean whole;
    /** What stopped the look, to be told to whoever reads as far. */
    private final @Nullable IOException fault;

    private final InputStream rest;

    private Look(byte[] bytes, boolean whole, @Nullable IOException fault, InputStream rest) {
        this.bytes = bytes;
        this.whole = whole;
        this.fault = fault;
        this.rest = rest;
    }

    static Look at(InputStream in, int bytesMax) {
        byte[] bytes = new byte[Math.min(FIRST, bytesMax)];
        int length = 0;
        IOException fault = null;
        boolean ended = false;
        try {
            while (length < bytesMax && !ended) {
                if (length == bytes.length) {
                    bytes = Arrays.copyOf(bytes, Math.min(bytesMax, length * 2));
                }
                int read = in.read(bytes, length, bytes.length - length);
                ended = read < 0;
                length += Math.max(0, read);
            }
        } catch (IOException e) {
            fault = e;
        }
        return new Look(Arrays.copyOf(bytes, length), ended || fault != null, fault, in);
    }

    /** What was seen; not to be changed. */
    byte[] bytes() {
        return bytes;
    }

    /** Whether there is no more than was seen. */
    boolean isWhole() {
        return whole;
    }

    /** The stream from its beginning. */
    InputStream whole() {
        return new InputStream() {
            private int position;

            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] to, int from, int length) throws IOException {
                if (position < bytes.length) {
                    int more = Math.min(length, bytes.length - position);
                    System.arraycopy(bytes, position, to, from, more);
                    position += more;
                    return more;
                }
                if (fault != null) {
                    throw fault;
                }
                return whole ? -1 : rest.read(to, from, length);
            }

            @Override
            public void close() throws IOException {
                rest.close();
            }
        };
    }
}
