package io.cupel.files.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** How the bytes of a file are had, as they lie on the disk; whoever counts how far the reading is counts here. */
@FunctionalInterface
public interface Opening {
    /** The bytes from the beginning; the caller closes them. */
    InputStream open(Path file) throws IOException;

    /** So many bytes more were read by other means, as a database does. */
    default void passed(long bytes) {}
}
