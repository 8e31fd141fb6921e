package io.cupel.app.ground;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import org.springframework.http.HttpHeaders;

/**
 * Answers with a file that is made while it is sent. A few at a time, for each keeps a thread and a connection to the
 * database for as long as the caller reads.
 */
public final class Download {
    /** At one time, of all callers of this instance. */
    public static final int AT_ONCE_MAX = 2;

    private static final Semaphore PLACES = new Semaphore(AT_ONCE_MAX);

    private Download() {}

    /** The forms in which a file can be had. */
    public enum Kind {
        JSONL("application/x-ndjson"),
        CSV("text/csv;charset=utf-8"),
        PARQUET("application/vnd.apache.parquet");

        private final String type;

        Kind(String type) {
            this.type = type;
        }

        /**
         * The kind that is written so.
         *
         * @throws ProblemException if none is
         */
        public static Kind of(String written) {
            List<Kind> found = Arrays.stream(values())
                    .filter(kind -> kind.written().equals(written))
                    .toList();
            if (found.isEmpty()) {
                throw new ProblemException(
                        Problem.PARAMETER,
                        "a parameter is not allowed",
                        List.of(new Fault("format", "it is jsonl, csv or parquet")));
            }
            return found.get(0);
        }

        String written() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Makes the file. */
    @FunctionalInterface
    public interface Maker {
        void write(OutputStream to) throws IOException;
    }

    /**
     * Sends a file. Where making it fails after its beginning was sent, the connection breaks off, so that nobody takes
     * the part for the whole.
     *
     * @param name of the file, without its ending
     * @throws ProblemException if too many are sent already
     */
    public static void send(HttpServletResponse response, String name, Kind kind, Maker maker) throws IOException {
        if (!PLACES.tryAcquire()) {
            throw new ProblemException(
                    Problem.UNAVAILABLE, AT_ONCE_MAX + " exports are being sent; try again when one of them has ended");
        }
        try {
            response.setContentType(kind.type);
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "." + kind.written() + "\"");
            maker.write(response.getOutputStream());
        } finally {
            PLACES.release();
        }
    }
}
