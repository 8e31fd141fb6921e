package io.cupel.app.ground;

import java.io.IOException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the embedded database again when it dies, until that works. */
final class PostgresWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresWatch.class);
    private static final long LOOK_EVERY_MILLIS = 250;

    /** Failures wait twice as long each time, up to 2^7 looks, that is 32 seconds. */
    private static final int WAIT_EXPONENT_MAX = 7;

    private final EmbeddedPostgres postgres;
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "postgres-watch");
        thread.setDaemon(true);
        return thread;
    });
    private @Nullable ScheduledFuture<?> looks;
    private volatile boolean up = true;
    private int failures;
    private long looksToSkip;

    private PostgresWatch(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    static PostgresWatch over(EmbeddedPostgres postgres) {
        PostgresWatch watch = new PostgresWatch(postgres);
        watch.looks = watch.looking.scheduleWithFixedDelay(
                watch::look, LOOK_EVERY_MILLIS, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
        return watch;
    }

    /** Looks anew, because the last look may be older than the end of the server. */
    boolean up() throws IOException {
        return up && postgres.runs();
    }

    private void look() {
        if (looksToSkip > 0) {
            looksToSkip--;
            return;
        }
        try {
            if (postgres.runs()) {
                return;
            }
            if (up) {
                up = false;
                LOG.warn("PostgreSQL is gone; starting it again");
            }
            postgres.startAgain();
            up = true;
            failures = 0;
            LOG.info("PostgreSQL runs again");
        } catch (IOException | RuntimeException e) {
            failures = Math.min(failures + 1, WAIT_EXPONENT_MAX);
            looksToSkip = 1L << failures;
            LOG.error("PostgreSQL could not be started again: {}", e.getMessage());
        }
    }

    /** Waits for a start that is under way, so that it cannot happen after the end. */
    @Override
    public void close() {
        if (looks != null) {
            looks.cancel(false);
        }
        looking.shutdown();
        try {
            if (!looking.awaitTermination(3, TimeUnit.MINUTES)) {
                LOG.warn("PostgreSQL is being started and stopped at once");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
