package io.cupel.app.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cupel.app.AppUnderTest;
import io.cupel.core.evidence.Origin;
import io.cupel.files.LiveCall;
import io.cupel.files.text.Reason;
import io.cupel.testkit.Seeds;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class EventLogIT {
    @RegisterExtension
    static final AppUnderTest app = AppUnderTest.with();

    private LogBench one;

    @BeforeEach
    void begin() {
        one = new LogBench(app.database(), Arrivals.NONE);
        one.empty();
    }

    @AfterEach
    void end() {
        one.close();
    }

    @Test
    void aCallIsInTheLogWhenItIsAcknowledged() {
        Appended appended = one.append(LogBench.page("m1"), LogBench.page("m1"), LogBench.page("m2"), "{}");
        assertThat(appended).isEqualTo(new Appended(2, 1, 0, List.of()));
        List<LogEntry> entries = one.log.after(0, 10);
        assertThat(entries).extracting(LogEntry::position).containsExactly(1L, 2L);
        assertThat(entries.get(0))
                .isEqualTo(new LogEntry(
                        1,
                        LogBench.NOW,
                        java.time.Instant.parse("2026-03-01T09:00:00Z"),
                        1,
                        Origin.SERVER,
                        "{\"messageId\":\"m1\",\"timestamp\":\"2026-03-01T09:00:00Z\",\"type\":\"page\","
                                + "\"userId\":\"u\"}"));
        assertThat(one.log.after(1, 10)).extracting(LogEntry::position).containsExactly(2L);
        assertThat(one.log.head()).isEqualTo(2);
        assertThat(one.append(LogBench.page("m2")).duplicates()).isEqualTo(1);
        assertThat(one.log.head()).isEqualTo(2);
        assertThat(one.db
                        .sql("select ip from intake.sender where position = 1")
                        .query(String.class)
                        .single())
                .isEqualTo("10.0.0.1");
        List<RefusedCall> refused =
                new Refusals(new RefusalTable(one.db)).before(Long.MAX_VALUE, RefusalQuery.of(1), 10);
        assertThat(refused).hasSize(1);
        assertThat(refused.get(0).reason()).isEqualTo(Reason.NO_TYPE);
        assertThat(refused.get(0).raw()).isEqualTo("{}");
        assertThat(one.registry.counter("cupel.events.in", "origin", "server").count())
                .isEqualTo(2);
        assertThat(one.registry.counter("cupel.events.duplicate").count()).isEqualTo(2);
        assertThat(one.registry
                        .counter("cupel.events.refused", "reason", "NO_TYPE")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void receiptsNeverFallAndTheTimeIsCorrectedByTheReceiptOfTheLog() {
        one.append(LogBench.page("first"));
        String skewed =
                "{\"type\":\"page\",\"userId\":\"u\",\"messageId\":\"s\",\"timestamp\":\"2026-02-01T00:00:00Z\","
                        + "\"sentAt\":\"2026-02-01T00:00:10Z\"}";
        one.log
                .append(LogBench.submission(LogBench.NOW.minusSeconds(5), skewed))
                .join();
        LogEntry entry = one.log.after(1, 1).get(0);
        assertThat(entry.receivedAt()).isEqualTo(LogBench.NOW);
        assertThat(entry.occurredAt()).isEqualTo(LogBench.NOW.minusSeconds(10));
    }

    @Test
    void copiesThatDifferAreCountedAndNotUsed() {
        String other = LogBench.page("m").replace("\"u\"", "\"v\"");
        one.append(LogBench.page("m"));
        assertThat(one.append(other, other, LogBench.page("m"))).isEqualTo(new Appended(0, 3, 2, List.of()));
        assertThat(one.log.after(0, 10)).hasSize(1);
        assertThat(one.db
                        .sql("select times from intake.differing_copy where kept_hash <> copy_hash")
                        .query(Long.class)
                        .list())
                .containsExactly(2L);
        String timeless = "{\"type\":\"page\",\"userId\":\"u\",\"messageId\":\"t\"}";
        one.append(timeless);
        Submission later = LogBench.submission(LogBench.NOW.plusSeconds(60), timeless);
        assertThat(one.log.append(later).join()).isEqualTo(new Appended(0, 1, 0, List.of()));
    }

    @Test
    void everyMessageIsInTheLogOnceWhoeverSendsItHoweverOften() {
        try (LogBench two = new LogBench(app.database(), Arrivals.NONE)) {
            Seeds.cases(12).check((seed, random) -> {
                one.empty();
                AtomicInteger fresh = new AtomicInteger();
                AtomicInteger copies = new AtomicInteger();
                Set<String> sent = Collections.synchronizedSet(new HashSet<>());
                int ids = 1 + random.nextInt(400);
                inParallel(8, random, own -> {
                    for (int i = 0; i < 20; i++) {
                        List<String> calls = new ArrayList<>();
                        for (int n = 1 + own.nextInt(12); n > 0; n--) {
                            String id = "m" + own.nextInt(ids);
                            sent.add(id);
                            calls.add(LogBench.page(id));
                        }
                        Submission submission = LogBench.submission(
                                LogBench.NOW.plusMillis(own.nextInt(1_000)), calls.toArray(String[]::new));
                        Appended appended = (own.nextBoolean() ? one : two)
                                .log
                                .append(submission)
                                .join();
                        assertThat(appended.fresh() + appended.duplicates()).isEqualTo(calls.size());
                        fresh.addAndGet(appended.fresh());
                        copies.addAndGet(appended.duplicates());
                    }
                });
                assertThat(fresh.get()).isEqualTo(sent.size());
                expectWhole(sent);
            });
        }
    }

    /** Positions have no gaps, receipts never fall, and each of these messages is there once. */
    private void expectWhole(Set<String> sent) {
        List<LogEntry> entries = one.all();
        assertThat(entries).hasSize(sent.size());
        Set<String> found = new HashSet<>();
        for (int i = 0; i < entries.size(); i++) {
            LogEntry entry = entries.get(i);
            assertThat(entry.position()).isEqualTo(i + 1);
            assertThat(entry.occurredAt()).isBeforeOrEqualTo(entry.receivedAt());
            assertThat(i == 0 || !entry.receivedAt().isBefore(entries.get(i - 1).receivedAt()))
                    .isTrue();
            found.add(entry.call().replaceFirst(".*\"messageId\":\"([^\"]*)\".*", "$1"));
        }
        assertThat(found).isEqualTo(sent);
    }

    private interface Work {
        void run(Random random) throws Exception;
    }

    private static void inParallel(int threads, Random random, Work work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                Random own = new Random(random.nextLong());
                all.add(pool.submit(() -> {
                    work.run(own);
                    return null;
                }));
            }
            for (Future<?> each : all) {
                each.get();
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void whatTheDatabaseLosesIsNotAcknowledgedAndComesWhenItIsSentAgain() throws Exception {
        Set<String> sent = Collections.synchronizedSet(new HashSet<>());
        AtomicInteger failures = new AtomicInteger();
        CountDownLatch running = new CountDownLatch(1);
        Thread killer = new Thread(() -> kill(running));
        killer.start();
        inParallel(6, new Random(7), own -> {
            // until it was hit, however little of the machine is left for hitting
            for (int i = 0; i < 60 || (failures.get() == 0 && i < 100_000); i++) {
                String id = "k" + own.nextInt(1_000_000);
                sent.add(id);
                while (true) {
                    try {
                        one.append(LogBench.page(id));
                        break;
                    } catch (CompletionException e) {
                        assertThat(e).hasCauseInstanceOf(LogUnavailableException.class);
                        failures.incrementAndGet();
                    }
                }
            }
        });
        running.countDown();
        killer.join();
        assertThat(failures.get()).isPositive();
        expectWhole(sent);
    }

    /** Ends the appender's connections again and again, until all work is done. */
    private void kill(CountDownLatch running) {
        try (Connection connection = app.database().connect();
                java.sql.PreparedStatement kill = connection.prepareStatement("""
                        select pg_terminate_backend(pid) from pg_stat_activity
                         where datname = current_database() and query like '%idle_in_transaction%'
                           and pid <> pg_backend_pid()""")) {
            while (running.getCount() > 0) {
                kill.execute();
            }
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aFaultOfOneSubmissionCostsNoOther() {
        CountDownLatch gate = new CountDownLatch(1);
        Arrivals faulty = new Arrivals() {
            @Override
            public void logged(Connection connection, List<Arrival> arrivals) {
                await(gate);
                for (Arrival each : arrivals) {
                    if (each.call().messageId().equals("bad")) {
                        throw new IllegalStateException("planted");
                    }
                }
            }
        };
        try (LogBench two = new LogBench(app.database(), faulty)) {
            List<CompletableFuture<Appended>> all = new ArrayList<>();
            for (String id : List.of("a", "b", "bad", "c")) {
                all.add(two.log.append(LogBench.submission(LogBench.NOW, LogBench.page(id))));
            }
            gate.countDown();
            assertThat(all.get(0).join().fresh()).isEqualTo(1);
            assertThat(all.get(1).join().fresh()).isEqualTo(1);
            assertThatThrownBy(() -> all.get(2).join()).hasCauseInstanceOf(LogUnavailableException.class);
            assertThat(all.get(3).join().fresh()).isEqualTo(1);
            expectWhole(Set.of("a", "b", "c"));
        }
    }

    private static void await(CountDownLatch gate) {
        try {
            gate.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whoMayNotBeLoggedIsRefusedWithoutAWordOfTheCall() {
        Arrivals bars = new Arrivals() {
            @Override
            public Map<Integer, Reason> barred(Connection connection, List<LiveCall.Accepted> calls) {
                return Map.of(1, Reason.ERASED);
            }
        };
        try (LogBench two = new LogBench(app.database(), bars)) {
            Appended appended = two.append(LogBench.page("a"), LogBench.page("b"), LogBench.page("c"));
            assertThat(appended.fresh()).isEqualTo(2);
            assertThat(appended.barred()).hasSize(1);
            assertThat(one.db
                            .sql("select raw from intake.refusal")
                            .query(String.class)
                            .list())
                    .containsExactly("");
            expectWhole(Set.of("a", "c"));
        }
    }

    @Test
    void whoComesToAFullQueueIsSentAway() {
        CountDownLatch gate = new CountDownLatch(1);
        Arrivals slow = new Arrivals() {
            @Override
            public void logged(Connection connection, List<Arrival> arrivals) {
                await(gate);
            }
        };
        try (LogBench two = new LogBench(app.database(), slow)) {
            String[] calls = new String[LogAppender.GROUP_MAX];
            for (int i = 0; i < calls.length; i++) {
                calls[i] = "{\"a\":%d}".formatted(i);
            }
            List<CompletableFuture<Appended>> all = new ArrayList<>();
            all.add(two.log.append(LogBench.submission(LogBench.NOW, LogBench.page("first"))));
            Submission many = LogBench.submission(LogBench.NOW, calls);
            for (int i = 0; i < LogAppender.WAITING_MAX / calls.length + 2; i++) {
                all.add(two.log.append(many));
            }
            assertThat(all.get(all.size() - 1)).isCompletedExceptionally();
            gate.countDown();
            assertThat(all.get(0).join().fresh()).isEqualTo(1);
            assertThat(all.get(1).join().fresh()).isZero();
        }
    }
}
