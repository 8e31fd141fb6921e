package io.cupel.app.judging;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Looks for what machines did for as long as the server runs, on one thread of its own, beside the judge. */
final class WatchLoop implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(WatchLoop.class);
    /** Between two looks where nothing new was judged. */
    private static final long IDLE_NANOS = 50_000_000;
    /** After a failure. */
    private static final long PAUSE_NANOS = 1_000_000_000;

    private static final long PATIENCE_MILLIS = 20_000;

    private final Watch watch;
    private final JudgingMetrics metrics;
    private volatile boolean running;
    private @Nullable Thread thread;

    WatchLoop(Watch watch, JudgingMetrics metrics) {
        this.watch = watch;
        this.metrics = metrics;
    }

    @Override
    public synchronized void start() {
        running = true;
        thread = new Thread(this::run, "watch");
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
                pause = watch.watch() ? 0 : IDLE_NANOS;
            } catch (RuntimeException e) {
                metrics.failedToWatch();
                // its message may repeat what stood in a row, which may be a person
                LOG.error(
                        "Looking for machines failed and is tried again: {}",
                        e.getClass().getName());
                LOG.debug("Looking for machines failed", e);
                pause = PAUSE_NANOS;
            }
            if (pause > 0) {
                LockSupport.parkNanos(pause);
            }
        }
    }
}
