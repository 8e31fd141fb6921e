package io.cupel.app.ground;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param next cursor of the part that follows; null at the end
 */
public record Page<T>(List<T> items, @Nullable String next) {
    public static final int LIMIT_USUAL = 50;
    public static final int LIMIT_MAX = 200;

    public Page {
        items = List.copyOf(items);
    }

    /** The limit that a caller asked for; {@link #LIMIT_USUAL} without. */
    public static int limit(@Nullable Integer asked) {
        int limit = asked == null ? LIMIT_USUAL : asked;
        if (limit < 1 || limit > LIMIT_MAX) {
            throw new ProblemException(
                    Problem.PARAMETER,
                    "the parameter limit is not right",
                    List.of(new Fault("limit", "it must be from 1 to " + LIMIT_MAX)));
        }
        return limit;
    }

    /**
     * Of a look-up that asked for one row more than the limit.
     *
     * @param cursor of the part that follows a row
     */
    public static <T> Page<T> of(List<T> found, int limit, Function<T, Cursor> cursor) {
        if (found.size() <= limit) {
            return new Page<>(found, null);
        }
        List<T> items = found.subList(0, limit);
        return new Page<>(items, cursor.apply(items.get(limit - 1)).written());
    }

    /** The same part with each item shown in another way. */
    public <R> Page<R> map(Function<? super T, R> shown) {
        return new Page<>(items.stream().<R>map(shown).toList(), next);
    }
}
