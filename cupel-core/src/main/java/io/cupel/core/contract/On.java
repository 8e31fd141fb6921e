package io.cupel.core.contract;

import io.cupel.core.evidence.EventType;
import org.jspecify.annotations.Nullable;

/**
 * The kind of event that a signal is on.
 *
 * @param name the page's, screen's or track's name, compared exactly; null for any
 */
public record On(EventType type, @Nullable String name) {
    public On {
        if (!type.isSignal()) {
            throw new IllegalArgumentException("no signal can be on " + type.written());
        }
        if (name != null && name.isBlank()) {
            throw new IllegalArgumentException("the name of a " + type.written() + " is blank");
        }
    }

    /** As contracts write it: {@code page}, {@code track "Demo Requested"}. */
    public String written() {
        return name == null ? type.written() : type.written() + " \"" + name + '"';
    }
}
