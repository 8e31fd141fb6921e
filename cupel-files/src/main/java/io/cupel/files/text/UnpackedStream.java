package io.cupel.files.text;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Unpacks gzip (RFC 1952), also where several packed parts follow each other. Unlike the stream of the JDK it never
 * takes a part that is broken for the end, and it stops at a file that is made to fill disks.
 */
final class UnpackedStream extends InputStream {
    private static final int DEFLATED = 8;
    private static final int HAS_CHECK = 2;
    private static final int HAS_EXTRA = 4;
    private static final int HAS_NAME = 8;
    private static final int HAS_COMMENT = 16;
    private static final int RESERVED = 0xe0;

    /**
     * How much may come out.
     *
     * @param bytesFree come out of any file
     * @param timesMax beyond those, bytes out for each byte in
     * @param bytesMax come out in all
     */
    record Limits(long bytesFree, int timesMax, long bytesMax) {
        /** Logs shrink to a tenth or a thirtieth; deflate itself ends at about a thousandth. */
        static final Limits USUAL = new Limits(100L << 20, 500, 64L << 30);
    }

    private final String file;
    private final InputStream in;
    private final Limits limits;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 check = new CRC32();
    private final byte[] buffer = new byte[1 << 16];
    private int position;
    private int filled;
    private long bytesIn;
    private long bytesOut;
    private long bytesOfPart;
    private boolean isInPart;
    private boolean isFirst = true;

    UnpackedStream(String file, InputStream in, Limits limits) {
        this.file = file;
        this.in = in;
        this.limits = limits;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] to, int from, int length) throws IOException {
        while (length > 0) {
            if (!isInPart && !begin()) {
                return -1;
            }
            int read = inflate(to, from, length);
            if (read > 0) {
                count(to, from, read);
                return read;
            }
            if (inflater.finished()) {
                end();
            } else if (inflater.needsDictionary()) {
                throw damaged();
            } else if (inflater.needsInput()) {
                if (position == filled && !fill()) {
                    throw early();
                }
                inflater.setInput(buffer, position, filled - position);
                position = filled;
            }
        }
        return 0;
    }

    private int inflate(byte[] to, int from, int length) throws FileFault {
        try {
            return inflater.inflate(to, from, length);
        } catch (DataFormatException e) {
            throw damaged();
        }
    }

    private void count(byte[] bytes, int from, int length) throws FileFault {
        check.update(bytes, from, length);
        bytesOfPart += length;
        bytesOut += length;
        boolean isBomb = bytesOut > limits.bytesFree() && bytesOut / limits.timesMax() >= bytesIn;
        if (isBomb || bytesOut > limits.bytesMax()) {
            String much = isBomb ? limits.timesMax() + " times its size" : (limits.bytesMax() >> 30) + " GB";
            throw new FileFault(
                    file, "the compressed file holds more than " + much + "; if that is right, unpack it first");
        }
    }

    /** Reads the header of the next part; false at the end. Zeros there only fill up a block. */
    private boolean begin() throws IOException {
        int first = next();
        boolean isFilling = !isFirst && first == 0;
        while (isFilling && first == 0) {
            first = next();
        }
        if (first < 0 && !isFirst) {
            return false;
        }
        isFirst = false;
        if (isFilling || first != 0x1f || expect() != 0x8b || expect() != DEFLATED) {
            throw damaged();
        }
        int flags = expect();
        if ((flags & RESERVED) != 0) {
            throw damaged();
        }
        skip(6);
        if ((flags & HAS_EXTRA) != 0) {
            skip(expect() | (expect() << 8));
        }
        for (int name = 0; name < Integer.bitCount(flags & (HAS_NAME | HAS_COMMENT)); name++) {
            int letter;
            do {
                letter = expect();
            } while (letter != 0);
        }
        skip((flags & HAS_CHECK) != 0 ? 2 : 0);
        isInPart = true;
        return true;
    }

    private void end() throws IOException {
        position = filled - inflater.getRemaining();
        long expected = number();
        long length = number();
        if (expected != check.getValue() || length != (bytesOfPart & 0xffffffffL)) {
            throw damaged();
        }
        inflater.reset();
        check.reset();
        bytesOfPart = 0;
        isInPart = false;
    }

    private long number() throws IOException {
        long number = 0;
        for (int shift = 0; shift < 32; shift += 8) {
            number |= (long) expect() << shift;
        }
        return number;
    }

    private void skip(int bytes) throws IOException {
        for (int i = 0; i < bytes; i++) {
            expect();
        }
    }

    private int expect() throws IOException {
        int next = next();
        if (next < 0) {
            throw early();
        }
        return next;
    }

    private int next() throws IOException {
        return position < filled || fill() ? buffer[position++] & 0xff : -1;
    }

    private boolean fill() throws IOException {
        position = 0;
        filled = Math.max(0, in.read(buffer, 0, buffer.length));
        bytesIn += filled;
        return filled > 0;
    }

    private FileFault early() {
        return new FileFault(
                file, "the compressed file ends too early; wait until it is written, or copy or download it again");
    }

    private FileFault damaged() {
        return new FileFault(file, "the compressed file is damaged; copy or download it again");
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        in.close();
    }
}
