package io.cupel.files;

import io.cupel.files.parquet.ParquetRows;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** The file that a conversion writes. */
final class Out implements Closeable {
    private static final int BUFFER_BYTES = 1 << 16;

    private final Path file;
    private final Form form;
    private final @Nullable Writer text;
    /** Closed by itself too: a packing stream that cannot write its end leaves the file open. */
    private final @Nullable OutputStream bytes;

    private Out(Path file, Form form, @Nullable Writer text, @Nullable OutputStream bytes) {
        this.file = file;
        this.form = form;
        this.text = text;
        this.bytes = bytes;
    }

    static Out open(Path file, Form form, boolean packed) throws IOException {
        if (form == Form.PARQUET) {
            return new Out(file, form, null, null);
        }
        OutputStream bytes = new Named(file, Files.newOutputStream(file));
        try {
            OutputStream to = packed ? new GZIPOutputStream(bytes, BUFFER_BYTES) : bytes;
            Writer text = new BufferedWriter(new OutputStreamWriter(to, StandardCharsets.UTF_8), BUFFER_BYTES);
            return new Out(file, form, text, bytes);
        } catch (IOException e) {
            bytes.close();
            throw e;
        }
    }

    /** The file as a table. */
    RowSink table(List<ParquetRows.Column> columns) throws IOException {
        List<String> header = columns.stream().map(ParquetRows.Column::name).toList();
        return switch (form) {
            case CSV -> RowSink.CsvRows.under(header, lines());
            case JSONL -> new RowSink.JsonRows(header, lines());
            case PARQUET -> new RowSink.Parquet(ParquetRows.open(file, columns));
        };
    }

    /** The file as lines of text. */
    Writer lines() {
        if (text == null) {
            throw new IllegalStateException("Parquet has no lines");
        }
        return text;
    }

    /**
     * Completes the file; closing alone leaves it of no use.
     *
     * @throws IOException if something of it could not be written
     */
    void finish() throws IOException {
        if (text != null) {
            text.close();
        }
    }

    @Override
    public void close() throws IOException {
        try {
            finish();
        } finally {
            if (bytes != null) {
                bytes.close();
            }
        }
    }

    /** Says of every failure to write which file could not be written: what is read meanwhile may fail too. */
    private static final class Named extends OutputStream {
        private final Path file;
        private final OutputStream to;

        Named(Path file, OutputStream to) {
            this.file = file;
            this.to = to;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] from, int start, int length) throws IOException {
            try {
                to.write(from, start, length);
            } catch (IOException e) {
                throw failure(e);
            }
        }

        @Override
        public void close() throws IOException {
            try {
                to.close();
            } catch (IOException e) {
                throw failure(e);
            }
        }

        private IOException failure(IOException cause) {
            FileSystemException failure = new FileSystemException(file.toString(), null, cause.getMessage());
            failure.initCause(cause);
            return failure;
        }
    }
}
