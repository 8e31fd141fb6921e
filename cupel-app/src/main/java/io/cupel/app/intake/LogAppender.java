package io.cupel.app.intake;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Commits what requests bring, many at once: while one group is being committed, the next one gathers, so that a commit
 * is shared by as many as wait for it. One thread; first come, first logged.
 */
final class LogAppender implements AutoCloseable {
    /** Calls that are committed together, at least those of one submission. */
    static final int GROUP_MAX = 5_000;
    /** Calls that may wait. */
    static final int WAITING_MAX = 50_000;
    /** Letters of calls that may wait. */
    static final long WAITING_LETTERS_MAX = 64L * 1024 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(LogAppender.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long LOOK_MILLIS = 100;
    private static final String UNIQUE_VIOLATION = "23505";

    private final DataSource database;
    private final Arrivals people;
    private final IntakeMetrics metrics;
    private final Recent recent;
    private final SeenMessages seen = new SeenMessages();
    private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
    private final AtomicInteger waitingCalls = new AtomicInteger();
    private final AtomicLong waitingLetters = new AtomicLong();
    private final Thread thread = new Thread(this::run, "log-appender");
    private volatile boolean closing;

    private record Waiting(
            Submission submission, CompletableFuture<Appended> done, int size, long letters, long since) {
        static Waiting of(Submission submission) {
            int size = submission.calls().size() + submission.refused().size();
            long letters = submission.calls().stream()
                            .mapToLong(call -> call.text().length())
                            .sum()
                    + submission.refused().stream()
                            .mapToLong(call -> call.raw().length())
                            .sum();
            return new Waiting(submission, new CompletableFuture<>(), size, letters, System.nanoTime());
        }
    }

    LogAppender(DataSource database, Arrivals people, IntakeMetrics metrics, Recent recent) {
        this.database = database;
        this.people = people;
        this.metrics = metrics;
        this.recent = recent;
        metrics.watchQueue(waitingCalls::get);
        thread.start();
    }

    /**
     * Puts a submission in the queue; the future ends when it is committed, or with a {@link LogUnavailableException}
     * or a time-out when it is not.
     */
    CompletableFuture<Appended> append(Submission submission) {
        Waiting waiting = Waiting.of(submission);
        int calls = waitingCalls.addAndGet(waiting.size());
        long letters = waitingLetters.addAndGet(waiting.letters());
        boolean isFull = calls > WAITING_MAX || letters > WAITING_LETTERS_MAX;
        // Who comes alone is taken whatever it brings: else it could never come.
        if (closing || (isFull && calls > waiting.size())) {
            leave(waiting);
            return CompletableFuture.failedFuture(
                    new LogUnavailableException(closing ? "the server is being stopped" : "too many calls wait"));
        }
        queue.add(waiting);
        return waiting.done().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    /** Counts calls that are in the log already, of which nothing is written. */
    void repeated(int calls) {
        metrics.repeated(calls);
    }

    /**
     * Whether the thread that commits lives; it ends of itself only where Java itself gave up, as for want of memory.
     */
    boolean isAlive() {
        return thread.isAlive();
    }

    /** Commits what waits, then ends. */
    @Override
    public void close() {
        closing = true;
        try {
            thread.join(PATIENCE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (true) {
            try {
                Waiting first = queue.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                if (first != null) {
                    append(group(first));
                } else if (closing) {
                    return;
                }
            } catch (InterruptedException e) {
                return; // nobody interrupts it but the end of the machine
            }
        }
    }

    private List<Waiting> group(Waiting first) {
        List<Waiting> group = new ArrayList<>();
        int calls = 0;
        for (Waiting next = first; next != null; next = queue.poll()) {
            leave(next);
            if (!next.done().isDone()) { // whoever gave up sends again
                group.add(next);
                calls += next.size();
            }
            Waiting behind = queue.peek();
            if (behind == null || calls + behind.size() > GROUP_MAX) {
                break;
            }
        }
        return group;
    }

    private void leave(Waiting waiting) {
        waitingCalls.addAndGet(-waiting.size());
        waitingLetters.addAndGet(-waiting.letters());
    }

    private void append(List<Waiting> group) {
        if (group.isEmpty()) {
            return;
        }
        try {
            List<Appended> results =
                    commit(group.stream().map(Waiting::submission).toList());
            metrics.group(group.stream().mapToInt(Waiting::size).sum());
            for (int i = 0; i < group.size(); i++) {
                Waiting one = group.get(i);
                metrics.committed(one.submission(), results.get(i), Duration.ofNanos(System.nanoTime() - one.since()));
                one.done().complete(results.get(i));
            }
        } catch (SQLException | RuntimeException e) {
            if (group.size() > 1 && isOfContent(e)) {
                group.forEach(one -> append(List.of(one))); // one of them must not cost the others
            } else {
                fail(group, e);
            }
        }
    }

    /** Looking for messages that are in the log takes as long as writing; it is done where some may be. */
    private List<Appended> commit(List<Submission> submissions) throws SQLException {
        List<LogTransaction.Brought> calls = LogTransaction.brought(submissions);
        List<UUID> messages =
                calls.stream().map(LogTransaction.Brought::message).toList();
        boolean looksUp = seen.mayHave(messages);
        List<Appended> results;
        try {
            results = commit(submissions, calls, looksUp);
        } catch (SQLException e) {
            if (looksUp || !UNIQUE_VIOLATION.equals(e.getSQLState())) {
                throw e;
            }
            seen.doubt();
            results = commit(submissions, calls, true);
        }
        seen.add(messages);
        return results;
    }

    private List<Appended> commit(List<Submission> submissions, List<LogTransaction.Brought> calls, boolean looksUp)
            throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                LogTransaction transaction = new LogTransaction(connection, people, submissions, calls, looksUp);
                List<Appended> results = transaction.run();
                connection.commit();
                recent.add(transaction.logged());
                return results;
            } catch (SQLException | RuntimeException e) {
                rollBack(connection, e);
                throw e;
            }
        }
    }

    private static void rollBack(Connection connection, Exception cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e); // the connection is gone, and the transaction with it
        }
    }

    /** Whether it is for what one of them says (data, constraints, our own fault) and not for the database. */
    private static boolean isOfContent(Exception e) {
        if (!(e instanceof SQLException fault)) {
            return true;
        }
        String state = String.valueOf(fault.getSQLState());
        return state.startsWith("22") || state.startsWith("23");
    }

    private void fail(List<Waiting> group, Exception e) {
        metrics.failed();
        // The message of a database may repeat what stood in a row: only its code is told.
        String code = e instanceof SQLException fault ? String.valueOf(fault.getSQLState()) : "none";
        LOG.error(
                "{} requests could not be logged: {}, SQL state {}",
                group.size(),
                e.getClass().getName(),
                code);
        LogUnavailableException told = new LogUnavailableException("the database did not take it", e);
        group.forEach(one -> one.done().completeExceptionally(told));
    }
}
