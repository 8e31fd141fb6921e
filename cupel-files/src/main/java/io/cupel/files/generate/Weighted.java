package io.cupel.files.generate;

import java.util.List;
import java.util.function.ToIntFunction;

/** Things of which some are drawn more often than others. */
final class Weighted<T> {
    private final List<T> things;
    private final int[] upTo;

    private Weighted(List<T> things, int[] upTo) {
        this.things = things;
        this.upTo = upTo;
    }

    static <T> Weighted<T> of(List<T> things, ToIntFunction<T> weight) {
        int[] upTo = new int[things.size()];
        int sum = 0;
        for (int i = 0; i < upTo.length; i++) {
            sum += weight.applyAsInt(things.get(i));
            upTo[i] = sum;
        }
        return new Weighted<>(List.copyOf(things), upTo);
    }

    T draw(Dice dice) {
        int drawn = dice.below(upTo[upTo.length - 1]);
        int low = 0;
        int high = upTo.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (drawn < upTo[middle]) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return things.get(low);
    }
}
