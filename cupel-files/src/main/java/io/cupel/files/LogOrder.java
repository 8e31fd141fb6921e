package io.cupel.files;

import org.jspecify.annotations.Nullable;

/**
 * What is made of the positions in the log of a server that its exports tell.
 *
 * @param isIgnored whether calls are judged as if they told none
 * @param until the instant up to which the log is read, in milliseconds since 1970 UTC; null for all of it
 */
public record LogOrder(boolean isIgnored, @Nullable Long until) {
    /** Each call is judged when it was received. */
    public static final LogOrder HONOURED = new LogOrder(false, null);
}
