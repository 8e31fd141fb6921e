package io.cupel.files;

import io.cupel.files.text.Row;
import io.cupel.files.text.Table;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/** A table whose rows are cut out of the file by a thread of their own, while those before are taken in. */
final class RowsAhead implements Table {
    private static final int ROWS = 512;
    private static final int BATCHES = 4;

    /** A row with its {@link RowCopies#hash}. */
    private record Hashed(Row row, long hash) {}

    /**
     * Some rows.
     *
     * @param isLast whether none follow
     * @param fault why none follow; null where the table ends
     */
    private record Batch(
            List<Hashed> rows, boolean isLast, @Nullable Throwable fault) {}

    private final Table table;
    private final BlockingQueue<Batch> batches = new ArrayBlockingQueue<>(BATCHES);
    private final Thread reader;
    private final Deque<Hashed> ready = new ArrayDeque<>();
    private @Nullable Batch last;
    private long hash;

    RowsAhead(Table table) {
        this.table = table;
        this.reader = new Thread(this::readAll, "cupel-rows");
        reader.setDaemon(true);
        reader.start();
    }

    private void readAll() {
        try {
            List<Hashed> rows = new ArrayList<>(ROWS);
            long header = RowCopies.header(table.header());
            try {
                for (Row row = table.next(); row != null; row = table.next()) {
                    rows.add(new Hashed(row, RowCopies.hash(header, row.cells())));
                    if (rows.size() == ROWS) {
                        batches.put(new Batch(rows, false, null));
                        rows = new ArrayList<>(ROWS);
                    }
                }
                batches.put(new Batch(rows, true, null));
            } catch (IOException | RuntimeException | Error fault) {
                batches.put(new Batch(rows, true, fault));
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public List<String> header() {
        return table.header();
    }

    @Override
    public long headerLine() {
        return table.headerLine();
    }

    @Override
    public @Nullable Row next() throws IOException {
        while (ready.isEmpty()) {
            Batch before = last;
            if (before != null) {
                raise(before.fault());
                return null;
            }
            Batch batch = batch();
            ready.addAll(batch.rows());
            last = batch.isLast() ? batch : null;
        }
        Hashed next = ready.remove();
        hash = next.hash();
        return next.row();
    }

    /** By which the row that was given last is known again. */
    long hash() {
        return hash;
    }

    private Batch batch() throws IOException {
        try {
            return batches.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static void raise(@Nullable Throwable fault) throws IOException {
        if (fault instanceof IOException told) {
            throw told;
        }
        if (fault instanceof RuntimeException bug) {
            throw bug;
        }
        if (fault instanceof Error end) {
            throw end;
        }
    }

    @Override
    public List<String> remarks() {
        return table.remarks();
    }

    @Override
    public long passedOver() {
        return table.passedOver();
    }

    @Override
    public void close() throws IOException {
        reader.interrupt();
        boolean isInterrupted = false;
        while (reader.isAlive()) {
            try {
                reader.join();
            } catch (InterruptedException e) {
                isInterrupted = true;
            }
        }
        if (isInterrupted) {
            Thread.currentThread().interrupt();
        }
        table.close();
    }
}
