package io.cupel.files.log;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Arrays of rows that are not needed any more: sorting rows takes hardly more memory than the rows. */
final class SpareBlocks {
    private final Deque<long[]> blocks = new ArrayDeque<>();

    synchronized void take(List<long[]> old) {
        blocks.addAll(old);
    }

    /** One of them; null where there is none. */
    synchronized long @Nullable [] give() {
        return blocks.poll();
    }
}
