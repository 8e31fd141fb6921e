package io.cupel.core.evidence;

import org.jspecify.annotations.Nullable;

/** Named facts, as conditions read them. */
@FunctionalInterface
public interface Facts {
    /**
     * The fact at a path such as {@code lead.title} or {@code event.properties.seconds}; null where it is not known. A
     * text is a String, a whole number a Long, a decimal a Double, a truth a Boolean, a time an
     * {@link java.time.Instant}, a list a {@link java.util.List} of texts, and an amount known only roughly (as are
     * sizes "51-200") a {@link Range}.
     */
    @Nullable
    Object value(String path);
}
