package io.cupel.files;

import io.cupel.files.text.Opening;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;

/** How far the reading is, over all files, told about every megabyte. Safe for several threads. */
final class Progress implements Opening {
    private static final long STEP = 1 << 20;

    private final LeadFiles.Listener listener;
    private long total;
    private long done;
    private long told;

    Progress(LeadFiles.Listener listener) {
        this.listener = listener;
    }

    /** Adds files to what is to be read. */
    synchronized void expect(Collection<Path> files) throws IOException {
        for (Path file : files) {
            total += Files.size(file);
        }
    }

    @Override
    public InputStream open(Path file) throws IOException {
        return new FilterInputStream(Files.newInputStream(file)) {
            @Override
            public int read() throws IOException {
                int next = super.read();
                add(next < 0 ? 0 : 1);
                return next;
            }

            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                int read = super.read(bytes, from, length);
                add(Math.max(0, read));
                return read;
            }
        };
    }

    synchronized void finish() {
        listener.progress(total, total);
    }

    @Override
    public void passed(long bytes) {
        add(bytes);
    }

    private synchronized void add(long bytes) {
        done += bytes;
        if (done - told >= STEP) {
            told = done;
            listener.progress(Math.min(done, total), total); // a file may grow while it is read
        }
    }
}
