package io.cupel.app.judging;

import io.cupel.app.contracts.ContractActivated;
import io.cupel.app.intake.Recent;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.transaction.event.TransactionalEventListener;

/** Judges for as long as the server runs, on one thread of its own; healthy while that thread lives. */
final class JudgingLoop implements SmartLifecycle, HealthIndicator {
    private static final Logger LOG = LoggerFactory.getLogger(JudgingLoop.class);
    /** Between two looks into a log to which this instance has nothing new: another one may have. */
    private static final long IDLE_NANOS = 100_000_000;
    /** After few entries, for more to come: what a batch costs besides is the same for one entry and for hundreds. */
    private static final long GATHER_NANOS = 10_000_000;

    private static final int FEW = 500;
    /**
     * After fewer entries, for more to come as long as very many do: a lead that is in two batches is written twice.
     */
    private static final int MANY = 10_000;
    /** So many times {@link #GATHER_NANOS}, at most. */
    private static final int GATHERED_MAX = 10;
    /** Fewer in that time are not very many any more. */
    private static final int RUSH = 200;
    /** Between two looks for open cycles that are over. */
    private static final long BETWEEN_EXPIRIES_NANOS = 1_000_000_000;
    /** After a failure. */
    private static final long PAUSE_NANOS = 1_000_000_000;

    private static final long PATIENCE_MILLIS = 20_000;

    private final LiveJudge judge;
    private final Recent recent;
    private final JudgingMetrics metrics;
    private volatile boolean running;
    private @Nullable Thread thread;

    JudgingLoop(LiveJudge judge, Recent recent, JudgingMetrics metrics) {
        this.judge = judge;
        this.recent = recent;
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

    /** So that nobody waits for a new contract until this instance looks again of itself. */
    @TransactionalEventListener
    void on(ContractActivated activated) {
        recent.tellNews();
    }

    private void run() {
        long expired = System.nanoTime();
        while (running) {
            try {
                int judged = judge.judge();
                metrics.judged(judged);
                if (System.nanoTime() - expired >= BETWEEN_EXPIRIES_NANOS) {
                    // of very many some at a time, so that entries do not wait
                    expired = judge.expire() == LiveJudge.EXPIRED_MAX ? expired : System.nanoTime();
                }
                await(judged);
            } catch (ConcurrencyFailureException e) {
                // nothing of it is written, and others did what they were about: that is no failure
                LOG.debug("Judging is tried again", e);
                LockSupport.parkNanos(GATHER_NANOS);
            } catch (RuntimeException e) {
                metrics.failed();
                // its message may repeat what stood in a row, which may be a person
                LOG.error("Judging failed and is tried again: {}", e.getClass().getName());
                LOG.debug("Judging failed", e);
                LockSupport.parkNanos(PAUSE_NANOS);
            } catch (InterruptedException e) {
                return; // nobody does that but to end the server
            }
        }
    }

    private void await(int judged) throws InterruptedException {
        if (judged == 0) {
            recent.awaitNews(IDLE_NANOS);
        } else if (judged < FEW) {
            LockSupport.parkNanos(GATHER_NANOS);
        } else if (judged < MANY) {
            gather();
        }
    }

    private void gather() {
        long before = recent.committed();
        for (int i = 0; i < GATHERED_MAX; i++) {
            LockSupport.parkNanos(GATHER_NANOS);
            long now = recent.committed();
            if (now - before < RUSH) {
                return;
            }
            before = now;
        }
    }
}
