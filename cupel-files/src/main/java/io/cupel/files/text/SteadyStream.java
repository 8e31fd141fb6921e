package io.cupel.files.text;

import java.io.IOException;
import java.io.InputStream;

/** The bytes that a file had when its reading began, and those that complete its last line, whatever is added. */
final class SteadyStream extends InputStream {
    /** Of a last line that was being written, what may still be read. */
    static final int COMPLETION_MAX = 1 << 20;

    private final String file;
    private final InputStream in;
    private final boolean completes;
    private long left;
    private int completed;
    private int last = '\n';

    /**
     * A stream of that many bytes.
     *
     * @param completes whether the line at the end is read to its end, as it may have been half written
     */
    SteadyStream(String file, InputStream in, long size, boolean completes) {
        this.file = file;
        this.in = in;
        this.left = size;
        this.completes = completes;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] to, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (left == 0) {
            return complete(to, from);
        }
        int read = in.read(to, from, (int) Math.min(length, left));
        if (read < 0) {
            throw new FileFault(file, "the file became shorter while it was read; run again when nobody writes to it");
        }
        left -= read;
        last = read == 0 ? last : to[from + read - 1];
        return read;
    }

    private int complete(byte[] to, int from) throws IOException {
        if (!completes || last == '\n' || last == '\r' || completed == COMPLETION_MAX) {
            return -1;
        }
        int next = in.read();
        completed++;
        last = next < 0 ? '\n' : next;
        if (next < 0) {
            return -1;
        }
        to[from] = (byte) next;
        return 1;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
