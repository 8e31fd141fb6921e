package io.cupel.app.intake;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Does something again and again while the server runs, on one thread of its own. */
final class Recurring implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Recurring.class);
    private static final long PATIENCE_SECONDS = 10;

    private final String name;
    private final Duration between;
    private final Runnable work;
    private @Nullable ScheduledThreadPoolExecutor thread;
    private @Nullable Future<?> turns;

    Recurring(String name, Duration between, Runnable work) {
        this.name = name;
        this.between = between;
        this.work = work;
    }

    @Override
    public synchronized void start() {
        ScheduledThreadPoolExecutor started = new ScheduledThreadPoolExecutor(1, run -> {
            Thread one = new Thread(run, name);
            one.setDaemon(true);
            return one;
        });
        turns = started.scheduleWithFixedDelay(
                this::once, between.toMillis(), between.toMillis(), TimeUnit.MILLISECONDS);
        thread = started;
    }

    @Override
    public synchronized void stop() {
        ScheduledThreadPoolExecutor running = thread;
        thread = null;
        if (turns != null) {
            turns.cancel(false);
            turns = null;
        }
        if (running != null) {
            running.shutdown();
            try {
                running.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }

    private void once() {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.error("{} failed and is tried again: {}", name, e.getClass().getName());
        }
    }
}
