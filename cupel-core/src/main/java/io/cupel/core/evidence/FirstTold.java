package io.cupel.core.evidence;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** As what each key was told first, and when: a user id may be written in several ways that mean one key. */
final class FirstTold {
    /** By number of the key. */
    private @Nullable String[] texts = new String[64];

    private long[] times = new long[64];

    /** @param key its number */
    void tell(int key, String text, long at) {
        if (key >= texts.length) {
            int length = Math.max(2 * texts.length, key + 1);
            texts = Arrays.copyOf(texts, length);
            times = Arrays.copyOf(times, length);
        }
        String known = texts[key];
        if (known == null || isBefore(at, text, times[key], known)) {
            texts[key] = text;
            times[key] = at;
        }
    }

    /** All that were told, of each key as what it was told first. */
    List<String> texts() {
        return Arrays.stream(texts).filter(Objects::nonNull).toList();
    }

    /** As what a key was told; null where it was not. */
    @Nullable
    String text(int key) {
        return key < texts.length ? texts[key] : null;
    }

    /** Whether of two keys that were told the first is the lead's name: told first, or less. */
    boolean isBefore(int a, int b) {
        return isBefore(times[a], Objects.requireNonNull(texts[a]), times[b], Objects.requireNonNull(texts[b]));
    }

    private static boolean isBefore(long at, String text, long otherAt, String other) {
        return at != otherAt ? at < otherAt : CodePointOrder.INSTANCE.compare(text, other) < 0;
    }
}
