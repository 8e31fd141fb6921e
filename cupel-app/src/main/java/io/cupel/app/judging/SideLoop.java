package io.cupel.app.judging;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Does some work for as long as the server runs, on one thread of its own, beside the judge. */
final class SideLoop implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(SideLoop.class);
    /** Between two looks where there was nothing to do. */
    private static final long IDLE_NANOS = 50_000_000;
    /** After a failure. */
    private static final long PAUSE_NANOS = 1_000_000_000;

    private static final long PATIENCE_MILLIS = 20_000;

    private final String name;
    private final BooleanSupplier work;
    private final Runnable failed;
    private volatile boolean running;
    private @Nullable Thread thread;

    /**
     * On a thread of this name.
     *
     * @param work a part of it; gives whether there was anything to do
     * @param failed counts that it failed, and is tried again
     */
    SideLoop(String name, BooleanSupplier work, Runnable failed) {
        this.name = name;
        this.work = work;
        this.failed = failed;
    }

    @Override
    public synchronized void start() {
        running = true;
        thread = new Thread(this::run, name);
        thread.start();
    }

    @Override
    public synchronized void stop() {
        running = false;
        Thread started = thread;
        thread = null;
        if (started != null) {
            try {
                started.join(PATIENCE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void run() {
        while (running) {
            long pause;
            try {
                pause = work.getAsBoolean() ? 0 : IDLE_NANOS;
            } catch (RuntimeException e) {
                failed.run();
                // its message may repeat what stood in a row, which may be a person
                LOG.error("{} failed and is tried again: {}", name, e.getClass().getName());
                LOG.debug("{} failed", name, e);
                pause = PAUSE_NANOS;
            }
            if (pause > 0) {
                LockSupport.parkNanos(pause);
            }
        }
    }
}
