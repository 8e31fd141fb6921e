package io.cupel.files;

import io.cupel.files.columns.ShownName;
import java.util.List;

/**
 * The names of the columns of a table of calls.
 *
 * @param names by which they are read; of a column that a mapping file leaves out, empty
 * @param shown as the file writes them, for messages
 * @param isMapped whether a mapping file gives the names, so that several columns may tell one thing
 */
record CallHeader(List<String> names, List<String> shown, boolean isMapped) {
    CallHeader {
        names = List.copyOf(names);
        shown = List.copyOf(shown);
    }

    /** Of a table that is read by the names that it has. */
    static CallHeader plain(List<String> names) {
        return new CallHeader(names, names.stream().map(ShownName::of).toList(), false);
    }
}
