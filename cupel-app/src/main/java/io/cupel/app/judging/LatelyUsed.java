package io.cupel.app.judging;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What is in memory by number, of which that is forgotten for which nobody asked lately: what was asked for is among
 * the recent ones, and when these are as many as they may be, they become the older ones, and the older ones go. A list
 * in the order of asking would change in four places with every entry of the log, which costs the collector more than
 * judging does. Not for several threads at once.
 */
final class LatelyUsed<V> {
    private final int most;
    private Map<Long, V> recent = new HashMap<>();
    private Map<Long, V> older = new HashMap<>();

    /** @param most how many recent ones there may be, and as many older ones beside */
    LatelyUsed(int most) {
        this.most = most;
    }

    @Nullable
    V get(long number) {
        V held = recent.get(number);
        if (held == null && !older.isEmpty()) {
            held = older.remove(number);
            if (held != null) {
                recent.put(number, held);
            }
        }
        return held;
    }

    void put(long number, V held) {
        recent.put(number, held);
        older.remove(number);
    }

    @Nullable
    V remove(long number) {
        V held = recent.remove(number);
        return held == null ? older.remove(number) : held;
    }

    void removeIf(Predicate<V> which) {
        recent.values().removeIf(which);
        older.values().removeIf(which);
    }

    /** Forgets those for which nobody asked lately, where there are too many. */
    void forget() {
        if (recent.size() >= most) {
            older = recent;
            recent = new HashMap<>();
        }
    }

    int size() {
        return recent.size() + older.size();
    }
}
