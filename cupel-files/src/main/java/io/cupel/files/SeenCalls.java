package io.cupel.files;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which calls were there before, word for word. It remembers so many and no more: a copy that it does not know is
 * written once again, which changes nothing, as whoever reads it counts it once.
 */
final class SeenCalls {
    static final int REMEMBERED_MAX = 2_000_000;
    private static final int FIRST_SLOTS = 1 << 12;

    private final int most;
    private final MessageDigest digest;
    /** Two numbers a slot, 128 bits of a hash; open addressing, at most half full. */
    private long[] slots = new long[2 * FIRST_SLOTS];

    private int count;

    SeenCalls() {
        this(REMEMBERED_MAX);
    }

    SeenCalls(int most) {
        this.most = most;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Whether the call is new, as far as can be remembered. */
    boolean add(Map<String, @Nullable Object> call) {
        byte[] hash = digest.digest(CanonicalJson.of(call).getBytes(StandardCharsets.UTF_8));
        ByteBuffer numbers = ByteBuffer.wrap(hash);
        long high = numbers.getLong() | 1; // a slot of zeros is empty
        long low = numbers.getLong();
        int at = find(high, low);
        if (slots[at] != 0) {
            return false;
        }
        if (count < most) {
            slots[at] = high;
            slots[at + 1] = low;
            count++;
            if (4L * count > slots.length) {
                grow();
            }
        }
        return true;
    }

    private int find(long high, long low) {
        int mask = slots.length / 2 - 1;
        int slot = (int) low & mask;
        while (slots[2 * slot] != 0 && (slots[2 * slot] != high || slots[2 * slot + 1] != low)) {
            slot = (slot + 1) & mask;
        }
        return 2 * slot;
    }

    private void grow() {
        long[] before = slots;
        slots = new long[2 * before.length];
        for (int i = 0; i < before.length; i += 2) {
            if (before[i] != 0) {
                int at = find(before[i], before[i + 1]);
                slots[at] = before[i];
                slots[at + 1] = before[i + 1];
            }
        }
    }
}
