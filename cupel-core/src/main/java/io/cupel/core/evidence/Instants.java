package io.cupel.core.evidence;

import java.util.Arrays;

/** Collects instants, of which each is kept once. */
final class Instants {
    private long[] instants;
    private int size;
    /** Whether each came after those before it, as nearly always. */
    private boolean isAscending = true;

    /** @param expected about how many */
    Instants(int expected) {
        instants = new long[Math.max(4, expected)];
    }

    void add(long instant) {
        if (size > 0) {
            long last = instants[size - 1];
            if (last == instant) {
                return;
            }
            isAscending &= last < instant;
        }
        if (size == instants.length) {
            instants = Arrays.copyOf(instants, 2 * size);
        }
        instants[size++] = instant;
    }

    long[] ascending() {
        if (isAscending) {
            return Arrays.copyOf(instants, size);
        }
        Arrays.sort(instants, 0, size);
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (kept == 0 || instants[kept - 1] != instants[i]) {
                instants[kept++] = instants[i];
            }
        }
        return Arrays.copyOf(instants, kept);
    }
}
