package io.cupel.cli;

import io.cupel.core.lifecycle.Enough;
import java.util.ArrayList;
import java.util.List;

/** The small things that would be enough, in words: "one Demo request", "employees known and fitting". */
final class Ways {
    private Ways() {}

    static String words(Enough.Way way) {
        List<String> parts = new ArrayList<>();
        if (!way.known().isEmpty()) {
            parts.add(Words.attributes(way.known()) + " known and fitting");
        }
        if (way.events() > 0) {
            String days = way.onDifferentDays() ? " on " + way.events() + " days" : "";
            parts.add((way.events() == 1 ? "one " : way.events() + " × ") + way.signal() + days);
        }
        return Words.list(parts, "and");
    }
}
