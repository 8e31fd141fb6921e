package io.cupel.files.text;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Reads lines, keeping no more of a line than its limit. A byte order mark before the first is no part of it. A line
 * ends at a line feed; that of a table at a carriage return too, with which old spreadsheets end theirs.
 */
public final class LineReader implements Closeable {
    /** Bytes of a line that are shown at most. */
    public static final int SHOWN_MAX = 64 * 1024;

    private static final int BUFFER = 1 << 16;
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final InputStream in;
    private final int bytesMax;
    private final boolean endsAtReturn;
    private boolean isAfterReturn;
    private final byte[] buffer;
    private int position;
    private int filled;

    private byte[] line = new byte[256];
    private int length;
    private boolean cut;
    private long number;
    private final Letters letters;

    private LineReader(InputStream in, int bytesMax, Letters letters, boolean endsAtReturn, int bufferSize) {
        this.in = in;
        this.bytesMax = bytesMax;
        this.letters = letters;
        this.buffer = new byte[bufferSize];
        this.endsAtReturn = endsAtReturn;
    }

    /**
     * Lines of UTF-8 that end at a line feed.
     *
     * @param bytesMax of a line; more is not kept
     */
    public static LineReader ofLog(InputStream in, int bytesMax) {
        return new LineReader(in, bytesMax, new Letters(Encoding.UTF_8), false, BUFFER);
    }

    /** Lines of what is in memory already. */
    static LineReader ofStart(byte[] start, int bytesMax, Letters letters) {
        int size = Math.max(1, Math.min(BUFFER, start.length));
        return new LineReader(new ByteArrayInputStream(start), bytesMax, letters, true, size);
    }

    static LineReader ofTable(InputStream in, int bytesMax, Letters letters) {
        return new LineReader(in, bytesMax, letters, true, BUFFER);
    }

    /**
     * Goes to the next line; false at the end of the file.
     *
     * @throws IOException if the file cannot be read
     */
    public boolean next() throws IOException {
        length = 0;
        cut = false;
        boolean any = false;
        skipFeed();
        while (true) {
            if (position == filled && !fill()) {
                break;
            }
            any = true;
            int end = position;
            while (end < filled && !isEnd(buffer[end])) {
                end++;
            }
            keep(end);
            if (end < filled) {
                isAfterReturn = buffer[end] == '\r';
                position = end + 1;
                break;
            }
            position = end;
        }
        if (any) {
            number++;
            trim();
        }
        return any;
    }

    /** Of the line, counted from 1. */
    public long number() {
        return number;
    }

    /** Whether the line is longer than the limit, and so not kept whole. */
    public boolean isCut() {
        return cut;
    }

    /** Bytes of the line that are kept. */
    public int length() {
        return length;
    }

    /** Whether nothing but spaces and tabs stands in the line. */
    public boolean isBlank() {
        for (int i = 0; i < length; i++) {
            if (line[i] != ' ' && line[i] != '\t') {
                return false;
            }
        }
        return !cut;
    }

    /**
     * The line as it stands.
     *
     * @throws Refusal if it is not UTF-8
     */
    public String text() throws Refusal {
        return letters.text(line, length);
    }

    /** The line with a sign in place of what is no UTF-8, for showing it. */
    public String shown() {
        return letters.shown(line, Math.min(length, SHOWN_MAX));
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private boolean isEnd(byte letter) {
        return letter == '\n' || (endsAtReturn && letter == '\r');
    }

    /** Of a carriage return and a line feed the second ends no line of its own. */
    private void skipFeed() throws IOException {
        if (isAfterReturn && (position < filled || fill()) && buffer[position] == '\n') {
            position++;
        }
        isAfterReturn = false;
    }

    private boolean fill() throws IOException {
        position = 0;
        filled = Math.max(0, in.read(buffer, 0, buffer.length));
        return filled > 0;
    }

    private void keep(int end) {
        int more = Math.min(end - position, bytesMax + 1 - length);
        if (length + more > line.length) {
            line = Arrays.copyOf(line, Math.max(line.length * 2, length + more));
        }
        System.arraycopy(buffer, position, line, length, more);
        length += more;
        cut |= length > bytesMax;
    }

    private void trim() {
        if (length > 0 && line[length - 1] == '\r') {
            length--;
        }
        if (number == 1 && length >= MARK.length && Arrays.equals(line, 0, MARK.length, MARK, 0, MARK.length)) {
            System.arraycopy(line, MARK.length, line, 0, length - MARK.length);
            length -= MARK.length;
        }
    }
}
