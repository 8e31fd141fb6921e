package io.cupel.app.ground;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Rows in PostgreSQL's binary form of COPY: a signature, the rows, and -1. Numbers are big-endian; before each value
 * stands its length in bytes, -1 for null. See "COPY, Binary Format" in the manual of PostgreSQL.
 */
public final class BinaryRows {
    private static final byte[] SIGNATURE = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };
    /** From 1970 to 2000, where PostgreSQL begins to count. */
    private static final long EPOCH_MILLIS = 946_684_800_000L;

    private static final int MICROS_OF_MILLI = 1_000;

    private byte[] bytes = new byte[1 << 16];
    private int length;

    public BinaryRows() {
        add(SIGNATURE);
    }

    /** Begins a row of so many values. */
    public BinaryRows row(int values) {
        makeRoom(Short.BYTES);
        bytes[length++] = (byte) (values >> 8);
        bytes[length++] = (byte) values;
        return this;
    }

    public BinaryRows bigint(long number) {
        putInt(Long.BYTES);
        putLong(number);
        return this;
    }

    public BinaryRows bigintOrNull(@Nullable Long number) {
        if (number == null) {
            putInt(-1);
            return this;
        }
        return bigint(number);
    }

    public BinaryRows integer(int number) {
        putInt(Integer.BYTES);
        putInt(number);
        return this;
    }

    /** An instant, in milliseconds since 1970 UTC. */
    public BinaryRows instant(long millis) {
        return bigint(Math.multiplyExact(millis - EPOCH_MILLIS, MICROS_OF_MILLI));
    }

    public BinaryRows uuid(UUID uuid) {
        putInt(2 * Long.BYTES);
        putLong(uuid.getMostSignificantBits());
        putLong(uuid.getLeastSignificantBits());
        return this;
    }

    public BinaryRows bool(boolean is) {
        putInt(1);
        makeRoom(1);
        bytes[length++] = (byte) (is ? 1 : 0);
        return this;
    }

    public BinaryRows text(@Nullable String text) {
        if (text == null) {
            putInt(-1);
            return this;
        }
        byte[] letters = text.getBytes(StandardCharsets.UTF_8);
        putInt(letters.length);
        add(letters);
        return this;
    }

    /** Writes all rows; {@code copy} is the statement. */
    public void write(Connection connection, String copy) throws SQLException {
        row(-1);
        CopyIn into = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(copy);
        try {
            into.writeToCopy(bytes, 0, length);
            into.endCopy();
        } finally {
            if (into.isActive()) {
                into.cancelCopy();
            }
        }
    }

    private void putInt(int number) {
        makeRoom(Integer.BYTES);
        for (int shift = Integer.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            bytes[length++] = (byte) (number >> shift);
        }
    }

    private void putLong(long number) {
        putInt((int) (number >> Integer.SIZE));
        putInt((int) number);
    }

    private void add(byte[] more) {
        makeRoom(more.length);
        System.arraycopy(more, 0, bytes, length, more.length);
        length += more.length;
    }

    private void makeRoom(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }
}
