package io.cupel.files.text;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Says of a file that breaks off behind which line it does: the lines are counted when it is known to break off. */
final class LocatedStream extends FilterInputStream {
    private final Path file;

    LocatedStream(Path file, InputStream in) {
        super(in);
        this.file = file;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] to, int from, int length) throws IOException {
        try {
            return super.read(to, from, length);
        } catch (FileFault fault) {
            throw fault.after(linesBefore());
        }
    }

    private long linesBefore() throws IOException {
        long lines = 0;
        try (InputStream again = Source.open(file, Files::newInputStream)) {
            byte[] bytes = new byte[1 << 16];
            for (int read = again.read(bytes, 0, bytes.length); read >= 0; read = again.read(bytes, 0, bytes.length)) {
                for (int i = 0; i < read; i++) {
                    lines += bytes[i] == '\n' ? 1 : 0;
                }
            }
            return lines;
        } catch (FileFault fault) {
            return lines;
        }
    }
}
