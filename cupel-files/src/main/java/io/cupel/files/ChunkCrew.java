package io.cupel.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Threads that read the chunks of logs side by side. What came of them is taken in in the order of the files. */
final class ChunkCrew implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 60;

    private final Progress progress;
    private final int threads = Runtime.getRuntime().availableProcessors();
    private final ExecutorService crew = Executors.newFixedThreadPool(threads, task -> {
        Thread thread = new Thread(task, "cupel-reader");
        thread.setDaemon(true);
        return thread;
    });

    ChunkCrew(Progress progress) {
        this.progress = progress;
    }

    /** Reads a chunk. Each is used by one thread at a time. */
    interface Reader {
        CallLines.Result read(Chunks.Chunk chunk);
    }

    /** Takes what came of a chunk. */
    interface Taker {
        /** @param linesBefore how many lines of the file stand before the chunk */
        void take(CallLines.Result result, long linesBefore) throws IOException;
    }

    /** Reads all files; each thread has a reader of its own. */
    void read(List<Path> files, Supplier<Reader> readers, Taker taker) throws IOException {
        Deque<Reader> idle = new ArrayDeque<>();
        for (int i = 0; i < threads; i++) {
            idle.add(readers.get());
        }
        Deque<byte[]> free = new ArrayDeque<>();
        for (Path file : files) {
            read(file, idle, free, taker);
        }
    }

    private void read(Path file, Deque<Reader> idle, Deque<byte[]> free, Taker taker) throws IOException {
        Deque<Future<CallLines.Result>> under = new ArrayDeque<>();
        long lines = 0;
        try (Chunks chunks = new Chunks(file.toString(), progress.open(file), free)) {
            for (Chunks.Chunk chunk = chunks.next(); chunk != null; chunk = chunks.next()) {
                Chunks.Chunk next = chunk;
                under.add(crew.submit(() -> readByAny(idle, next)));
                if (under.size() > threads) {
                    lines = take(under.remove(), lines, free, taker);
                }
            }
            while (!under.isEmpty()) {
                lines = take(under.remove(), lines, free, taker);
            }
        }
    }

    private static CallLines.Result readByAny(Deque<Reader> idle, Chunks.Chunk chunk) {
        Reader reader;
        synchronized (idle) {
            reader = idle.remove();
        }
        try {
            return reader.read(chunk);
        } finally {
            synchronized (idle) {
                idle.add(reader);
            }
        }
    }

    private static long take(Future<CallLines.Result> done, long lines, Deque<byte[]> free, Taker taker)
            throws IOException {
        CallLines.Result result = result(done);
        free.push(result.chunk().bytes());
        taker.take(result, lines);
        return lines + result.lines();
    }

    private static CallLines.Result result(Future<CallLines.Result> done) throws IOException {
        try {
            return done.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException fault) {
                throw fault;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void close() {
        crew.shutdownNow();
        try {
            crew.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
