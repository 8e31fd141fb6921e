package io.cupel.files;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * 64 bits that are equal for JSON values that {@link CanonicalJson} writes alike, and for others as good as never: the
 * sum over all values in the tree, each mixed with the way to it, so that the order of names makes no difference. It is
 * the same whether it is summed up while bytes are read or of a tree.
 */
final class Fingerprint {
    /** The way to the outermost value. */
    static final long ROOT = 0x9E3779B97F4A7C15L;

    static final long OBJECT = 1;
    static final long ARRAY = 2;
    static final long TRUE = 3;
    static final long FALSE = 4;
    static final long NULL = 5;
    static final long TEXT = 6;
    private static final long WHOLE = 7;
    private static final long DECIMAL = 8;

    /** Up to here every whole number has a double of its own. */
    private static final double WHOLE_MAX = 9_007_199_254_740_992.0;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private Fingerprint() {}

    /** Of a tree as {@link JsonTree} reads it. */
    static long of(@Nullable Object value) {
        return of(value, ROOT);
    }

    private static long of(@Nullable Object value, long way) {
        if (value instanceof String text) {
            byte[] letters = text.getBytes(StandardCharsets.UTF_8);
            return ofText(way, text(letters, 0, letters.length));
        }
        if (value instanceof Long number) {
            return ofWhole(way, number);
        }
        if (value instanceof Double number) {
            return ofDecimal(way, number);
        }
        if (value instanceof Map<?, ?> object) {
            long sum = ofSign(way, OBJECT);
            for (Map.Entry<?, ?> entry : object.entrySet()) {
                byte[] name = Objects.toString(entry.getKey()).getBytes(StandardCharsets.UTF_8);
                sum += of(entry.getValue(), wayTo(way, text(name, 0, name.length)));
            }
            return sum;
        }
        if (value instanceof List<?> array) {
            long sum = ofSign(way, ARRAY);
            for (int i = 0; i < array.size(); i++) {
                sum += of(array.get(i), wayTo(way, i));
            }
            return sum;
        }
        return ofSign(way, value == null ? NULL : Boolean.TRUE.equals(value) ? TRUE : FALSE);
    }

    /** The way on to a member, by the hash of its name, or to an item, by its place. */
    static long wayTo(long way, long step) {
        return mixed(way * 31 + step);
    }

    /** Of a value that is its sign, or of a sign that an object or array stands there. */
    static long ofSign(long way, long sign) {
        return mixed(way ^ sign);
    }

    /** @param text the hash of the text */
    static long ofText(long way, long text) {
        return mixed((way ^ TEXT) + text);
    }

    static long ofWhole(long way, long number) {
        return mixed((way ^ WHOLE) + mixed(number));
    }

    /** Decimals that are whole are whole numbers. */
    static long ofDecimal(long way, double number) {
        return number == Math.rint(number) && Math.abs(number) < WHOLE_MAX
                ? ofWhole(way, (long) number)
                : mixed((way ^ DECIMAL) + mixed(Double.doubleToLongBits(number)));
    }

    /** The hash of a text in UTF-8. */
    static long text(byte[] letters, int from, int length) {
        long hash = TEXT;
        int end = from + length;
        int at = from;
        for (; at + Long.BYTES <= end; at += Long.BYTES) {
            hash = step(hash, (long) LONGS.get(letters, at));
        }
        long rest = 0;
        for (int i = end - 1; i >= at; i--) {
            rest = (rest << 8) | (letters[i] & 0xFF);
        }
        return hashOfText(hash, rest, length);
    }

    /**
     * The same of letters that stand eight in a number, the first in its lowest byte, and nothing behind the last.
     *
     * @param length in letters
     */
    static long text(long[] eights, int length) {
        int whole = length / Long.BYTES;
        long hash = TEXT;
        for (int i = 0; i < whole; i++) {
            hash = step(hash, eights[i]);
        }
        return hashOfText(hash, length % Long.BYTES == 0 ? 0 : eights[whole], length);
    }

    /** Goes on from {@link #TEXT} with the next eight letters of a text. */
    static long step(long hash, long letters) {
        long mixed = (hash ^ letters) * 0x9FB21C651E98DF25L;
        return mixed ^ (mixed >>> 35);
    }

    /** The hash of a text after all steps, with the letters that are left, the first in the lowest byte. */
    static long hashOfText(long hash, long rest, int length) {
        return mixed(step(hash, rest) + length);
    }

    /** Spreads each bit over all (the finisher of SplitMix64). */
    private static long mixed(long bits) {
        long once = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        long twice = (once ^ (once >>> 27)) * 0x94D049BB133111EBL;
        return twice ^ (twice >>> 31);
    }
}
