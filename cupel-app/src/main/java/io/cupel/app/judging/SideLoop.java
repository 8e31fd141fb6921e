package io.cupel.app.judging;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Does some work for as long as the server runs, on threads of its own, beside the judge. */
final class SideLoop implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(SideLoop.class);
    /** Between two looks where there was nothing to do. */
    private static final long IDLE_NANOS = 50_000_000;
    /** After a failure. */
    private static final long PAUSE_NANOS = 1_000_000_000;

    private static final long PATIENCE_MILLIS = 20_000;

    private final String name;
    private final List<BooleanSupplier> works;
    private final Runnable failed;
    private volatile boolean running;
    private final List<Thread> threads = new ArrayList<>();

    /**
     * On threads that begin with this name.
     *
     * @param works what each thread does a part of; gives whether there was anything to do
     * @param failed counts that it failed, and is tried again
     */
    SideLoop(String name, List<BooleanSupplier> works, Runnable failed) {
        this.name = name;
        this.works = List.copyOf(works);
        this.failed = failed;
    }

    @Override
    public synchronized void start() {
        running = true;
        for (BooleanSupplier work : works) {
            Thread thread = new Thread(() -> run(work), threads.isEmpty() ? name : name + "-" + (threads.size() + 1));
            threads.add(thread);
            thread.start();
        }
    }

    @Override
    public synchronized void stop() {
        running = false;
        try {
            for (Thread started : threads) {
                started.join(PATIENCE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        threads.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void run(BooleanSupplier work) {
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
