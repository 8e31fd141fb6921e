package io.cupel.files;

import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Two pieces of work at one time. What goes wrong in the first is told before what goes wrong in the second. */
final class SideBySide {
    /** A piece of work, which ends soon when its thread is interrupted. */
    @FunctionalInterface
    interface Work {
        void run() throws IOException;
    }

    private SideBySide() {}

    /** Runs both, and ends when both have ended. If the first fails, the second is interrupted. */
    static void run(Work first, Work second) throws IOException {
        FutureTask<Void> beside = new FutureTask<>(() -> {
            second.run();
            return null;
        });
        Thread thread = new Thread(beside, "cupel-calls");
        thread.setDaemon(true);
        thread.start();
        boolean isDone = false;
        try {
            first.run();
            isDone = true;
        } finally {
            if (!isDone) {
                thread.interrupt();
                await(thread);
            }
        }
        result(beside);
    }

    private static void await(Thread thread) {
        boolean isInterrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                isInterrupted = true;
            }
        }
        if (isInterrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void result(FutureTask<Void> done) throws IOException {
        try {
            done.get();
        } catch (InterruptedException e) {
            done.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException told) {
                throw told;
            }
            if (e.getCause() instanceof RuntimeException bug) {
                throw bug;
            }
            if (e.getCause() instanceof Error end) {
                throw end;
            }
            throw new IllegalStateException(e.getCause());
        } catch (CancellationException e) {
            throw new IOException("interrupted", e);
        }
    }
}
