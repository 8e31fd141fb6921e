package io.cupel.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Workload W1 as calls to the server's doors. The events come in the order of W1's time, which mixes the leads, but as
 * of the last hour, and carry properties that no signal looks at, so that a call has some 280 bytes. Each is given out
 * once; after the last event the first comes again with another message id. Safe for several threads.
 */
final class IngestCalls {
    private static final long SEED = 0x1D6;
    private static final long HOUR = Duration.ofHours(1).toMillis();

    private final Workload workload;
    private final int[] places;
    private final int[] leads;
    private final CallBody[] bodies =
            IntStream.range(0, Catalog.SIZE).mapToObj(CallBody::of).toArray(CallBody[]::new);
    private final long start = Instant.now().toEpochMilli() - HOUR;
    private int given;

    IngestCalls(int leads, int events) {
        this.workload = new Workload(leads, Math.max(leads, events));
        this.places = workload.byTime();
        this.leads = workload.leadOfEvents();
    }

    /**
     * One call.
     *
     * @param lead its number in W1
     * @param occurred in milliseconds since 1970 UTC
     */
    record Call(int lead, String messageId, String type, long occurred, String json) {}

    /** What tells each lead and its company their attributes. */
    List<Call> identities() {
        List<Call> calls = new ArrayList<>();
        for (int lead = 0; lead < workload.leads; lead++) {
            StringBuilder own = new StringBuilder("\"email\":\"" + W1Files.mail(workload, lead) + "\"");
            StringBuilder company = new StringBuilder("\"name\":\"Company " + lead + "\"");
            for (Map.Entry<String, Object> told : workload.told(lead).entrySet()) {
                int dot = told.getKey().indexOf('.');
                String name = told.getKey().substring(dot + 1);
                if (!name.equals("email")) {
                    StringBuilder whose = told.getKey().startsWith("lead.") ? own : company;
                    whose.append(",\"").append(name).append("\":").append(told.getValue());
                }
            }
            calls.add(call(
                    lead, "identify", "\"type\":\"identify\",\"traits\":{" + own + ",\"company\":{" + company + "}}"));
        }
        return calls;
    }

    List<Call> next(int count) {
        List<Call> calls = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            calls.add(next());
        }
        return calls;
    }

    synchronized Call next() {
        int place = places[given % places.length];
        CallBody body = bodies[workload.codes[place]];
        Draws draws = Draws.of(SEED + 1, given);
        String more = "\"title\":\"Page title " + draws.below(4_096) + "\",\"referrer\":\"https://example.test/r/"
                + draws.below(65_536) + "\",\"utm\":{\"source\":\"newsletter\",\"campaign\":\"c" + draws.below(256)
                + "\"}";
        return call(leads[place], body.type(), body.jsonWith(more));
    }

    private synchronized Call call(int lead, String type, String body) {
        Draws draws = Draws.of(SEED, given);
        String id = new UUID(draws.next(), draws.next()).toString();
        long occurred = start + given % HOUR;
        given++;
        String json = "{\"messageId\":\"" + id + "\",\"userId\":\"" + Live.name(lead) + "\",\"timestamp\":\""
                + Instant.ofEpochMilli(occurred) + "\"," + body + "}";
        return new Call(lead, id, type, occurred, json);
    }
}
