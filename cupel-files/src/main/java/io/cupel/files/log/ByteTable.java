package io.cupel.files.log;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A number for each of some texts, which are kept as the bytes that they are read as. In a large table each look at
 * another place takes as long as reading a call, so that finding a text looks at two: its slot, and where number and
 * letters stand together. One thread may put texts in while others look for them: these find it, or do not yet.
 */
public final class ByteTable {
    /** What {@link #get} gives for a text that is not known. */
    public static final int UNKNOWN = Integer.MIN_VALUE;

    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle SLOTS = MethodHandles.arrayElementVarHandle(long[].class);
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int VALUE = 0;
    private static final int LENGTH = 4;
    private static final int LETTERS = 8;

    /**
     * One behind the other: the number of a text, its length, its letters. What was written before a slot was set is
     * seen by whoever saw the slot.
     */
    private byte[] entries = new byte[1024];

    private int end;
    private int size;
    /** In the high half the hash of a text, in the low half one more than where its entry begins; 0 where free. */
    private volatile long[] slots = new long[64];

    /** Equal for equal texts. */
    public static int hash(byte[] text, int from, int length) {
        long hash = length;
        int at = from;
        int until = from + length;
        for (; at + Long.BYTES <= until; at += Long.BYTES) {
            hash = (hash ^ (long) LONGS.get(text, at)) * 0x9FB21C651E98DF25L;
            hash ^= hash >>> 35;
        }
        if (length >= Long.BYTES) {
            hash = (hash ^ (long) LONGS.get(text, until - Long.BYTES)) * 0x9FB21C651E98DF25L;
        } else {
            for (; at < until; at++) {
                hash = (hash ^ text[at]) * 0x9FB21C651E98DF25L;
            }
        }
        hash ^= hash >>> 32;
        hash *= 0xD6E8FEB86659FD93L;
        return (int) (hash >>> 32);
    }

    /** The number of a text; {@link #UNKNOWN} where it has none. */
    public int get(byte[] text, int from, int length, int hash) {
        // a slot is looked at once: another text may be noted there the next moment
        long[] now = slots;
        int slot = hash & (now.length - 1);
        long noted = noted(now, slot);
        while (noted != 0 && !isAt(noted, text, from, length, hash)) {
            slot = (slot + 1) & (now.length - 1);
            noted = noted(now, slot);
        }
        return noted == 0 ? UNKNOWN : (int) INTS.get(entries, (int) noted - 1 + VALUE);
    }

    /** Gives a number to a text that has none. */
    public void put(byte[] text, int from, int length, int hash, int value) {
        int entry = end;
        end = Math.addExact(entry, LETTERS + length);
        if (end > entries.length) {
            entries = Arrays.copyOf(entries, (int) Math.max(end, Math.min(Integer.MAX_VALUE - 8, entry * 3L / 2)));
        }
        INTS.set(entries, entry + VALUE, value);
        INTS.set(entries, entry + LENGTH, length);
        System.arraycopy(text, from, entries, entry + LETTERS, length);
        long[] now = slots;
        SLOTS.setRelease(now, free(now, hash), ((long) hash << 32) | (entry + 1));
        if (2 * ++size > now.length) {
            slots = grown(now);
        }
    }

    public int size() {
        return size;
    }

    /** Reads where a text would be noted. */
    long slotAt(int hash) {
        long[] now = slots;
        return now[hash & (now.length - 1)];
    }

    /** Reads where a text of this hash would stand. */
    int entryAt(int hash) {
        long[] now = slots;
        int slot = hash & (now.length - 1);
        long noted = noted(now, slot);
        while (noted != 0 && (int) (noted >>> 32) != hash) {
            slot = (slot + 1) & (now.length - 1);
            noted = noted(now, slot);
        }
        return entries[Math.max(0, (int) noted - 1)];
    }

    /** Takes texts with their numbers. */
    @FunctionalInterface
    public interface Visitor {
        void text(String text, int value);
    }

    void forEach(Visitor visitor) {
        for (int entry = 0; entry < end; ) {
            int length = (int) INTS.get(entries, entry + LENGTH);
            String text = new String(entries, entry + LETTERS, length, StandardCharsets.UTF_8);
            visitor.text(text, (int) INTS.get(entries, entry + VALUE));
            entry += LETTERS + length;
        }
    }

    private static long noted(long[] slots, int slot) {
        return (long) SLOTS.getAcquire(slots, slot);
    }

    /** Where the next text of this hash is to be noted. */
    private static int free(long[] slots, int hash) {
        int slot = hash & (slots.length - 1);
        while (slots[slot] != 0) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    private boolean isAt(long noted, byte[] text, int from, int length, int hash) {
        if ((int) (noted >>> 32) != hash) {
            return false;
        }
        byte[] all = entries;
        int entry = (int) noted - 1;
        int letters = entry + LETTERS;
        return (int) INTS.get(all, entry + LENGTH) == length
                && Arrays.equals(all, letters, letters + length, text, from, from + length);
    }

    private static long[] grown(long[] before) {
        long[] slots = new long[2 * before.length];
        for (long noted : before) {
            if (noted != 0) {
                slots[free(slots, (int) (noted >>> 32))] = noted;
            }
        }
        return slots;
    }
}
