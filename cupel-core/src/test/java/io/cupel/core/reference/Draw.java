package io.cupel.core.reference;

import io.cupel.core.time.Span;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Chances, in words. */
final class Draw {
    private static final List<Span> SPANS = List.of(
            new Span(1),
            new Span(2),
            new Span(5),
            new Span(60),
            new Span(601),
            new Span(3_600),
            new Span(21_600),
            Span.ofDays(1),
            Span.ofDays(2),
            new Span(200_003),
            new Span(Span.SECONDS_MAX));

    final Random random;
    /** The few spans of one world: few, so that bounds fall on each other. */
    final List<Span> spans;

    Draw(Random random) {
        this.random = random;
        spans = List.of(one(SPANS), one(SPANS), one(SPANS));
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    <T> T one(List<T> items) {
        return items.get(random.nextInt(items.size()));
    }

    @SafeVarargs
    final <T> T of(T... items) {
        return items[random.nextInt(items.length)];
    }

    /** From {@code least} to {@code most}, both possible. */
    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    Span span() {
        return one(spans);
    }

    @Nullable
    Span maybeSpan(int percent) {
        return chance(percent) ? span() : null;
    }
}
