package io.cupel.files.text;

import java.io.IOException;

/**
 * A file that cannot be used, or, where nothing may be left out, a line that cannot. The message is {@code file:line:
 * reason}, without the line where the file as a whole is meant.
 */
public final class FileFault extends IOException {
    private static final long serialVersionUID = 1L;

    /** The file as a whole. */
    public FileFault(String file, String reason) {
        super(file + ": " + reason);
    }

    /** One line of it, counted from 1. */
    public FileFault(String file, long line, String reason) {
        super(file + ":" + line + ": " + reason);
    }
}
