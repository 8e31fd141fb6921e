package io.cupel.files.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;

/** What does not fit in memory cannot be written to the folder of temporary files either. */
public final class TempFault extends UncheckedIOException {
    private static final long serialVersionUID = 1L;

    /** @param cause why it cannot be written */
    public TempFault(IOException cause) {
        super(
                "the folder of temporary files, " + System.getProperty("java.io.tmpdir")
                        + ", has to hold what does not fit in memory, and cannot be written (" + why(cause) + "); "
                        + remedy(cause),
                cause);
    }

    /** A limit on the size of files holds in every folder. */
    private static String remedy(IOException cause) {
        return isTooLarge(cause)
                ? "raise the limit on the size of files (ulimit -f)"
                : "make room there, or name another with CUPEL_JAVA_OPTIONS=-Djava.io.tmpdir=FOLDER";
    }

    private static boolean isTooLarge(IOException cause) {
        return why(cause).toLowerCase(Locale.ROOT).contains("file too large");
    }

    /** The cause in words: of some failures the message is the path alone. */
    private static String why(IOException cause) {
        if (cause instanceof NoSuchFileException) {
            return "there is no such folder";
        }
        if (cause instanceof AccessDeniedException) {
            return "permission denied";
        }
        String reason = cause instanceof FileSystemException system ? system.getReason() : null;
        return reason == null ? String.valueOf(cause.getMessage()) : reason;
    }
}
