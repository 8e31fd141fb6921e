package io.cupel.files.text;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A file of rows under a header, read once from its beginning to its end. */
public interface Table extends Closeable {
    /** The names of the columns, as they stand; one without a name is called after its place: "column 3". */
    List<String> header();

    /** Names that stand over several columns, in small letters, with the numbers of these, counted from 1. */
    default Map<String, List<Integer>> repeated() {
        Map<String, List<Integer>> columns = new LinkedHashMap<>();
        for (int i = 0; i < header().size(); i++) {
            String name = header().get(i).strip().toLowerCase(Locale.ROOT);
            columns.computeIfAbsent(name, each -> new ArrayList<>()).add(i + 1);
        }
        columns.values().removeIf(each -> each.size() == 1);
        return columns;
    }

    /** Where the header stands, counted from 1. */
    long headerLine();

    /**
     * The next row that tells something; null at the end.
     *
     * @throws FileFault if the file turns out to be broken
     * @throws IOException if it cannot be read
     */
    @Nullable
    Row next() throws IOException;

    /** Rows behind the header, until now, that tell nothing: blank ones and what reports print around their rows. */
    long passedOver();

    /** How the file was read, in sentences of which each names it; complete behind the last row. */
    List<String> remarks();
}
