package io.cupel.files;

import io.cupel.files.text.Opening;
import io.cupel.files.text.Source;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Threads that read the chunks of logs side by side. What came of them is taken in in the order of the files. */
final class ChunkCrew implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 60;

    private final Opening opening;
    private final int threads = Runtime.getRuntime().availableProcessors();
    private final ExecutorService crew = Executors.newFixedThreadPool(threads, task -> {
        Thread thread = new Thread(task, "cupel-reader");
        thread.setDaemon(true);
        return thread;
    });

    ChunkCrew(Opening opening) {
        this.opening = opening;
    }

    /** Reads a chunk. Each is used by one thread at a time. */
    interface Reader {
        ChunkLines.Result read(Chunks.Chunk chunk) throws IOException;
    }

    /** Takes what came of a chunk. */
    interface Taker {
        /**
         * Takes the next one.
         *
         * @param linesBefore how many lines of the file stand before the chunk
         */
        void take(ChunkLines.Result result, long linesBefore) throws IOException;
    }

    /** Reads a log, of some number among all files. */
    interface Work {
        void read(Path file, int number) throws IOException;
    }

    /** How logs are read: each thread has a reader of its own, made when the first log is to be read. */
    Work work(Supplier<Reader> readers, Taker taker) {
        Deque<Reader> idle = new ArrayDeque<>();
        Deque<byte[]> free = new ArrayDeque<>();
        return (file, number) -> {
            for (int i = 0; i < threads && idle.size() < threads; i++) {
                idle.add(readers.get());
            }
            read(new Log(file, number), idle, free, taker);
        };
    }

    /** A log and its number. */
    private record Log(Path file, int number) {
        Chunks.Origin origin() {
            return new Chunks.Origin(file.toString(), number);
        }
    }

    private void read(Log log, Deque<Reader> idle, Deque<byte[]> free, Taker taker) throws IOException {
        Deque<Future<ChunkLines.Result>> under = new ArrayDeque<>();
        long lines = 0;
        try (Chunks chunks = new Chunks(log.origin(), Source.openLog(log.file(), opening), free)) {
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

    private static ChunkLines.Result readByAny(Deque<Reader> idle, Chunks.Chunk chunk) throws IOException {
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

    private static long take(Future<ChunkLines.Result> done, long lines, Deque<byte[]> free, Taker taker)
            throws IOException {
        ChunkLines.Result result = result(done);
        free.push(result.chunk().bytes());
        taker.take(result, lines);
        return lines + result.tally().lines();
    }

    private static ChunkLines.Result result(Future<ChunkLines.Result> done) throws IOException {
        try {
            return done.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException fault) {
                throw fault;
            }
            if (e.getCause() instanceof Error fault) {
                throw fault; // too little memory is a matter of whoever started this
            }
            if (e.getCause() instanceof IOException fault) {
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
