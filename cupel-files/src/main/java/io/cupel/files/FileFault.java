package io.cupel.files;

import java.io.IOException;

/**
 * A file that cannot be used, or, where nothing may be left out, a line that cannot. The message is {@code file:line:
 * reason}.
 */
public final class FileFault extends IOException {
    private static final long serialVersionUID = 1L;

    FileFault(String file, long line, String reason) {
        super(file + ":" + line + ": " + reason);
    }
}
