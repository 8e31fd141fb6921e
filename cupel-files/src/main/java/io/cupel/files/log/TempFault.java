package io.cupel.files.log;

import java.io.IOException;
import java.io.UncheckedIOException;

/** What does not fit in memory cannot be written to the folder of temporary files either. */
public final class TempFault extends UncheckedIOException {
    private static final long serialVersionUID = 1L;

    /** @param cause why it cannot be written */
    public TempFault(IOException cause) {
        super(
                "the folder of temporary files, " + System.getProperty("java.io.tmpdir")
                        + ", has to hold what does not fit in memory, and cannot be written (" + cause.getMessage()
                        + "); make room there, or name another with"
                        + " CUPEL_JAVA_OPTIONS=-Djava.io.tmpdir=FOLDER",
                cause);
    }
}
