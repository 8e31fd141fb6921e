package io.cupel.core.evidence;

import java.util.Optional;
import java.util.function.Function;

/**
 * What was understood of a text: a value, nothing because nothing was said, or nothing because the text can not be read
 * with certainty.
 */
public sealed interface Reading<T> {

    record Value<T>(T value) implements Reading<T> {}

    /** Blank, or a way of saying "unknown". */
    record Absent<T>() implements Reading<T> {}

    /**
     * Something was said, but not what.
     *
     * @param reason for the person who can correct the text; does not repeat the text, which may be personal
     */
    record Unreadable<T>(String reason) implements Reading<T> {}

    default Optional<T> found() {
        return this instanceof Value<T> told ? Optional.of(told.value()) : Optional.empty();
    }

    /** Goes on with the value, if there is one; otherwise the answer stays as it is. */
    default <R> Reading<R> then(Function<? super T, Reading<R>> next) {
        if (this instanceof Value<T> told) {
            return next.apply(told.value());
        }
        return this instanceof Unreadable<T> not ? new Unreadable<>(not.reason()) : new Absent<>();
    }
}
