package io.cupel.contract;

import java.util.ArrayList;
import java.util.List;

/** Collects what is found in one file, so that one fault hides no other. */
final class Findings {
    /** Findings kept of one file; a file with more is not a contract. */
    static final int KEPT_MAX = 1_000;

    private static final int MESSAGE_MAX = 400;

    private final Source source;
    private final List<Finding> found = new ArrayList<>();
    private boolean faulty;

    Findings(Source source) {
        this.source = source;
    }

    Source source() {
        return source;
    }

    void add(Code code, Place place, String message) {
        faulty |= code.severity() == Severity.FAULT;
        if (found.size() < KEPT_MAX) {
            String shown = Source.printable(shortened(message));
            found.add(new Finding(code, source.file(), place.line(), place.column(), shown, source.line(place.line())));
        }
    }

    void addAll(Findings others) {
        faulty |= others.faulty;
        others.found.stream().limit(Math.max(0, KEPT_MAX - found.size())).forEach(found::add);
    }

    boolean hasFaults() {
        return faulty;
    }

    /** All, in the order of the file; the same thing said twice is said once. */
    List<Finding> sorted() {
        return found.stream().sorted(Finding.ORDER).distinct().toList();
    }

    private static String shortened(String message) {
        if (message.codePointCount(0, message.length()) <= MESSAGE_MAX) {
            return message;
        }
        return message.substring(0, message.offsetByCodePoints(0, MESSAGE_MAX)) + "…";
    }
}
