package io.cupel.core.evidence;

import java.util.Arrays;
import java.util.List;

/** When each of some texts was told first. */
final class FirstTold {
    private final KeyTable texts = new KeyTable();
    private long[] times = new long[64];

    void tell(String text, long at) {
        int before = texts.size();
        int number = texts.number(text);
        if (number == times.length) {
            times = Arrays.copyOf(times, 2 * number);
        }
        times[number] = number == before ? at : Math.min(times[number], at);
    }

    List<String> texts() {
        return texts.keys();
    }

    /** Whether of two texts, by their places in {@link #texts}, the first is the lead's name: told first, or less. */
    boolean isBefore(int a, int b) {
        int byTime = Long.compare(times[a], times[b]);
        return (byTime != 0 ? byTime : CodePointOrder.INSTANCE.compare(texts.key(a), texts.key(b))) < 0;
    }
}
