package io.cupel.files.text;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A file of rows under a header, read once from its beginning to its end. */
public interface Table extends Closeable {
    /** The names of the columns, as they stand. */
    List<String> header();

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

    /** How the file was read, in sentences of which each names it; complete behind the last row. */
    List<String> remarks();
}
