package io.cupel.files;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a log into pieces of whole lines, to be read by several threads. Of a line that is longer than a piece only the
 * beginning is kept, which is longer than any line may be. A byte order mark before the first line is left out.
 */
final class Chunks implements Closeable {
    private static final int SIZE = 1 << 20;
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    /** A file and its number among all that are read. */
    record Origin(String file, int number) {}

    /** Some lines of a file. */
    static final class Chunk {
        private final String file;
        private final int number;
        private final byte[] bytes;
        private final int from;
        private final int until;

        Chunk(Origin origin, byte[] bytes, int from, int until) {
            this.file = origin.file();
            this.number = origin.number();
            this.bytes = bytes;
            this.from = from;
            this.until = until;
        }

        String file() {
            return file;
        }

        /** Of the file, among all that are read. */
        int number() {
            return number;
        }

        /** Holds the lines, and behind them so many bytes that may be looked at as {@link JsonText#SLACK}. */
        byte[] bytes() {
            return bytes;
        }

        int from() {
            return from;
        }

        int until() {
            return until;
        }
    }

    private final Origin origin;
    private final InputStream in;
    private final Deque<byte[]> free;
    /** What was read behind the last whole line. */
    private byte[] rest = {};

    private boolean isFirst = true;
    private boolean isAtEnd;

    /** @param free arrays that are used again */
    Chunks(Origin origin, InputStream in, Deque<byte[]> free) {
        this.origin = origin;
        this.in = in;
        this.free = free;
    }

    static Deque<byte[]> noneFree() {
        return new ArrayDeque<>();
    }

    /** The next lines; null at the end. */
    @Nullable
    Chunk next() throws IOException {
        if (isAtEnd && rest.length == 0) {
            return null;
        }
        byte[] bytes = free.isEmpty() ? new byte[SIZE + JsonText.SLACK] : free.pop();
        System.arraycopy(rest, 0, bytes, 0, rest.length);
        int filled = fill(bytes, rest.length);
        rest = new byte[0];
        int until = isAtEnd ? filled : endOfLines(bytes, filled);
        if (until == 0) {
            skipLine();
            until = filled;
        } else {
            rest = Arrays.copyOfRange(bytes, until, filled);
        }
        int from = isFirst && Arrays.equals(bytes, 0, Math.min(until, MARK.length), MARK, 0, MARK.length)
                ? MARK.length
                : 0;
        isFirst = false;
        return until == 0 ? null : new Chunk(origin, bytes, from, until);
    }

    private int fill(byte[] bytes, int from) throws IOException {
        int filled = from;
        while (filled < SIZE && !isAtEnd) {
            int read = in.read(bytes, filled, SIZE - filled);
            isAtEnd = read < 0;
            filled += Math.max(0, read);
        }
        return filled;
    }

    /** Where the last whole line ends; 0 where there is none. */
    private static int endOfLines(byte[] bytes, int filled) {
        int end = filled;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        return end;
    }

    /** Passes over the rest of a line, and keeps what comes behind it. */
    private void skipLine() throws IOException {
        byte[] passed = new byte[1 << 16];
        while (!isAtEnd) {
            int read = in.read(passed);
            isAtEnd = read < 0;
            for (int i = 0; i < read; i++) {
                if (passed[i] == '\n') {
                    rest = Arrays.copyOfRange(passed, i + 1, read);
                    return;
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
