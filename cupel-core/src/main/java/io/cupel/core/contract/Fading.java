package io.cupel.core.contract;

import io.cupel.core.time.Span;
import org.jspecify.annotations.Nullable;

/** How a signal's points fade: by half-life, linearly to nothing, or never. Not both. */
public record Fading(@Nullable Span halfLife, @Nullable Span linear) {
    public static final Fading NEVER = new Fading(null, null);

    public Fading {
        if (halfLife != null && linear != null) {
            throw new IllegalArgumentException("points fade by half-life or linearly, not both");
        }
    }
}
