package io.cupel.files.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Rows in a file of their own, which nobody else can read and which goes with the process, however that ends.
 *
 * @see TempFault what is thrown where the folder of such files has no room
 */
final class RowFile implements AutoCloseable {
    private static final int BUFFER = 1 << 13;
    /** Numbers read at a time; more than a row has. */
    private static final int READ = 1 << 15;

    private final FileChannel file;
    private final ByteBuffer written = ByteBuffer.allocateDirect(BUFFER * Long.BYTES);
    private final LongBuffer numbers = written.asLongBuffer();
    private long size;

    RowFile() {
        try {
            Path path = Files.createTempFile("cupel", ".rows");
            file = FileChannel.open(
                    path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException e) {
            throw new TempFault(e);
        }
    }

    /** Numbers in it. */
    long size() {
        return size;
    }

    /** Appends rows. */
    void append(long[] rows, int from, int count) {
        for (int done = 0; done < count; ) {
            if (!numbers.hasRemaining()) {
                flush();
            }
            int some = Math.min(count - done, numbers.remaining());
            numbers.put(rows, from + done, some);
            done += some;
        }
        size += count;
    }

    /** Writes what was appended; to be called before reading. */
    void flush() {
        written.position(0).limit(numbers.position() * Long.BYTES);
        try {
            while (written.hasRemaining()) {
                file.write(written);
            }
        } catch (IOException e) {
            throw new TempFault(e);
        }
        written.clear();
        numbers.clear();
    }

    /** Visits all rows; what is changed in them is not kept. */
    void forEach(RowVisitor visitor) {
        long[] rows = new long[2 * READ];
        int filled = 0;
        for (long done = 0; done < size; ) {
            int some = (int) Math.min(READ, size - done);
            read(done, rows, filled, some);
            done += some;
            filled += some;
            int row = 0;
            while (filled - row > Row.ID && row + Row.size(rows, row) <= filled) {
                visitor.row(rows, row);
                row += Row.size(rows, row);
            }
            System.arraycopy(rows, row, rows, 0, filled - row);
            filled -= row;
        }
    }

    /** Numbers from a place on; by several threads. */
    long[] read(long from, int count) {
        long[] rows = new long[count];
        read(from, rows, 0, count);
        return rows;
    }

    private void read(long from, long[] rows, int at, int count) {
        ByteBuffer bytes = ByteBuffer.allocate(count * Long.BYTES);
        try {
            long position = from * Long.BYTES;
            while (bytes.hasRemaining()) {
                int read = file.read(bytes, position + bytes.position());
                if (read < 0) {
                    throw new IOException("a file of rows became shorter");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        bytes.flip().asLongBuffer().get(rows, at, count);
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
