package io.cupel.app.judging;

import static org.assertj.core.api.Assertions.assertThat;

import io.cupel.app.AppUnderTest;
import io.cupel.app.intake.WriteKey;
import io.cupel.app.intake.WriteKeys;
import io.cupel.core.evidence.Origin;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Brings calls to the doors. */
final class Shipping {
    private static final int CONNECTIONS = 4;
    private static final int BATCH_MAX = 200;

    private Shipping() {}

    static String key(AppUnderTest app) {
        return key(app, Origin.SERVER);
    }

    static String key(AppUnderTest app, Origin origin) {
        return app.bean(WriteKeys.class)
                .make(new WriteKey.Plan("test", origin, 20_000, 20_000, null))
                .secret();
    }

    /** Calls of a batch, as a request to a server. */
    static HttpRequest.Builder request(URI batches, String key, List<String> calls) {
        String user = Base64.getEncoder().encodeToString((key + ":").getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(batches)
                .header("Authorization", "Basic " + user)
                .POST(BodyPublishers.ofString("{\"batch\":[" + String.join(",", calls) + "]}"));
    }

    /** In random order and random batches, a tenth of them twice, through several connections to each server. */
    static void send(List<AppUnderTest> servers, List<String> calls, Random random) throws Exception {
        send(servers, Origin.SERVER, calls, random);
    }

    /** The same, as programs or as pages do. */
    static void send(List<AppUnderTest> servers, Origin origin, List<String> calls, Random random) throws Exception {
        send(servers, key(servers.get(0), origin), calls, random);
    }

    /** The same with a key that all servers know. */
    static void send(List<AppUnderTest> servers, String key, List<String> calls, Random random) throws Exception {
        List<String> all = new ArrayList<>(calls);
        all.addAll(calls.subList(0, calls.size() / 10));
        Collections.shuffle(all, random);
        ExecutorService senders = Executors.newFixedThreadPool(CONNECTIONS * servers.size());
        List<Future<Integer>> answers = new ArrayList<>();
        for (int from = 0; from < all.size(); ) {
            int until = Math.min(all.size(), from + 1 + random.nextInt(BATCH_MAX));
            AppUnderTest server = servers.get(random.nextInt(servers.size()));
            HttpRequest.Builder request = request(server.uri("/v1/batch?strict=1"), key, all.subList(from, until));
            answers.add(senders.submit(() -> server.send(request).statusCode()));
            from = until;
        }
        for (Future<Integer> answer : answers) {
            assertThat(answer.get(60, TimeUnit.SECONDS)).isEqualTo(200);
        }
        senders.shutdown();
    }
}
