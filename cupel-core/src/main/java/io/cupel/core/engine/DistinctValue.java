package io.cupel.core.engine;

import io.cupel.core.state.StateReader;
import io.cupel.core.state.StateWriter;
import io.cupel.core.state.UnreadableState;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What {@code distinct} remembers of a value: one small thing for all values that are equal as JSON. 1 and 1.0 are the
 * same number, and the order of keys says nothing.
 *
 * <p>Truths, usual numbers and texts of up to 32 chars stand for themselves. Of all others 128 bits of SHA-256 are
 * remembered, in memory as in the written form, so that both tell the same values apart, and hostile events fill
 * neither. That two such values of one lead and signal are ever taken for one is not to be expected: by chance it
 * happens to one pair in 2^128; to make such a pair takes some 2^64 hashes, and gains a visitor a count less.
 */
final class DistinctValue {
    private static final int TEXT_MAX = 32;
    private static final int FALSE = 0;
    private static final int TRUE = 1;
    private static final int NUMBER = 2;
    private static final int DIGEST = 3;
    /** From here on texts, by their length. */
    private static final int TEXT = 4;

    /** The first half of a hash, of a value that is too long to be kept. */
    private record Digest(long high, long low) {}

    private DistinctValue() {}

    static Object of(Object value) {
        if (value instanceof String text && text.length() <= TEXT_MAX) {
            return text;
        }
        if (value instanceof Boolean) {
            return value;
        }
        if (value instanceof Number number) {
            BigDecimal exact = exact(number);
            if (exact.unscaledValue().bitLength() < Long.SIZE) {
                return exact;
            }
        }
        StringBuilder spelled = new StringBuilder();
        spell(value, spelled);
        return digest(spelled);
    }

    private static BigDecimal exact(Number number) {
        return new BigDecimal(number.toString()).stripTrailingZeros();
    }

    /** No two values that differ are spelled alike: lengths stand before texts, lists and maps. */
    private static void spell(@Nullable Object value, StringBuilder out) {
        if (value instanceof String text) {
            out.append('t').append(text.length()).append(':').append(text);
        } else if (value instanceof Number number) {
            out.append('n').append(exact(number)).append(';');
        } else if (value instanceof List<?> list) {
            out.append('l').append(list.size()).append(':');
            list.forEach(item -> spell(item, out));
        } else if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> sorted = new TreeMap<>();
            map.forEach((key, item) -> sorted.put(String.valueOf(key), item));
            out.append('m').append(sorted.size()).append(':');
            sorted.forEach((key, item) -> {
                spell(key, out);
                spell(item, out);
            });
        } else if (value == null) {
            out.append('z');
        } else {
            out.append('o').append(value.getClass().getName()).append('=');
            spell(value.toString(), out);
        }
    }

    private static Digest digest(CharSequence spelled) {
        ByteBuffer bytes = ByteBuffer.allocate(Character.BYTES * spelled.length());
        bytes.asCharBuffer().put(spelled.toString());
        try {
            ByteBuffer hash =
                    ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(bytes.array()));
            return new Digest(hash.getLong(), hash.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Writes what {@link #of} gave. */
    static void write(Object value, StateWriter out) {
        if (value instanceof Boolean truth) {
            out.number(truth ? TRUE : FALSE);
        } else if (value instanceof BigDecimal number) {
            out.number(NUMBER);
            out.signed(number.scale());
            out.signed(number.unscaledValue().longValueExact());
        } else if (value instanceof Digest digest) {
            out.number(DIGEST);
            out.bits(digest.high());
            out.bits(digest.low());
        } else {
            String text = (String) value;
            out.number(TEXT + text.length());
            out.chars(text);
        }
    }

    static Object read(StateReader in) throws UnreadableState {
        int form = in.count(TEXT + TEXT_MAX);
        return switch (form) {
            case FALSE -> false;
            case TRUE -> true;
            case NUMBER -> number(in);
            case DIGEST -> new Digest(in.bits(), in.bits());
            default -> in.chars(form - TEXT);
        };
    }

    private static BigDecimal number(StateReader in) throws UnreadableState {
        long scale = in.signed();
        long unscaled = in.signed();
        in.require(scale == (int) scale && (unscaled % 10 != 0 || (unscaled == 0 && scale == 0)), "an odd number");
        return BigDecimal.valueOf(unscaled, (int) scale);
    }
}
