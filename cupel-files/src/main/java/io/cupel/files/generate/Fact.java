package io.cupel.files.generate;

import java.util.List;

/**
 * A named fact of a call.
 *
 * @param value a {@link String}, a {@link Long}, a {@link Boolean} or a list of facts
 */
record Fact(String name, Object value) {
    static Fact of(String name, String value) {
        return new Fact(name, value);
    }

    static Fact of(String name, long value) {
        return new Fact(name, value);
    }

    static Fact of(String name, List<Fact> value) {
        return new Fact(name, value);
    }
}
