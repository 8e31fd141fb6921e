package io.cupel.files.generate;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;

/** Lines of a file, put together as bytes: texts, numbers and times without any locale. */
final class Text implements AutoCloseable {
    private static final int BUFFER_BYTES = 1 << 17;
    /** One line is shorter. */
    private static final int LINE_BYTES_MOST = 1 << 14;

    private static final int LONG_DIGITS_MOST = 20;

    private final OutputStream to;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private final byte[] digits = new byte[LONG_DIGITS_MOST];
    private int length;
    private long lines;
    private long day = Long.MIN_VALUE;
    private byte[] date = new byte[0];

    Text(OutputStream to) {
        this.to = to;
    }

    /** How many lines are whole. */
    long lines() {
        return lines;
    }

    Text put(char ascii) {
        buffer[length++] = (byte) ascii;
        return this;
    }

    /** A text as it stands. */
    Text put(String text) {
        int size = text.length();
        for (int i = 0; i < size; i++) {
            char letter = text.charAt(i);
            if (letter > 0x7e) {
                putUtf8(text.substring(i));
                return this;
            }
            buffer[length++] = (byte) letter;
        }
        return this;
    }

    /** A text of JSON, in quotes. The made-up texts have no control characters. */
    Text json(String text) {
        put('"');
        if (text.indexOf('"') < 0 && text.indexOf('\\') < 0) {
            put(text);
        } else {
            put(text.replace("\\", "\\\\").replace("\"", "\\\""));
        }
        return put('"');
    }

    /** A cell of CSV, in quotes where it needs them. */
    Text cell(String text) {
        boolean isPlain = text.indexOf(',') < 0 && text.indexOf('"') < 0;
        return isPlain ? put(text) : put('"').put(text.replace("\"", "\"\"")).put('"');
    }

    /** Puts what was written since then into a cell of CSV: in quotes, with quotes in it doubled. */
    Text quoteFrom(int begin) {
        byte[] content = Arrays.copyOfRange(buffer, begin, length);
        length = begin;
        put('"');
        for (byte each : content) {
            if (each == '"') {
                put('"');
            }
            buffer[length++] = each;
        }
        return put('"');
    }

    Text put(long number) {
        if (number < 0) {
            put('-');
        }
        int at = LONG_DIGITS_MOST;
        long rest = Math.abs(number);
        do {
            digits[--at] = (byte) ('0' + rest % 10);
            rest /= 10;
        } while (rest > 0);
        System.arraycopy(digits, at, buffer, length, LONG_DIGITS_MOST - at);
        length += LONG_DIGITS_MOST - at;
        return this;
    }

    /** An instant such as {@code 2025-03-04T14:05:06.789Z}. */
    Text instant(long millis) {
        date(millis);
        int time = (int) Math.floorMod(millis, Year.DAY);
        put('T').two(time / 3_600_000).put(':').two(time / 60_000 % 60).put(':').two(time / 1_000 % 60);
        put('.').put((char) ('0' + time / 100 % 10)).two(time % 100);
        return put('Z');
    }

    /** The same to the second. */
    Text second(long millis) {
        date(millis);
        int time = (int) Math.floorMod(millis, Year.DAY);
        put('T').two(time / 3_600_000).put(':').two(time / 60_000 % 60).put(':').two(time / 1_000 % 60);
        return put('Z');
    }

    /** Ends a line, and writes when there is enough to write. */
    void end() throws IOException {
        put('\n');
        lines++;
        if (length > BUFFER_BYTES - LINE_BYTES_MOST) {
            flush();
        }
    }

    /** Ends a torn line, which does not count. */
    void tear(int half) throws IOException {
        length -= half;
        end();
        lines--;
    }

    /** What was put together since the last line or taking, taken away. */
    String take() {
        String taken = new String(buffer, 0, length, StandardCharsets.UTF_8);
        length = 0;
        return taken;
    }

    /** How many bytes wait to be written. */
    int length() {
        return length;
    }

    @Override
    public void close() throws IOException {
        try (to) {
            flush();
        }
    }

    private void flush() throws IOException {
        to.write(buffer, 0, length);
        length = 0;
    }

    private void date(long millis) {
        long asked = Math.floorDiv(millis, Year.DAY);
        if (asked != day) {
            day = asked;
            date = LocalDate.ofEpochDay(asked).toString().getBytes(StandardCharsets.US_ASCII);
        }
        System.arraycopy(date, 0, buffer, length, date.length);
        length += date.length;
    }

    private Text two(int number) {
        return put((char) ('0' + number / 10)).put((char) ('0' + number % 10));
    }

    private void putUtf8(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(bytes, 0, buffer, length, bytes.length);
        length += bytes.length;
    }
}
