package io.cupel.files.columns;

import java.io.IOException;
import java.util.List;

/** A mapping file that cannot be used. Its message holds all faults, each with its place, one a line. */
public final class MapFault extends IOException {
    private static final long serialVersionUID = 1L;

    private final List<String> faults;

    MapFault(List<String> faults) {
        super(String.join("\n", faults));
        this.faults = List.copyOf(faults);
    }

    /** Each as {@code file:line:column: what is wrong and what to do}. */
    public List<String> faults() {
        return List.copyOf(faults);
    }
}
