package io.cupel.app.ground;

import org.springframework.http.HttpStatus;

/**
 * A way in which a call can fail. Each package keeps its own in an enum; docs/errors.md has a heading for each, and
 * docs and callers go by the code, which never changes its meaning.
 */
public interface ProblemKind {
    /** As people read and search for it: {@code CUP-API-004}. */
    String code();

    HttpStatus status();

    /** The kind in a few words, the same each time. */
    String title();
}
