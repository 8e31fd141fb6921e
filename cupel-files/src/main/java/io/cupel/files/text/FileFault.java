package io.cupel.files.text;

import java.io.IOException;

/**
 * A file that cannot be used, or, where nothing may be left out, a line that cannot. The message is {@code file:line:
 * reason}, without the line where the file as a whole is meant.
 */
public final class FileFault extends IOException {
    private static final long serialVersionUID = 1L;

    private final String file;
    private final String reason;

    /** The file as a whole. */
    public FileFault(String file, String reason) {
        this(file, reason, file + ": " + reason);
    }

    /** One line of it, counted from 1. */
    public FileFault(String file, long line, String reason) {
        this(file, reason, file + ":" + line + ": " + reason);
    }

    private FileFault(String file, String reason, String message) {
        super(message);
        this.file = file;
        this.reason = reason;
    }

    /**
     * The same fault, met behind a line.
     *
     * @param line the last one that was read whole; 0 for none
     */
    FileFault after(long line) {
        return line == 0 ? this : new FileFault(file, line, "after this line " + reason);
    }
}
