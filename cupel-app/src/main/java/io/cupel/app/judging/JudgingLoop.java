package io.cupel.app.judging;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;

/** Judges for as long as the server runs, on one thread of its own; healthy while that thread lives. */
final class JudgingLoop implements SmartLifecycle, HealthIndicator {
    private static final Logger LOG = LoggerFactory.getLogger(JudgingLoop.class);
    /** Between two looks into a log that has nothing new. */
    private static final long IDLE_NANOS = 10_000_000;
    /** Between two looks for open cycles that are over. */
    private static final long BETWEEN_SWEEPS_NANOS = 1_000_000_000;
    /** After a failure. */
    private static final long PAUSE_NANOS = 1_000_000_000;

    private static final long PATIENCE_MILLIS = 20_000;

    private final LiveJudge judge;
    private final JudgingMetrics metrics;
    private volatile boolean running;
    private @Nullable Thread thread;

    JudgingLoop(LiveJudge judge, JudgingMetrics metrics) {
        this.judge = judge;
        this.metrics = metrics;
    }

    @Override
    public synchronized void start() {
        running = true;
        thread = new Thread(this::run, "judge");
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

    @Override
    public synchronized Health health() {
        Thread started = thread;
        // it ends of itself only where Java itself gave up, as for want of memory
        return started != null && started.isAlive()
                ? Health.up().build()
                : Health.down().build();
    }

    private void run() {
        long swept = System.nanoTime();
        while (running) {
            long pause;
            try {
                int judged = judge.judge();
                metrics.judged(judged);
                // one slice between two batches: neither waits long for the other
                int turned = judge.sweep();
                int told = judge.tell();
                pause = judged == 0 && turned == 0 && told == 0 ? IDLE_NANOS : 0;
                if (System.nanoTime() - swept >= BETWEEN_SWEEPS_NANOS) {
                    // of very many one slice at a time, so that entries do not wait
                    swept = judge.expire() == LiveJudge.EXPIRED_MAX ? swept : System.nanoTime();
                }
            } catch (RuntimeException e) {
                metrics.failed();
                // its message may repeat what stood in a row, which may be a person
                LOG.error("Judging failed and is tried again: {}", e.getClass().getName());
                LOG.debug("Judging failed", e);
                pause = PAUSE_NANOS;
            }
            if (pause > 0) {
                LockSupport.parkNanos(pause);
            }
        }
    }
}
