package io.cupel.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A stream of text that knows why writing failed, which a {@link PrintStream} alone keeps to itself. */
final class Output extends PrintStream {
    private static final int BUFFER_BYTES = 1 << 16;

    private final Remembering bytes;

    private Output(Remembering bytes) {
        super(new BufferedOutputStream(bytes, BUFFER_BYTES), false, StandardCharsets.UTF_8);
        this.bytes = bytes;
    }

    static Output to(OutputStream stream) {
        return new Output(new Remembering(stream));
    }

    /** Why something of all that was printed did not arrive; null where it did, or where the reader has gone. */
    @Nullable
    IOException loss() {
        flush();
        IOException failure = bytes.failure;
        return failure == null || isReaderGone(failure) ? null : failure;
    }

    /** After {@code | head} nobody wants more, which is no failure. Java tells it by the system's words alone. */
    private static boolean isReaderGone(IOException failure) {
        String message = failure.getMessage();
        return message != null && message.toLowerCase(Locale.ROOT).contains("broken pipe");
    }

    /** Passes bytes on until that fails for the first time. */
    private static final class Remembering extends OutputStream {
        private final OutputStream to;
        private @Nullable IOException failure;

        private Remembering(OutputStream to) {
            this.to = to;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] from, int start, int length) throws IOException {
            attempt(() -> to.write(from, start, length));
        }

        @Override
        public void flush() throws IOException {
            attempt(to::flush);
        }

        @Override
        public void close() throws IOException {
            attempt(to::close);
        }

        private void attempt(Attempt attempt) throws IOException {
            try {
                attempt.make();
            } catch (IOException e) {
                failure = failure == null ? e : failure;
                throw e;
            }
        }
    }

    /** Something that a stream may refuse. */
    private interface Attempt {
        void make() throws IOException;
    }
}
