package io.cupel.app.judging;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Clients on several connections that remember what was acknowledged, and send the rest again until it is. Where there
 * is nothing new they send again what was acknowledged, so that there always is a load.
 */
final class Insisting implements AutoCloseable {
    private static final int CONNECTIONS = 4;
    private static final int BATCH_MAX = 12;
    private static final long PAUSE_NANOS = 20_000_000;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final String key;
    private final HttpClient client = HttpClient.newHttpClient();
    private final BlockingQueue<List<String>> open = new LinkedBlockingQueue<>();
    private final List<List<String>> done = new CopyOnWriteArrayList<>();
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final AtomicInteger answers = new AtomicInteger();
    private final Map<String, Integer> heard = new ConcurrentSkipListMap<>();
    private final List<Thread> threads = new ArrayList<>();
    private volatile URI batches;
    private volatile boolean closed;

    Insisting(String key, URI batches) {
        this.key = key;
        this.batches = batches;
        for (int i = 0; i < CONNECTIONS; i++) {
            Thread thread = new Thread(this::run, "client-" + i);
            thread.start();
            threads.add(thread);
        }
    }

    /** From now on there. */
    void turnTo(URI now) {
        batches = now;
    }

    /** These too, in random batches. */
    void bring(List<String> calls, Random random) {
        for (int from = 0; from < calls.size(); ) {
            int until = Math.min(calls.size(), from + 1 + random.nextInt(BATCH_MAX));
            open.add(calls.subList(from, until));
            from = until;
        }
    }

    /** Calls that a server promised to keep. */
    Set<String> acknowledged() {
        return acknowledged;
    }

    /** Requests that were acknowledged. */
    int answers() {
        return answers.get();
    }

    /** How often what was answered. */
    Map<String, Integer> heard() {
        return heard;
    }

    private void run() {
        while (!closed) {
            List<String> fresh = open.poll();
            List<String> batch = fresh == null ? known() : fresh;
            if (batch == null || !isAcknowledged(batch)) {
                if (fresh != null) {
                    open.add(fresh);
                }
                LockSupport.parkNanos(PAUSE_NANOS);
            } else if (fresh != null) {
                done.add(fresh);
            }
        }
    }

    private @Nullable List<String> known() {
        return done.isEmpty() ? null : done.get(ThreadLocalRandom.current().nextInt(done.size()));
    }

    private boolean isAcknowledged(List<String> batch) {
        String answer;
        try {
            answer = ""
                    + client.send(
                                    Shipping.request(batches, key, batch)
                                            .timeout(PATIENCE)
                                            .build(),
                                    BodyHandlers.discarding())
                            .statusCode();
        } catch (IOException e) {
            answer = "none";
        } catch (InterruptedException e) {
            return false;
        }
        heard.merge(answer, 1, Integer::sum);
        if (!answer.equals("200")) {
            return false;
        }
        acknowledged.addAll(YearOfCalls.messageIds(batch));
        answers.incrementAndGet();
        return true;
    }

    /** Ends when what is under way has its answer. */
    @Override
    public void close() {
        closed = true;
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
